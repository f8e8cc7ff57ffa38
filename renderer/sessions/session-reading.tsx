import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import type { SessionLine } from '../../shared/sessions.ts';
import { clockTime, dayWords, momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Fact } from '../ui/fact.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { useFocusAfterDeed } from '../ui/use-focus-after-deed.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { elapsedWords } from './elapsed.ts';
import { IncidentItem } from './incident-item.tsx';
import { AfterSession } from './notes/after-session.tsx';
import { SessionTimeline } from './session-timeline.tsx';
import { type Labels, useLabels } from './sessions-content.ts';
import { endingWords, gradesWords, scaleWords } from './sessions-words.ts';
import './sessions.css';

type Told = OutputOf<'sessions.get'>;
type PartProps = { readonly told: Told; readonly line: SessionLine; readonly labels: Labels };
/** One of very long ago is not among the lines that are told. */
type ReadingProps = Omit<PartProps, 'line'> & { readonly line: SessionLine | undefined };

const Facts = ({ told, line, labels }: PartProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { startedAt, endedAt, practitionerName, end } = told;
  const pair = ({ before, after }: SessionLine['distress']): string =>
    t('reading.pair', { before: scaleWords(t, before), after: scaleWords(t, after) });
  const grades = gradesWords(t, line, labels);
  const tasks = end?.tasks ?? [];
  return (
    <dl className="facts">
      <Fact label={t('reading.facts.when')}>
        <span className="num">
          {endedAt
            ? t('reading.from', { from: clockTime(startedAt), to: clockTime(endedAt) })
            : t('reading.since', { from: clockTime(startedAt) })}
        </span>
      </Fact>
      <Fact label={t('reading.facts.who')}>{practitionerName}</Fact>
      <Fact label={t('reading.facts.touch')}>
        {line.blocks > 0
          ? `${t('touch', { time: elapsedWords(line.touchSeconds * 1_000) })}, ${t('blocks', { count: line.blocks })}`
          : t(line.talkOnly ? 'talkOnly' : 'noTouch')}
      </Fact>
      <Fact label={t('reading.facts.distress')}>{pair(line.distress)}</Fact>
      <Fact label={t('reading.facts.pain')}>{pair(line.pain)}</Fact>
      <Fact label={t('reading.facts.grades')}>{grades.length > 0 ? grades.join('; ') : t('reading.noGrades')}</Fact>
      <Fact label={t('reading.facts.ended')}>{endingWords(t, line)}</Fact>
      {end?.left ? <Fact label={t('reading.facts.left')}>{end.left}</Fact> : null}
      {tasks.length > 0 ? (
        <Fact label={t('reading.facts.tasks')}>
          <ul className="incident-lines">
            {tasks.map(({ what, dueOn }) => (
              <li key={what}>{t('reading.task', { what: t(`tasks.${what}`), day: dayWords(dueOn) })}</li>
            ))}
          </ul>
        </Fact>
      ) : null}
    </dl>
  );
};

const Reading = ({ told, line, labels }: ReadingProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const { clientId, id, endedAt } = told;
  const happened = useCall('incidents.ofClient', { clientId }).data?.incidents.filter(({ sessionId }) => sessionId === id) ?? [];
  const waiting = happened.filter(({ resolved }) => resolved === null);
  const { box, onDeed } = useFocusAfterDeed<HTMLElement>(waiting.map((one) => one.id).join());
  return (
    <>
      {endedAt === null ? null : <AfterSession clientId={clientId} sessionId={id} day={momentDay(told.startedAt)} />}
      {line ? <Facts told={told} line={line} labels={labels} /> : null}
      {happened.length > 0 ? (
        <section ref={box} tabIndex={-1} aria-labelledby="reading-incidents">
          <h3 id="reading-incidents" className="section-title">
            {t('reading.incidents')}
          </h3>
          <ul className="card incidents">
            {happened.map((incident) => (
              <IncidentItem key={incident.id} incident={incident} labels={labels} isOver={endedAt !== null} isOpen onDeed={onDeed} />
            ))}
          </ul>
        </section>
      ) : null}
      <SessionTimeline told={told} labels={labels} />
    </>
  );
};

type Props = { readonly clientId: string; readonly sessionId: string };

/** One session to read: what it came to, what has to be followed up, and everything that happened, in order. */
export const SessionReading = ({ clientId, sessionId }: Props): JSX.Element => {
  const { t } = useTranslation('sessions');
  const asked = useCall('sessions.get', { sessionId }, { fresh: true });
  const lines = useCall('sessions.ofClient', { clientId, limit: 500 }, { fresh: true });
  const labels = useLabels(clientId);
  const heading = useRef<HTMLHeadingElement>(null);
  const told = asked.data?.clientId === clientId ? asked.data : undefined;
  const line = lines.data?.sessions.find(({ id }) => id === sessionId);
  const error = asked.error ?? lines.error ?? (asked.data && !told ? ({ code: 'not-found', what: 'session' } as const) : null);
  const day = told ? momentDay(told.startedAt) : '';
  useTitle(t('title'));
  // biome-ignore lint/correctness/useExhaustiveDependencies: another session is another page in the same place
  useEffect(() => heading.current?.focus({ preventScroll: true }), [day]);
  return (
    <div className="reading">
      <div>
        <ButtonLink to="/clients/$clientId/sessions" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('reading.back')}
        </ButtonLink>
      </div>
      {error ? <ErrorNotice error={error} /> : null}
      {told ? (
        <h2 ref={heading} tabIndex={-1} className="lg b">
          {t('reading.title', { day })}
        </h2>
      ) : null}
      {told && lines.data ? <Reading told={told} line={line} labels={labels} /> : error ? null : <Waiting />}
    </div>
  );
};
