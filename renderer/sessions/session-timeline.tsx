import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { SessionEvent } from '../../shared/session-events.ts';
import { clockTime } from '../dates.ts';
import { readLine } from './session-reading-words.ts';
import type { Labels } from './sessions-content.ts';

type Props = { readonly told: OutputOf<'sessions.get'>; readonly labels: Labels };

/** What stopped, or must not be overlooked. */
const isStop = (kind: string): boolean => kind === 'stop' || kind === 'flagged';

/** Everything that happened, in the order it was recorded. */
export const SessionTimeline = ({ told: { events, state }, labels }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  return (
    <section aria-labelledby="reading-events">
      <h3 id="reading-events" className="section-title">
        {t('reading.happened')}
      </h3>
      <ol className="card reading-list">
        {events.map(({ seq, at, offset, kind, body, whileLocked }) => {
          const event = SessionEvent.safeParse({ kind, body }).data;
          const { what, more } = event ? readLine(t, event, labels) : { what: kind, more: [] };
          const stop = kind === 'hands-off' ? state.stops.find(({ handsOffAt }) => handsOffAt === offset) : undefined;
          const beside = [
            ...(stop ? [t('event.handsOffAfter', { seconds: Math.round((offset - stop.at) / 100) / 10 })] : []),
            ...more,
            ...(whileLocked ? [t('reading.locked')] : []),
          ];
          return (
            <li key={seq} className="reading-line" data-stop={isStop(kind) || undefined}>
              <time dateTime={at} className="num ink-2">
                {clockTime(at)}
              </time>
              <span dir="auto">
                <span className="b">{what}</span>
                {beside.map((words) => (
                  <span key={words} className="block">
                    {words}
                  </span>
                ))}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
};
