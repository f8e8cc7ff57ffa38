import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason } from '../../shared/allowed.ts';
import { Notice } from '../ui/notice.tsx';
import { reasonWords } from './map-view.ts';

type NoticeProps = { readonly reasons: readonly Reason[]; readonly actions?: ReactNode };

/** What closes every place at once, in words; nothing where the forms are in order. */
export const GeneralNotice = ({ reasons, actions }: NoticeProps): JSX.Element | null => {
  const { t } = useTranslation('maps');
  if (reasons.length === 0) return null;
  return (
    <Notice tone="wait" title={t('general.title')} actions={actions}>
      {reasons.map((reason) => (
        <span key={reason.code} className="block">
          {reasonWords(t, reason)}
        </span>
      ))}
      <span className="block">{t('general.more')}</span>
    </Notice>
  );
};
