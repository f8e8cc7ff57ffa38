import { IconCheck } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionPhase } from '../../shared/session-content.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { Icon } from '../ui/icon.tsx';
import { useConductor } from './conductor-context.ts';

const steps = ['checkIn', 'settling', 'touch', 'grounding', 'aftercare'] as const;
type Step = (typeof steps)[number];

const stepOf: Readonly<Record<SessionPhase, Step>> = {
  arrive: 'checkIn',
  settle: 'settling',
  'touch-block': 'touch',
  pause: 'touch',
  ground: 'grounding',
  close: 'aftercare',
};

/** What was there, not merely passed: touch that was left out is not done. */
const isDone = (step: Step, { checkIns, settling, blocks, phase, grounding }: SessionState): boolean => {
  if (steps.indexOf(step) >= steps.indexOf(stepOf[phase])) return false;
  switch (step) {
    case 'checkIn':
      return checkIns.length > 0;
    case 'settling':
      return settling.some(({ technique }) => technique !== null);
    case 'touch':
      return blocks.length > 0;
    case 'grounding':
      return grounding.length > 0 || phase === 'close';
    case 'aftercare':
      return false;
  }
};

/** Where the session is, in five words. */
export const PhaseStrip = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { state } = useConductor().session;
  const now = stepOf[state.phase];
  return (
    <ol className="cd-phases" aria-label={t('phases.title')}>
      {steps.map((step) => {
        const done = isDone(step, state);
        return (
          <li key={step} className="cd-phase" data-done={done || undefined} aria-current={step === now ? 'step' : undefined}>
            {done ? <Icon icon={IconCheck} size={18} tone="sage-ink" /> : null}
            {t(`phases.${step}`)}
            {done ? <span className="visually-hidden">{t('phases.done')}</span> : null}
          </li>
        );
      })}
    </ol>
  );
};
