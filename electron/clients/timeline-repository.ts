import { type RawBuilder, sql } from 'kysely';
import type { TimelineEntry, TimelineGroup } from '../../shared/timeline.ts';
import type { Reader } from '../practice/practice.ts';

type Row = {
  readonly kind: TimelineEntry['kind'];
  readonly id: string;
  readonly at: string;
  readonly more: string;
  readonly total: number;
};
type Part = (clientId: string) => RawBuilder<unknown>;

const none = sql`'{}'`;
/** SQLite has no truth in its JSON but what is told to be one. */
const truth = (condition: RawBuilder<unknown>): RawBuilder<unknown> => sql`json(iif(${condition}, 'true', 'false'))`;

const sessions: Part = (clientId) => sql`
  select 'session' as kind, sessions.id, sessions.started_at as at, json_object(
    'number', row_number() over (order by sessions.started_at, sessions.id),
    'ended', ${truth(sql`sessions.ended_at is not null`)}, 'talkOnly', ${truth(sql`sessions.talk_only = 1`)},
    'touchSeconds', coalesce(sessions.summary ->> 'touchSeconds', 0), 'blocks', coalesce(sessions.summary ->> 'blocks', 0),
    'stops', coalesce(json_array_length(sessions.summary, '$.stops'), 0),
    'incident', ${truth(sql`exists (select 1 from incidents where incidents.session_id = sessions.id)`)},
    'note', (select json_object('id', notes.id, 'signedAt', notes.signed_at) from notes where notes.session_id = sessions.id
      and notes.id not in (select note_id from note_errors) order by notes.created_at limit 1)) as more
  from sessions where sessions.client_id = ${clientId}
  union all select 'note', notes.id, coalesce(notes.signed_at, notes.created_at), json_object('on', notes.happened_on,
    'authorName', keyholders.name, 'signedAt', notes.signed_at,
    'inError', ${truth(sql`exists (select 1 from note_errors where note_id = notes.id)`)})
  from notes join keyholders on keyholders.id = notes.author_id
  where notes.client_id = ${clientId} and (notes.session_id is null or notes.id in (select note_id from note_errors))`;

const appointments: Part = (clientId) => sql`
  select 'appointment' as kind, appointments.id, appointments.starts_at as at,
    json_object('serviceName', services.name, 'status', appointments.status) as more
  from appointments join services on services.id = appointments.service_id
  where appointments.client_id = ${clientId} and not exists (select 1 from sessions where sessions.appointment_id = appointments.id)`;

const consents: Part = (clientId) => sql`
  select 'consent' as kind, consents.id, consents.signed_at as at, json_object('title', consents.title, 'documentId', consents.document_id,
    'onPaper', ${truth(sql`exists (select 1 from paper_consents where consent_id = consents.id)`)}) as more
  from consents where consents.client_id = ${clientId}
  union all select 'withdrawn', back.id, back.withdrawn_at,
    json_object('title', consents.title, 'isPart', ${truth(sql`back.parts <> '[]'`)})
  from consent_withdrawals as back join consents on consents.id = back.consent_id where consents.client_id = ${clientId}
  union all select 'map', id, made_at, json_object('source', source) from consent_maps
  where client_id = ${clientId} and source in ('together', 'handover', 'withdrawal')`;

const intake: Part = (clientId) => sql`
  select 'intake' as kind, id, reviewed_at as at, json_object('number', number) as more from intakes
  where client_id = ${clientId} and reviewed_at is not null
  union all select 'health', id, done_at, json_object('number', number) from health_screens
  where client_id = ${clientId} and done_at is not null`;

const letters: Part = (clientId) => sql`
  select 'letter' as kind, letters.id, letters.finalised_at as at, json_object('title', documents.title,
    'recipientName', letters.recipient ->> 'name',
    'handedOverOn', (select min(happened_on) from letter_events where letter_id = letters.id and kind = 'handed_over')) as more
  from letters join documents on documents.id = letters.document_id where letters.client_id = ${clientId}
  union all select 'answer', letters.id, letter_events.at, json_object('title', documents.title, 'on', letter_events.happened_on)
  from letter_events join letters on letters.id = letter_events.letter_id join documents on documents.id = letters.document_id
  where letters.client_id = ${clientId} and letter_events.kind = 'answered'
  union all select 'told', id, at, json_object('toName', to_name, 'way', way, 'on', happened_on) from disclosures
  where client_id = ${clientId} and letter_id is null`;

const files: Part = (clientId) => sql`
  select 'file' as kind, id, created_at as at, json_object('title', coalesce((select title from attachment_descriptions
    where document_id = documents.id order by seq desc limit 1), title),
    'inError', ${truth(sql`exists (select 1 from attachment_errors where document_id = documents.id)`)}) as more
  from documents where client_id = ${clientId} and kind = 'scan'`;

const tasks: Part = (clientId) => sql`
  select 'task' as kind, id, done_at as at, json_object('title', title) as more from tasks
  where client_id = ${clientId} and done_at is not null`;

const record: Part = (clientId) => sql`
  select 'added' as kind, id, created_at as at, ${none} as more from clients where id = ${clientId}
  union all select 'archived', id, archived_at, ${none} from clients where id = ${clientId} and archived_at is not null and in_error = 0
  union all select 'merged', merged_id, at, json_object('name', clients.chosen_name, 'reason', reason)
  from client_merges join clients on clients.id = client_merges.merged_id where into_id in (
    with recursive all_of (id) as (select ${clientId} union select clients.id from all_of join clients on clients.merged_into = all_of.id)
    select id from all_of)
  union all select 'in-error', client_id, at, json_object('reason', reason, 'taken', ${truth(sql`in_error = 0`)}) from client_errors
  where client_id = ${clientId}`;

const partOf: Readonly<Record<TimelineGroup, Part>> = { sessions, appointments, consents, intake, letters, files, tasks, record };

type Asked = {
  readonly clientId: string;
  readonly groups: readonly TimelineGroup[];
  readonly until: string;
  readonly limit: number;
  readonly offset: number;
};

/** What happened, newest first, with how much there is in all. Each group has an index by client; all of it is told apart in one question. */
export const timelineOf = async (
  db: Reader,
  { clientId, groups, until, limit, offset }: Asked,
): Promise<{ readonly entries: readonly unknown[]; readonly total: number }> => {
  const parts = [...new Set(groups)].map((group) => sql`select * from (${partOf[group](clientId)})`);
  const all = sql.join(parts, sql` union all `);
  const { rows } = await sql<Row>`
    select kind, id, at, more, count(*) over () as total from (${all})
    where at <= ${until} order by at desc, kind, id desc limit ${limit} offset ${offset}`.execute(db);
  return {
    entries: rows.map(({ kind, id, at, more }) => ({ kind, id, at, ...(JSON.parse(more) as object) })),
    total: rows[0]?.total ?? 0,
  };
};
