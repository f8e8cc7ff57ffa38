import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { closesUnderRule } from '../../shared/resume-rule.ts';
import { Notice } from '../ui/notice.tsx';
import { useConductor } from './conductor-context.ts';

/** What closing brings, said before it is done: a hold, and what is on the list. */
export const CloseBrings = (): JSX.Element | null => {
  const { t } = useTranslation('closing');
  const { state, incidents } = useConductor().session;
  const isHeld = state.episodes.some(({ weight }) => weight === 'never');
  const underRule = closesUnderRule(state);
  if (!isHeld && !underRule && incidents.length === 0) return null;
  return (
    <Notice tone="wait" title={t('close.holds')}>
      {isHeld ? <span className="block">{t('close.holdNow')}</span> : null}
      {underRule && !isHeld ? <span className="block">{t('close.holdRule')}</span> : null}
      {incidents.length > 0 ? <span className="block">{t('close.incident', { count: incidents.length })}</span> : null}
    </Notice>
  );
};
