import { foldForSearch } from '../../shared/clients.ts';
import { narrativeField } from '../../shared/note-content.ts';
import { emptyValue } from '../../shared/note-values.ts';
import { lostPaper } from './lost-paper.ts';
import type { Connection } from './open.ts';

/** What is known where a row stands in for one that is lost. */
export type Lost = {
  readonly db: Connection;
  /** The name it had. */
  readonly key: string | number;
  /** A row that names it. */
  readonly child: Readonly<Record<string, unknown>>;
  readonly childTable: string;
  readonly at: string;
  /** How many of its table were stood in for before. */
  readonly number: number;
};

type Row = Readonly<Record<string, unknown>>;

/** Whoever opens one of these is told at once what it is. */
export const lostWords = {
  client: 'Record lost in the damage',
  keyholder: 'Person lost in the damage',
  contact: 'Contact lost in the damage',
  service: 'Service lost in the damage',
  room: 'Room lost in the damage',
  field: 'Field lost in the damage',
  paper: 'Paper lost in the damage',
  paperText: 'This paper was lost when the practice was damaged. It is not what was signed or filed.',
  note: 'This note was lost when the practice was damaged. What belongs to it is kept here.',
  session: 'What was written down of this session was lost when the practice was damaged.',
} as const;

const named = (words: string, number: number): string => (number === 0 ? words : `${words} ${number + 1}`);
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const one = ({ db }: Lost, sql: string, ...values: readonly unknown[]): unknown =>
  (
    db
      .prepare(sql)
      .raw()
      .get(...values) as readonly unknown[] | undefined
  )?.[0];

/** Who did it as far as the row says, or the owner. */
const someone = (lost: Lost): unknown => {
  const { by, author_id: author, practitioner_id: practitioner, signed_by: signer } = lost.child;
  const said = lost.childTable === 'appointments' ? null : (by ?? author ?? practitioner ?? signer);
  return said ?? one(lost, "select id from keyholders order by role <> 'owner', created_at limit 1");
};

/** Whose it is: the row says so, or another one of the same session; where nobody does, a client who is lost as well. */
const clientOf = (lost: Lost): unknown => {
  const { client_id: said } = lost.child;
  if (said) return said;
  const asked = ['notes', 'incidents', 'holds'].map((table) => `select client_id from ${table} where session_id = ?`).join(' union all ');
  return (lost.childTable === 'session_events' ? one(lost, `${asked} limit 1`, lost.key, lost.key, lost.key) : null) ?? lost.key;
};

const unknownHash = '0'.repeat(64);

const paperKinds: Readonly<Record<string, string>> = { consents: 'consent', notes: 'note', letters: 'letter' };

/** The entry that was made with it says what its bytes were, so that a copy of it that somebody has is still known. */
const paper = (lost: Lost): Row | null => {
  const { db, key, child, childTable, at, number } = lost;
  const entry = db
    .prepare(
      'select seq, digest from audit where digest is not null and record_id in (?, ?) and seq not in (select audit_seq from documents)',
    )
    .get(key, text(child.id) ?? key) as { seq: number; digest: string } | undefined;
  const free =
    entry?.seq ??
    one(
      lost,
      'select min(seq) + 1 from audit as a where not exists (select 1 from audit as b where b.seq = a.seq + 1) and seq < (select max(seq) from audit)',
    );
  if (typeof free !== 'number') return null;
  return {
    client_id: text(child.client_id),
    kind: paperKinds[childTable] ?? 'scan',
    title: named(lostWords.paper, number),
    created_at: text(child.signed_at) ?? text(child.finalised_at) ?? at,
    sha256: entry?.digest ?? unknownHash,
    audit_seq: free,
    media_type: 'application/pdf',
    pdf: lostPaper(lostWords.paperText),
  };
};

const noPair = { before: null, after: null };
const noSummary = {
  ...{ touchSeconds: 0, blocks: 0, areas: [], techniques: [], distress: noPair, pain: noPair, stops: [], helped: [] },
  ...{ dissociation: null, arousal: null, action: null, underRule: false, incident: false, stirred: false },
};

/** By table: what stands in for a row of it. Columns that are not named are empty, or what the table gives them. */
export const standIns: Readonly<Record<string, (lost: Lost) => Row | null>> = {
  clients: ({ at, number }) => {
    const name = named(lostWords.client, number);
    const folded = foldForSearch(name);
    return { version: 1, chosen_name: name, sort_name: folded, search_text: folded, created_at: at, updated_at: at };
  },
  // The role that may do least; nothing opens the practice for it.
  keyholders: ({ key, at, number }) => ({
    ...{ wrap_id: `lost ${key}`, name: named(lostWords.keyholder, number), role: 'front-desk', created_at: at },
  }),
  contacts: ({ at, number }) => {
    const name = named(lostWords.contact, number);
    return { kind: 'person', name, search: foldForSearch(name), version: 1, created_at: at, updated_at: at };
  },
  services: ({ at, number }) => ({
    ...{ version: 1, name: named(lostWords.service, number), minutes: 60, before: 0, after: 0, tax_rate: 0, active: 0, created_at: at },
  }),
  rooms: ({ at, number }) => ({ version: 1, name: named(lostWords.room, number), active: 0, created_at: at }),
  practitioners: ({ at, number }) => ({ version: 1, name: named(lostWords.keyholder, number), active: 0, created_at: at }),
  custom_fields: ({ number }) => ({
    ...{ version: 1, label: named(lostWords.field, number), kind: 'text', options: '[]', in_use: 1, position: 1_000 + number },
  }),
  attachments: () => ({ kind: 'other' }),
  documents: paper,
  // What it vouched for stands on pages whose seal holds: its hash is believed, and the trail is broken at this entry.
  audit: ({ child, at }) => ({
    ...{ at: text(child.created_at) ?? at, actor: 'nobody', action: 'practice-salvaged', record_id: 'lost' },
    ...{ digest: child.sha256 === unknownHash ? null : text(child.sha256), mac: Buffer.alloc(32) },
  }),
  sessions: (lost) => {
    const began = text(lost.child.at) ?? text(lost.child.since) ?? text(lost.child.opened_at) ?? lost.at;
    return {
      ...{ client_id: clientOf(lost), practitioner_id: someone(lost), started_at: began, planned_minutes: 60, talk_only: 0, ticks: 0 },
      ...{ ended_at: began, ended_offset: 0, ended_by: someone(lost), close_id: `lost ${lost.key}` },
      ...{ ending: JSON.stringify({ left: lostWords.session, tasks: [] }), summary: JSON.stringify(noSummary) },
    };
  },
  incidents: (lost) => {
    const { session_id: session, since } = lost.child;
    const last = one(lost, 'select max(episode) from incidents where session_id = ?', session);
    return { session_id: session, client_id: clientOf(lost), episode: Number(last ?? 0) + 1, opened_at: text(since) ?? lost.at };
  },
  notes: (lost) => {
    const at = text(lost.child.at) ?? text(lost.child.created_at) ?? lost.at;
    const body = { format: 'narrative', values: { [narrativeField]: { ...emptyValue, text: lostWords.note } }, custom: [], kept: [] };
    return {
      ...{ client_id: clientOf(lost), author_id: someone(lost), happened_on: at.slice(0, 10), created_at: at, created_on: at.slice(0, 10) },
      ...{ edition: one(lost, 'select edition from notes limit 1') ?? '', revision: 1, saved_at: at, body: JSON.stringify(body), late: 0 },
    };
  },
};
