import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { momentWords } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { useFocusAfterDeed } from '../ui/use-focus-after-deed.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { HoldNotice } from './hold-notice.tsx';
import { holdWords } from './hold-words.ts';
import { IncidentItem } from './incident-item.tsx';
import { NotesInError } from './notes/notes-in-error.tsx';
import { NotesTools } from './notes/notes-tools.tsx';
import { NotesUnwritten } from './notes/notes-unwritten.tsx';
import { type Labels, useLabels } from './sessions-content.ts';
import { SessionsDistress } from './sessions-distress.tsx';
import { SessionsList } from './sessions-list.tsx';
import './sessions.css';

type Happened = OutputOf<'incidents.ofClient'>;
type PartProps = {
  readonly happened: Happened;
  readonly openIds: ReadonlySet<string>;
  readonly labels: Labels;
  readonly onDeed: () => void;
};

type ListedProps = { readonly id: string; readonly title: string; readonly children: ReactNode };

const Listed = ({ id, title, children }: ListedProps): JSX.Element => (
  <section aria-labelledby={id}>
    <h3 id={id} className="section-title">
      {title}
    </h3>
    <ul className="card incidents">{children}</ul>
  </section>
);

/** What waits: holds first, then what was not followed up. */
const Waits = ({ happened: { incidents, holds }, openIds, labels, onDeed }: PartProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const waiting = incidents.filter(({ resolved }) => resolved === null);
  return (
    <>
      {holds
        .filter(({ ended }) => ended === null)
        .map((hold) => (
          <HoldNotice key={hold.id} hold={hold} labels={labels} isOver={!openIds.has(hold.sessionId)} onDeed={onDeed} />
        ))}
      {waiting.length > 0 ? (
        <Listed id="incidents-open" title={t('incident.title')}>
          {waiting.map((incident) => (
            <IncidentItem key={incident.id} incident={incident} labels={labels} isOver={!openIds.has(incident.sessionId)} onDeed={onDeed} />
          ))}
        </Listed>
      ) : null}
    </>
  );
};

/** What was followed up, and holds that are over, with who ended them and why. */
const Before = ({ happened: { incidents, holds }, labels, onDeed }: PartProps): JSX.Element => {
  const { t } = useTranslation('sessions');
  const resolved = incidents.filter((one) => one.resolved !== null);
  const ended = holds.flatMap((hold) => (hold.ended ? [{ ...hold, ended: hold.ended }] : []));
  return (
    <>
      {resolved.length > 0 ? (
        <Listed id="incidents-before" title={t('incident.before')}>
          {resolved.map((incident) => (
            <IncidentItem key={incident.id} incident={incident} labels={labels} isOver onDeed={onDeed} />
          ))}
        </Listed>
      ) : null}
      {ended.length > 0 ? (
        <Listed id="holds-before" title={t('hold.before')}>
          {ended.map((hold) => (
            <li key={hold.id} className="incident" dir="auto">
              <span className="block num">{t('hold.since', { day: momentWords(hold.since), what: holdWords(t, hold, labels) })}</span>
              <span className="ink-2 block num">
                {t(`hold.${hold.ended.how}`, { moment: momentWords(hold.ended.at), by: hold.ended.by })}:{' '}
                {t('incident.quoted', { words: hold.ended.words })}
              </span>
            </li>
          ))}
        </Listed>
      ) : null}
    </>
  );
};

type AllProps = Pick<PartProps, 'happened' | 'labels'> & {
  readonly clientId: string;
  readonly told: OutputOf<'sessions.ofClient'>;
  readonly written: OutputOf<'notes.ofClient'> | undefined;
};

const None = (): JSX.Element => {
  const { t } = useTranslation('sessions');
  return (
    <div className="card sessions-none">
      <p className="md b">{t('none')}</p>
      <p className="ink-2">{t('noneText')}</p>
    </div>
  );
};

const All = ({ clientId, told, happened, written, labels }: AllProps): JSX.Element => {
  const waiting = [...happened.holds.filter(({ ended }) => ended === null), ...happened.incidents.filter((one) => one.resolved === null)];
  const { box, onDeed } = useFocusAfterDeed<HTMLDivElement>(waiting.map(({ id }) => id).join());
  const { sessions, total } = told;
  const parts = { happened, labels, onDeed };
  const openIds = new Set(sessions.flatMap(({ id, endedAt }) => (endedAt === null ? [id] : [])));
  if (total === 0 && (written?.total ?? 0) === 0) return <None />;
  return (
    <div ref={box} tabIndex={-1} className="sessions">
      <Waits {...parts} openIds={openIds} />
      <NotesUnwritten clientId={clientId} unwritten={written?.unwritten ?? []} />
      {total > 0 ? <SessionsDistress sessions={sessions} incidents={happened.incidents} /> : null}
      <SessionsList clientId={clientId} told={told} written={written} labels={labels} />
      <NotesInError notes={written?.notes ?? []} />
      <Before {...parts} openIds={openIds} />
    </div>
  );
};

/** What came before, between sessions: what waits, how distress went, each session to read, and the notes. */
export const SessionsTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('sessions');
  // Each time these are asked for stands in the audit trail: once a visit.
  const told = useCall('sessions.ofClient', { clientId, limit: 100 }, { fresh: true });
  const happened = useCall('incidents.ofClient', { clientId });
  const written = useCall('notes.ofClient', { clientId, limit: 500 }, { fresh: true });
  const labels = useLabels(clientId);
  useTitle(t('title'));
  const error = told.error ?? happened.error ?? written.error;
  const isThere = told.data && happened.data && (written.data || written.error);
  return (
    <div className="sessions">
      <h2 className="visually-hidden">{t('title')}</h2>
      <NotesTools clientId={clientId} />
      {error ? <ErrorNotice error={error} again={() => Promise.all([told.again(), happened.again(), written.again()])} /> : null}
      {told.data && happened.data && isThere ? (
        <All clientId={clientId} told={told.data} happened={happened.data} written={written.data} labels={labels} />
      ) : error ? null : (
        <Waiting />
      )}
    </div>
  );
};
