import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { firstBrokenEntry } from '../../electron/audit/audit-repository.ts';
import { queryLayer } from '../../electron/store/dialect.ts';
import { type Connection, openDatabase } from '../../electron/store/open.ts';
import { keysFrom } from '../../electron/vault/envelope.ts';
import { readHeader } from '../../electron/vault/header.ts';
import { wayIn } from '../../electron/vault/ways-in.ts';
import type { ClientDetails, nothingFurther } from '../../shared/clients.ts';
import { brokenNotes, type KeptNotes, notesIn } from './kept-notes.ts';
import { brokenSessions, type KeptSessions, sessionsIn } from './kept-sessions.ts';

export type PracticeKeys = ReturnType<typeof keysFrom>;

/** Derived once a practice, since that is slow on purpose; the checks then read the file without the application's own calls. */
export const keysOf = async (folder: string, passphrase: string): Promise<PracticeKeys> => {
  const header = readHeader(folder);
  const way = header && (await wayIn(header, 'passphrase', passphrase));
  if (!way) throw new Error('the header does not open with the passphrase');
  return keysFrom(way.dataKey, header.practiceId);
};

type Row = Readonly<Record<string, unknown>>;
type KeptIntake = { readonly revision: number; readonly isOver: boolean; readonly entries: Readonly<Record<string, unknown>> };
type KeptClient = { readonly version: number; readonly details: ClientDetails };

export type Kept = {
  readonly clients: ReadonlyMap<string, KeptClient>;
  readonly consentIds: ReadonlySet<string>;
  readonly withdrawals: number;
  readonly maps: number;
  readonly rehearsals: number;
  /** Answers of all health screens by question, and what was said of each item's finding. */
  readonly health: { readonly answers: Readonly<Record<string, string>>; readonly said: Readonly<Record<string, readonly string[]>> };
  /** Time on the wall, and how many entries say what became of each. */
  readonly appointments: readonly { readonly time: string; readonly version: number; readonly changes: number }[];
  readonly sessions: KeptSessions;
  readonly notes: KeptNotes;
  /** By id: how often each was kept, and what it holds. */
  readonly intakes: ReadonlyMap<string, KeptIntake>;
  /** The trail's entries in their order. */
  readonly trail: readonly { readonly action: string; readonly actor: string; readonly recordId: string | null }[];
  /** What `brokenIn` says. */
  readonly broken: readonly string[];
};

const all = (db: Connection, sql: string): Row[] => db.prepare(sql).all() as Row[];

/** In the order they are given back. */
const tagsIn = (db: Connection): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...Map.groupBy(all(db, 'select client_id, words from client_tags order by folded'), (row) => String(row.client_id))].map(
      ([id, rows]) => [id, rows.map(({ words }) => String(words))],
    ),
  );

const furtherOf = (row: Row, tags: readonly string[]): Pick<ClientDetails, keyof typeof nothingFurther> => ({
  voicemail: row.voicemail as ClientDetails['voicemail'],
  discreetWords: String(row.discreet_words),
  language: String(row.language),
  emergencyContacts: JSON.parse(String(row.emergency_contacts)),
  guardian: JSON.parse(String(row.guardian)),
  tags: [...tags],
  custom: {},
});

const clientsIn = (db: Connection): Map<string, KeptClient> => {
  const tags = tagsIn(db);
  return new Map(
    all(db, 'select * from clients').map((row) => [
      String(row.id),
      {
        version: Number(row.version),
        details: {
          chosenName: String(row.chosen_name),
          legalName: String(row.legal_name),
          pronouns: String(row.pronouns),
          birthDate: row.birth_date === null ? null : String(row.birth_date),
          phone: String(row.phone),
          email: String(row.email),
          contactWishes: String(row.contact_wishes),
          stopWord: String(row.stop_word),
          stopGesture: String(row.stop_gesture),
          ...furtherOf(row, tags.get(String(row.id)) ?? []),
        },
      },
    ]),
  );
};

const intakesIn = (db: Connection): Map<string, KeptIntake> =>
  new Map(
    all(db, 'select id, revision, reviewed_at, entries from intakes').map((row) => [
      String(row.id),
      { revision: Number(row.revision), isOver: row.reviewed_at !== null, entries: JSON.parse(String(row.entries)) },
    ]),
  );

const healthIn = (db: Connection): Kept['health'] => {
  const given = all(db, 'select answers from health_screens').flatMap((row) =>
    Object.entries(JSON.parse(String(row.answers)) as Record<string, { readonly answer: string }>),
  );
  const said = all(db, "select item_id, event from finding_events join findings on id = finding_id where what = 'said' order by seq");
  return {
    answers: Object.fromEntries(given.map(([id, { answer }]) => [id, answer])),
    said: Object.fromEntries(
      [...Map.groupBy(said, (row) => String(row.item_id))].map(([id, rows]) => [
        id,
        rows.map((row) => String((JSON.parse(String(row.event)) as { answer: string }).answer)),
      ]),
    ),
  };
};

const appointmentsIn = (db: Connection): Kept['appointments'] =>
  all(
    db,
    'select time, version, (select count(*) from appointment_changes where appointment_id = id) as changes from appointments order by starts_at',
  ).map(({ time, version, changes }) => ({ time: String(time), version: Number(version), changes: Number(changes) }));

/** A client is there with each of its entries, or neither is. */
const brokenClients = (clients: ReadonlyMap<string, KeptClient>, audit: readonly Row[]): string[] => {
  const entries = (id: string, ...actions: string[]) =>
    audit.filter((row) => row.client_id === id && actions.includes(String(row.action))).length;
  const orphans = audit.filter((row) => row.client_id !== null && !clients.has(String(row.client_id)));
  return [
    ...orphans.map((row) => `entry ${row.seq} (${row.action}) is about a client who is not there`),
    ...[...clients].flatMap(([id, { version }]) => {
      const created = entries(id, 'client-created');
      const own = [
        'client-changed',
        'client-archived',
        'client-in-error',
        'client-photo-changed',
        'clients-merged',
        'stop-signal-agreed',
        'stop-signal-rehearsed',
      ];
      // Of two records that became one the other changed too.
      const changed = entries(id, ...own) + audit.filter((row) => row.action === 'clients-merged' && row.record_id === id).length;
      return created === 1 && changed === version - 1 ? [] : [`client ${id} at version ${version} has ${created} + ${changed} entries`];
    }),
  ];
};

/** Consent, document and the entry that vouches for its bytes: all three or none. */
const brokenConsents = (consents: readonly Row[], documents: readonly Row[], audit: readonly Row[]): string[] => {
  const signed = audit.filter((row) => row.action === 'consent-signed');
  const counts = [consents.length, documents.length, signed.length];
  const wrong = consents.filter((consent) => {
    const document = documents.find((one) => one.id === consent.document_id);
    const entry = signed.find((one) => one.seq === document?.audit_seq);
    const sha256 =
      document &&
      createHash('sha256')
        .update(document.pdf as Uint8Array)
        .digest('hex');
    return !entry || entry.record_id !== consent.id || entry.digest !== sha256 || document?.sha256 !== sha256;
  });
  return [
    ...(new Set(counts).size === 1 ? [] : [`${counts.join(' / ')} consents, documents and entries`]),
    ...wrong.map((consent) => `consent ${consent.id} does not fit its document and entry`),
  ];
};

const brokenFile = (db: Connection): string[] => {
  const integrity = all(db, 'pragma integrity_check').map((row) => String(Object.values(row)[0]));
  return [
    ...integrity.filter((word) => word !== 'ok'),
    ...all(db, 'pragma foreign_key_check').map((row) => `reference ${JSON.stringify(row)}`),
  ];
};

/** Whatever must never be found together in one file, in words; empty when all is well. */
export const brokenIn = async (db: Connection, auditKey: Buffer): Promise<string[]> => {
  const audit = all(db, 'select * from audit order by seq');
  const consents = all(db, 'select id, document_id from consents');
  const documents = all(db, "select * from documents where kind = 'consent'");
  const bad = await firstBrokenEntry(queryLayer(db), auditKey);
  return [
    ...(bad === null ? [] : [`the audit chain breaks at entry ${bad}`]),
    ...brokenFile(db),
    ...brokenClients(clientsIn(db), audit),
    ...brokenConsents(consents, documents, audit),
    ...brokenSessions(db, audit),
    ...brokenNotes(db, audit),
  ];
};

/** What the closed practice holds, and every rule of it that is broken. */
export const keptIn = async (folder: string, keys: PracticeKeys): Promise<Kept> => {
  const db = openDatabase(join(folder, 'practice.db'), keys.database, { create: false });
  try {
    return {
      clients: clientsIn(db),
      consentIds: new Set(all(db, 'select id from consents').map((row) => String(row.id))),
      intakes: intakesIn(db),
      maps: all(db, 'select id from consent_maps where holds = 1').length,
      health: healthIn(db),
      appointments: appointmentsIn(db),
      sessions: sessionsIn(db),
      notes: notesIn(db),
      rehearsals: all(db, 'select id from stop_rehearsals').length,
      withdrawals: all(db, 'select id from consent_withdrawals').length,
      trail: all(db, 'select action, actor, record_id from audit order by seq').map(({ action, actor, record_id }) => ({
        action: String(action),
        actor: String(actor),
        recordId: record_id === null ? null : String(record_id),
      })),
      broken: await brokenIn(db, keys.audit),
    };
  } finally {
    db.close();
  }
};
