import { createHmac } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type AnchorState, type Evidence, judgeEvidence } from '../../shared/audit.ts';
import type { AuditAction, AuditSubject, lockedActions } from '../../shared/call.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import type { Database } from '../store/dialect.ts';
import type { AuditTable } from '../store/schema.ts';

export type AuditEntry = {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly clientId: string | null;
  readonly recordId: string | null;
  /** SHA-256 of a document this entry vouches for. */
  readonly digest: string | null;
};

type Head = { readonly seq: number; readonly mac: Uint8Array };

const noHead: Head = { seq: 0, mac: new Uint8Array(32) };

/** Each entry's MAC covers the one before it: an entry changed, taken out or put in breaks every later one. */
const macOf = (key: Buffer, before: Uint8Array, entry: AuditEntry): Buffer =>
  createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify([entry.seq, entry.at, entry.actor, entry.action, entry.clientId, entry.recordId, entry.digest]), 'utf8')
    .digest();

const headOf = async (db: Reader): Promise<Head> =>
  (await db.selectFrom('audit').select(['seq', 'mac']).orderBy('seq', 'desc').limit(1).executeTakeFirst()) ?? noHead;

/** The chain's newest MAC in hex, or 'none': printed on what is signed next. */
export const auditHead = async (db: Reader): Promise<string> => {
  const head = await headOf(db);
  return head.seq === 0 ? 'none' : Buffer.from(head.mac).toString('hex');
};

type Recorder = Pick<Practice, 'auditKey' | 'actor' | 'now' | 'action'>;

const append = async (tx: Tx, key: Buffer, head: Head, entry: AuditEntry): Promise<Head> => {
  const mac = macOf(key, head.mac, entry);
  await tx
    .insertInto('audit')
    .values({
      seq: entry.seq,
      at: entry.at,
      actor: entry.actor,
      action: entry.action,
      client_id: entry.clientId,
      record_id: entry.recordId,
      digest: entry.digest,
      mac,
    })
    .execute();
  return { seq: entry.seq, mac };
};

/** Adds this call's entry in the caller's own transaction; gives its place in the chain. */
export const recordAudit = async (
  tx: Tx,
  practice: Recorder,
  subject: AuditSubject & { readonly digest?: string },
  action: AuditAction | null = practice.action,
): Promise<number> => {
  if (action === null) throw new Error('a call without an audit action wrote to the audit trail');
  const head = await headOf(tx);
  const added = await append(tx, practice.auditKey, head, {
    seq: head.seq + 1,
    at: practice.now(),
    actor: practice.actor.id,
    action,
    clientId: subject.clientId ?? null,
    recordId: subject.recordId ?? null,
    digest: subject.digest ?? null,
  });
  return added.seq;
};

/** Who stands for what was recorded while locked, without a key: nobody vouches for it. */
export const nobody = 'nobody';

export type LockedEntry = { readonly action: (typeof lockedActions)[number]; readonly at: string; readonly id: string };

/** Takes in what was written down while locked, in its order and with its own times; what a crash let stay there is not taken in twice. */
export const joinLocked = async (tx: Tx, key: Buffer, entries: readonly LockedEntry[]): Promise<void> => {
  let head = await headOf(tx);
  for (const { action, at, id } of entries) {
    const there = await tx.selectFrom('audit').select('seq').where('actor', '=', nobody).where('record_id', '=', id).executeTakeFirst();
    if (there) continue;
    head = await append(tx, key, head, { seq: head.seq + 1, at, actor: nobody, action, clientId: null, recordId: id, digest: null });
  }
};

/** The MAC of an entry in hex, or null where there is none; of entry 0, the one the chain begins with. */
const macAt = async (db: Reader, seq: number): Promise<string | null> => {
  if (seq === 0) return Buffer.from(noHead.mac).toString('hex');
  const row = await db.selectFrom('audit').select('mac').where('seq', '=', seq).executeTakeFirst();
  return row ? Buffer.from(row.mac).toString('hex') : null;
};

/**
 * Which record the entry of the opening names that began to count commits and to keep an anchor: where it stands, an anchor there must be,
 * whatever the counter says.
 */
export const anchorBegun = 'anchor-begun';

const keptAnchor = async (db: Reader): Promise<boolean> => {
  const openings = db.selectFrom('audit').select('seq').where('action', 'in', ['unlocked', 'recovered', 'backup-restored']);
  return (await openings.where('record_id', '=', anchorBegun).limit(1).executeTakeFirst()) !== undefined;
};

/** Looks at the trail's end beside its anchor, while nothing can be committed: otherwise the one would be ahead of the other. */
export const evidenceIn = (db: Database, readAnchor: () => AnchorState | null): Promise<Evidence> =>
  db.connection().execute(async (alone) => {
    const anchor = readAnchor();
    const { count } = await alone.selectFrom('commits').select('count').executeTakeFirstOrThrow();
    // Set back to nothing, the counter would say that there never was an anchor.
    const commits = anchor === null && count === 0 && (await keptAnchor(alone)) ? 1 : count;
    const { seq } = await headOf(alone);
    return judgeEvidence({ commits, seq, headAtAnchor: anchor ? await macAt(alone, anchor.seq) : null }, anchor);
  });

/** Who came in last, as far as the trail knows; null where nobody did. */
export const lastActor = async (db: Reader): Promise<string | null> => {
  const opened = db
    .selectFrom('audit')
    .select('actor')
    .where('action', 'in', ['unlocked', 'recovered', 'practice-created', 'backup-restored']);
  return (await opened.orderBy('seq', 'desc').limit(1).executeTakeFirst())?.actor ?? null;
};

/** When the newest entry was recorded; null where there is none. */
export const newestEntryAt = async (db: Reader): Promise<string | null> =>
  (await db.selectFrom('audit').select('at').orderBy('seq', 'desc').limit(1).executeTakeFirst())?.at ?? null;

/** When one of these was last recorded. */
export const lastEntryAt = async (db: Reader, actions: readonly AuditAction[]): Promise<string | null> => {
  const newest = db.selectFrom('audit').select('at').where('action', 'in', actions).orderBy('seq', 'desc').limit(1);
  return (await newest.executeTakeFirst())?.at ?? null;
};

/** Bound to the key in use: nobody puts in a key of their own and writes the trail anew with it. */
const macOfChainKey = (present: Buffer, untilSeq: number, key: Uint8Array): Buffer =>
  createHmac('sha256', present).update(`stillpoint/chain-key until ${untilSeq}\n`, 'utf8').update(key).digest();

/** From the next entry on the key `next` counts; the entries up to here stay as they are, because signed documents name them. */
export const keepChainKey = async (tx: Tx, present: Buffer, next: Buffer): Promise<void> => {
  const { seq } = await headOf(tx);
  const older = await tx.selectFrom('chain_keys').select(['until_seq', 'key']).execute();
  for (const { until_seq, key } of older) {
    const mac = macOfChainKey(next, until_seq, key);
    await tx.updateTable('chain_keys').set({ mac }).where('until_seq', '=', until_seq).execute();
  }
  await tx
    .insertInto('chain_keys')
    .values({ until_seq: seq, key: present, mac: macOfChainKey(next, seq, present) })
    .execute();
};

type ChainKey = { readonly untilSeq: number; readonly key: Buffer };

/** Keys of older stretches, those alone that the present key vouches for: under any other the entries do not hold. */
const olderKeys = async (db: Reader, present: Buffer): Promise<readonly ChainKey[]> => {
  const rows = await db.selectFrom('chain_keys').selectAll().orderBy('until_seq').execute();
  return rows
    .filter(({ until_seq, key, mac }) => macOfChainKey(present, until_seq, key).equals(mac))
    .map(({ until_seq, key }) => ({ untilSeq: until_seq, key: Buffer.from(key) }));
};

const entryOf = (row: AuditTable): AuditEntry => ({
  seq: row.seq,
  at: row.at,
  actor: row.actor,
  action: row.action,
  clientId: row.client_id,
  recordId: row.record_id,
  digest: row.digest,
});

const perStep = 500;

/** Entries from there on; at the beginning also those that stand before the first, which nobody may have put there. */
const entriesAfter = (db: Reader, seq: number): Promise<AuditTable[]> => {
  const all = db.selectFrom('audit').selectAll().orderBy('seq').limit(perStep);
  return (seq === 0 ? all : all.where('seq', '>', seq)).execute();
};

/** What the walk found. `entries`: how many follow from one another from the first on. */
export type Walk = { readonly entries: number; readonly firstBad: number | null };

/**
 * Walks the chain, letting other calls in between its steps. `firstBad`: the first entry whose MAC does not follow from what is recorded, or
 * null when the chain holds. Keys are read after the entries they are for: the key may be renewed while it walks.
 */
export const walkChain = async (db: Reader, key: Buffer): Promise<Walk> => {
  let head = noHead;
  for (;;) {
    const rows = await entriesAfter(db, head.seq);
    const older = await olderKeys(db, key);
    for (const row of rows) {
      const keyThen = older.find(({ untilSeq }) => untilSeq >= row.seq)?.key ?? key;
      if (row.seq !== head.seq + 1 || !macOf(keyThen, head.mac, entryOf(row)).equals(row.mac)) {
        return { entries: head.seq, firstBad: row.seq };
      }
      head = { seq: row.seq, mac: row.mac };
    }
    if (rows.length < perStep) return { entries: head.seq, firstBad: null };
    await nextTurn();
  }
};

/** As `walkChain`, for those who only ask whether it holds. */
export const firstBrokenEntry = async (db: Reader, key: Buffer): Promise<number | null> => (await walkChain(db, key)).firstBad;
