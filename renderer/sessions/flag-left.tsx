import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { useConductor } from './conductor-context.ts';
import { leftWords } from './flag-time.ts';
import { useSecond } from './use-fresh.ts';

/** How long is left for being fully present, as a figure and a line; nothing where the resume rule does not wait for it. */
export const TimeLeft = (): JSX.Element | null => {
  const { t } = useTranslation('flags');
  const { session, content, now } = useConductor();
  useSecond();
  const { touch, rule } = session.gate;
  if (touch !== 'rule' || !rule || rule.until === null || rule.presentAt !== null) return null;
  const all = content.resumeRule.withinMinutes * 60_000;
  const left = Math.max(0, rule.until - now());
  return (
    <div className="flag-left">
      <span className="flag-left-figure num" role="timer" aria-label={t('leftLabel')}>
        {leftWords(left)}
      </span>
      <span className="flag-left-line" aria-hidden>
        <i style={{ inlineSize: `${(left / all) * 100}%` }} />
      </span>
    </div>
  );
};
