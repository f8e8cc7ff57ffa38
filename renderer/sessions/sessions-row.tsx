import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionLine } from '../../shared/sessions.ts';
import { clockTime, momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { elapsedWords } from './elapsed.ts';
import type { Labels } from './sessions-content.ts';
import { millisecondsSince } from './sessions-time.ts';
import { endingWords, gradesWords, scaleWords } from './sessions-words.ts';

type Props = {
  readonly clientId: string;
  readonly line: SessionLine;
  readonly labels: Labels;
  /** The note of it, and the way there. */
  readonly note: ReactNode;
};

const Stops = ({ line: { startedAt, stops }, labels }: Omit<Props, 'clientId' | 'note'>): JSX.Element => {
  const { t } = useTranslation('sessions');
  return (
    <>
      {stops.map(({ at, secondsToHandsOff, signal }) => {
        const after = elapsedWords(millisecondsSince(startedAt, at));
        const said =
          secondsToHandsOff === null ? t('stopNoHands', { at: after }) : t('stopLine', { at: after, seconds: secondsToHandsOff });
        const named = labels.content?.signals.find(({ id }) => id === signal)?.label ?? signal;
        return (
          <span key={at} className="stopc block num">
            {named ? t('stopNamed', { line: said, signal: named }) : said}
          </span>
        );
      })}
    </>
  );
};

/** One session in a few words. */
export const SessionRow = ({ clientId, line, labels, note }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { id, startedAt, endedAt, practitionerName, talkOnly, touchSeconds, blocks, distress } = line;
  const touched =
    blocks > 0
      ? [t('touch', { time: elapsedWords(touchSeconds * 1_000) }), t('blocks', { count: blocks })]
      : [t(talkOnly ? 'talkOnly' : 'noTouch')];
  const told = distress.before !== null || distress.after !== null;
  const pair = { before: scaleWords(t, distress.before), after: scaleWords(t, distress.after) };
  return (
    <li className="session-row">
      <div className="session-day num">
        <time dateTime={startedAt} className="b block">
          {momentDay(startedAt)}
        </time>
        <span className="xs ink-2">
          {clockTime(startedAt)}
          {endedAt ? `–${clockTime(endedAt)}` : ''}
        </span>
      </div>
      <div className="grow">
        <span className="block num">{[...touched, practitionerName].join(' · ')}</span>
        <Stops line={line} labels={labels} />
        {gradesWords(t, line, labels).map((words) => (
          <span key={words} className="block">
            {words}
          </span>
        ))}
        <span className="ink-2 block">{endingWords(t, line)}</span>
      </div>
      {told ? (
        <span className="session-distress num nowrap">
          <span aria-hidden="true">{t('distress', pair)}</span>
          <span className="visually-hidden">{t('distressRead', pair)}</span>
        </span>
      ) : null}
      <ButtonLink
        to="/clients/$clientId/sessions/$sessionId"
        params={{ clientId, sessionId: id }}
        variant="default"
        aria-label={t('readOf', { day: momentDay(startedAt) })}
      >
        {t('read')}
      </ButtonLink>
      {note}
    </li>
  );
};
