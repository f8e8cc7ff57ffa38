import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../electron/store/copy-under-key.ts';
import { type Connection, openDatabase } from '../../electron/store/open.ts';
import { committedFrames, frameBytes, walOf } from '../../electron/store/wal-frames.ts';
import { anchorFile, readAnchor } from '../../electron/vault/anchor.ts';
import { judgeEvidence } from '../../shared/audit.ts';
import { brokenIn, type PracticeKeys } from './kept-records.ts';

/** How far the practice had come: steps taken, restores, commits. */
export type State = { readonly steps: number; readonly restores: number; readonly commits: number };

const stateIn = (db: Connection): State =>
  db
    .prepare(
      `select (select count(*) from kysely_migration) as steps,
       (select count(*) from audit where action = 'backup-restored') as restores, (select count from commits) as commits`,
    )
    .get() as State;

/** What the anchor beside it says of the trail's end, after a crash; null when that is as it may be. */
const wrongEnd = (db: Connection, folder: string, keys: PracticeKeys, { commits }: State): string | null => {
  const { seq } = db.prepare('select max(seq) as seq from audit').get() as { seq: number };
  const anchor = readAnchor(anchorFile(folder), keys.anchor);
  const at = anchor && (db.prepare('select mac from audit where seq = ?').get(anchor.seq) as { mac: Buffer } | undefined);
  const { verdict } = judgeEvidence({ commits, seq, headAtAnchor: at ? at.mac.toString('hex') : null }, anchor);
  return verdict === 'whole' || verdict === 'one-ahead' ? null : `the trail's end: ${verdict}`;
};

export type Content = { readonly rows: string; readonly state: State };

/**
 * The pages of the closed file and the frames of its log that count. What stands behind those (most of what a power cut tears) SQLite passes
 * over, so that two images with the same ones hold the same rows, and need not both be read to the last.
 */
const pagesIn = (folder: string): string => {
  const file = join(folder, 'practice.db');
  const log = existsSync(walOf(file)) ? readFileSync(walOf(file)) : Buffer.alloc(0);
  const last = committedFrames(log).at(-1);
  const counted = log.subarray(0, last ? last.at + frameBytes : 0);
  return `${hash('sha1', readFileSync(file))} ${hash('sha1', counted)}`;
};

/** Of images with known pages one of so many is read to its last row all the same. */
const everySo = 50;

/**
 * After each commit a practice holds one thing and no other: whatever image shows it after that commit must hold it to the last row. What it
 * holds is read through once for all images that hold the same.
 */
export const legalStates = () => {
  const known = new Map<string, string>();
  const broken = new Map<string, string>();
  const contents = new Map<string, Content>();
  let looked = 0;

  const contentOf = async (db: Connection, keys: PracticeKeys): Promise<Content | string> => {
    const state = stateIn(db);
    const rows = contentHash(db);
    const name = JSON.stringify(state);
    if ((known.get(name) ?? rows) !== rows) return `it holds what it never held: ${name}`;
    known.set(name, rows);
    const words = broken.get(rows) ?? (await brokenIn(db, keys.audit)).join('; ');
    broken.set(rows, words);
    return words || { rows, state };
  };

  /** Opens the practice or backup in the folder as the application does; what it holds, or what is wrong with it. */
  return async <T>(folder: string, keys: PracticeKeys, then: (db: Connection, content: Content) => T): Promise<T | string> => {
    const pages = pagesIn(folder);
    const db = openDatabase(join(folder, 'practice.db'), keys.database, { create: false });
    try {
      looked += 1;
      const before = contents.get(pages);
      const content = before && looked % everySo > 0 ? before : await contentOf(db, keys);
      if (typeof content === 'string') return content;
      contents.set(pages, content);
      const state = stateIn(db);
      if (JSON.stringify(state) !== JSON.stringify(content.state)) return `it has come to another commit: ${JSON.stringify(state)}`;
      return wrongEnd(db, folder, keys, state) ?? then(db, content);
    } finally {
      db.close();
    }
  };
};

export type LegalStates = ReturnType<typeof legalStates>;
