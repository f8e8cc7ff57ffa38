import { createHmac } from 'node:crypto';
import type { AuditAction, AuditSubject } from '../../shared/call.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';

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

/** Adds this call's entry in the caller's own transaction; gives its place in the chain. */
export const recordAudit = async (
  tx: Tx,
  practice: Recorder,
  subject: AuditSubject & { readonly digest?: string },
  action: AuditAction | null = practice.action,
): Promise<number> => {
  if (action === null) throw new Error('a call without an audit action wrote to the audit trail');
  const head = await headOf(tx);
  const entry: AuditEntry = {
    seq: head.seq + 1,
    at: practice.now(),
    actor: practice.actor.id,
    action,
    clientId: subject.clientId ?? null,
    recordId: subject.recordId ?? null,
    digest: subject.digest ?? null,
  };
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
      mac: macOf(practice.auditKey, head.mac, entry),
    })
    .execute();
  return entry.seq;
};

/** The first entry whose MAC does not follow from what is recorded, or null when the chain holds. */
export const firstBrokenEntry = async (db: Reader, key: Buffer): Promise<number | null> => {
  const rows = await db.selectFrom('audit').selectAll().orderBy('seq').execute();
  let before: Uint8Array = noHead.mac;
  for (const [index, row] of rows.entries()) {
    const entry = {
      seq: row.seq,
      at: row.at,
      actor: row.actor,
      action: row.action,
      clientId: row.client_id,
      recordId: row.record_id,
      digest: row.digest,
    };
    if (row.seq !== index + 1 || !macOf(key, before, entry).equals(row.mac)) return row.seq;
    before = row.mac;
  }
  return null;
};
