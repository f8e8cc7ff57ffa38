import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StopEvent } from '../../shared/session-state.ts';
import { useConductor } from './conductor-context.ts';
import { elapsedWords } from './elapsed.ts';
import { FlagNumbers, NumberButtons } from './flag-numbers.tsx';
import { leftWords } from './flag-time.ts';
import { useSecond } from './use-fresh.ts';

/** How touch stands, in one sentence. */
export const useGateWords = (): string => {
  const { t } = useTranslation('flags');
  const { session, content } = useConductor();
  const { touch, because } = session.gate;
  return t(`gate.${touch === 'closed' && because ? because : touch === 'closed' ? 'enough' : touch}`, {
    minutes: content.resumeRule.withinMinutes,
  });
};

/** Since when, and how long is left: seen, never heard, and nothing in it hurries. */
const Times = ({ stop }: { readonly stop: StopEvent | null }): JSX.Element => {
  const { t } = useTranslation('flags');
  const { session, content, now } = useConductor();
  useSecond();
  const { touch, rule } = session.gate;
  const until = touch === 'rule' && rule && rule.presentAt === null ? rule.until : null;
  const since = stop?.handsOffAt ?? null;
  return (
    <div className="ink-2 num">
      {since === null ? null : <>{t('since', { time: elapsedWords(now() - since) })} </>}
      {until === null ? null : (
        <span role="timer" aria-label={t('leftLabel')}>
          {t('left', { left: leftWords(until - now()), all: leftWords(content.resumeRule.withinMinutes * 60_000) })}.{' '}
        </span>
      )}
      {t('recorded')}
    </div>
  );
};

/** How touch stands, and the numbers to call, always in reach. */
export const FlagFoot = ({ stop }: { readonly stop: StopEvent | null }): JSX.Element => {
  const gate = useGateWords();
  const [areShown, show] = useState(false);
  return (
    <footer className="flag-foot">
      {areShown ? <FlagNumbers onHide={() => show(false)} /> : null}
      <div className="flag-foot-row">
        <div className="grow">
          <div className="b">{gate}</div>
          <Times stop={stop} />
        </div>
        <NumberButtons areShown={areShown} onPress={() => show(!areShown)} />
      </div>
    </footer>
  );
};
