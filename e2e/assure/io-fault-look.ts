import { cpSync, readdirSync, rmSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { type Connection, openDatabase } from '../../electron/store/open.ts';
import { judgeFiles } from '../../electron/vault/files-found.ts';
import { intactHeaders } from '../../electron/vault/header.ts';
import type { Reply } from '../../shared/app-error.ts';
import { brokenBackups } from './backup-places.ts';
import { type Fault, misnamed, shortWrites } from './faults.ts';
import type { Life } from './io-fault-place.ts';
import { keptIn, type PracticeKeys } from './kept-records.ts';
import { trialFolder } from './trial.ts';

type Row = Readonly<Record<string, unknown>>;

const { ENOSPC, EROFS, EACCES } = constants.errno;
const called = new Map<number, string>([
  [ENOSPC, 'disk-full'],
  [EROFS, 'folder-read-only'],
  [EACCES, 'folder-read-only'],
]);

/** What has words of its own for a disk that failed. */
const ownWords: readonly string[] = ['backup-not-tried', 'file-not-written', 'new-key-unfinished'];

const named = (fault: Fault, reply: Reply<unknown>): boolean => {
  if (reply.ok || reply.error.code !== 'refused') return false;
  const { reason, details } = reply.error;
  if (ownWords.includes(reason)) return true;
  return reason === 'backup-not-written' && [called.get(fault.action), 'disk-failing'].includes(String(details?.problem));
};

/** What the answer says instead of the truth, or null. What was written in two parts is written. */
export const untruth = (fault: Fault, reply: Reply<unknown>, mayBeDone: boolean): unknown => {
  if (fault === shortWrites) return reply.ok ? null : reply.error;
  if (reply.ok) return mayBeDone ? null : 'done, although a call failed';
  return named(fault, reply) ? null : misnamed(fault, reply);
};

const all = (db: Connection, sql: string): Row[] => db.prepare(sql).all() as Row[];

/** What was told and is not there. What was refused may be there as well: the anchor is written last. */
const lost = (db: Connection, { told }: Life): string[] => {
  const clients = new Map(all(db, 'select id, version, chosen_name from clients').map((row) => [row.id, row]));
  const notes = new Map(all(db, 'select id, revision, signed_at from notes').map((row) => [row.id, row]));
  const consents = new Set(all(db, 'select id from consents').map(({ id }) => id));
  const [draft] = all(db, 'select text from drafts');
  return [
    ...[...told.clients].flatMap(([id, { version, name }]) => {
      const row = clients.get(id);
      const isThere = row && (Number(row.version) > version || (row.version === version && row.chosen_name === name));
      return isThere ? [] : [`client ${name} was told at version ${version}: ${JSON.stringify(row)}`];
    }),
    ...[...told.notes].flatMap(([id, { revision, isSigned }]) => {
      const row = notes.get(id);
      return row && Number(row.revision) >= revision && (!isSigned || row.signed_at !== null) ? [] : [`a note was told: ${id}`];
    }),
    ...[...told.consents].flatMap((id) => (consents.has(id) ? [] : [`a consent was told: ${id}`])),
    ...(told.draft !== null && draft === undefined ? ['a draft was told'] : []),
  ];
};

/** As the next opening would find the files: nothing amiss, since nobody changed them. */
export const alarms = (folder: string, keys: PracticeKeys): string[] => {
  const headers = intactHeaders(folder);
  const generation = Math.max(0, ...headers.map((header) => header.generation));
  const { findings, beyond } = judgeFiles({ folder, keys, generation, headerMended: headers.length === 1 });
  return [...findings.map(({ kind }) => `false alarm: ${kind}`), ...(beyond !== null && beyond > 1 ? [`${beyond} commits ahead`] : [])];
};

/** Everything wrong with what lies on the disk now, looked at in a copy as the process would leave it if it were killed. */
export const wrongOnDisk = async (life: Life): Promise<string[]> => {
  const copy = join(trialFolder(), 'practice');
  cpSync(life.places.practice, copy, { recursive: true, filter: (path) => !path.endsWith('-shm') });
  try {
    const amiss = alarms(copy, life.keys);
    const db = openDatabase(join(copy, 'practice.db'), life.keys.database, { create: false });
    const missing = lost(db, life);
    db.close();
    const { broken } = await keptIn(copy, life.keys);
    return [...amiss, ...missing, ...broken, ...brokenBackups(life.places.away).map((name) => `half a backup: ${name}`)];
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
};

const unfinished = /[.]new$|[.]partial$|[.]making|practice[.](restor|looking|copying)/;

/** Half-written files, once the same was asked again and worked. What SQLite shares between processes holds nothing. */
export const leftBehind = ({ places }: Life): string[] =>
  [places.practice, places.away, places.papers].flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => unfinished.test(name) && !name.endsWith('-shm'))
      .map((name) => `left behind: ${name}`),
  );
