import {
  IconAlertTriangle,
  IconEye,
  IconHandFinger,
  IconHandStop,
  IconLeaf,
  IconMessage,
  IconPlayerPause,
  IconPoint,
  type Icon as TablerIcon,
} from '@tabler/icons-react';
import { type JSX, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionEvent } from '../../../shared/session-events.ts';
import { clockTime } from '../../dates.ts';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { readLine } from '../session-reading-words.ts';
import { useLabels } from '../sessions-content.ts';
import { BesideLine } from './beside-line.tsx';
import { useNote } from './note-context.ts';

type Kind = SessionEvent['kind'];

const icons: Readonly<Partial<Record<Kind, TablerIcon>>> = {
  'yes-heard': IconMessage,
  'place-asked': IconMessage,
  'checked-in': IconMessage,
  answered: IconMessage,
  remark: IconMessage,
  'asked-on': IconMessage,
  'block-started': IconHandFinger,
  'hands-lifted': IconPlayerPause,
  stop: IconHandStop,
  'hands-off': IconHandStop,
  'signal-named': IconHandStop,
  flagged: IconAlertTriangle,
  seen: IconEye,
  grounded: IconLeaf,
  settled: IconLeaf,
  aftercare: IconLeaf,
};

/** Steps of the screen, not of what happened between two people. */
const isOfTheScreen = (kind: Kind): boolean => kind === 'phase' || kind === 'card-read';

/** Everything that happened, in its order, with the words that belong to it. */
export const BesideEvents = ({ sessionId }: { readonly sessionId: string }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { t: tSessions } = useTranslation('sessions');
  const { note } = useNote();
  const { data, error, again } = useCall('sessions.get', { sessionId });
  const labels = useLabels(note.clientId);
  const events = useMemo(
    () =>
      (data?.events ?? []).flatMap(({ seq, at, kind, body }) => {
        const event = SessionEvent.safeParse({ kind, body }).data;
        return event && !isOfTheScreen(event.kind) ? [{ seq, at, event }] : [];
      }),
    [data],
  );
  if (error) return <ErrorNotice error={error} again={again} />;
  if (!data) return <Waiting />;
  return (
    <ol className="beside-list" aria-label={t('events')}>
      {events.map(({ seq, at, event }) => {
        const { kind } = event;
        const { what, more } = readLine(tSessions, event, labels);
        return (
          <li key={seq}>
            <BesideLine words={[what, ...more].join(', ')}>
              <time dateTime={at} className="num ink-2">
                {clockTime(at)}
              </time>
              <Icon icon={icons[kind] ?? IconPoint} size={18} tone={kind === 'stop' || kind === 'flagged' ? 'stop-mark' : 'ink-2'} />
              <span dir="auto" className="grow">
                <span className="block">{what}</span>
                {more.map((words) => (
                  <span key={words} className="block ink-2">
                    {words}
                  </span>
                ))}
              </span>
            </BesideLine>
          </li>
        );
      })}
    </ol>
  );
};
