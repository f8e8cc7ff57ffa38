import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Connection, openDatabase } from '../store/open.ts';
import { readTags, rootOf } from '../store/page-tags.ts';
import { watchFiles } from './watched-files.ts';

const withFiles = (work: (db: Connection, path: string) => void): void => {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  const path = join(folder, 'practice.db');
  const db = openDatabase(path, randomBytes(32), { create: true });
  try {
    db.exec('create table notes (words text) strict');
    db.pragma('wal_checkpoint(TRUNCATE)');
    work(db, path);
  } finally {
    db.close();
    rmSync(folder, { recursive: true, force: true });
  }
};

const save = (db: Connection): void => void db.prepare('insert into notes values (?)').run('x'.repeat(20_000));

test('a move of the log that failed in the middle is ours, and what another program writes after the next one is not', () => {
  withFiles((db, path) => {
    const files = watchFiles(path, () => 1, null);
    save(db);
    files.advance();
    expect(files.stand()).toBe('ours');

    files.unsettle();
    db.pragma('wal_checkpoint(TRUNCATE)');
    // The disk was full before it could be counted.
    expect(files.stand()).toBe('ours');
    expect(files.vouched().settled).toBe(false);

    files.unsettle();
    files.settle();
    expect([files.stand(), files.vouched().settled]).toEqual(['ours', true]);
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    writeFileSync(path, bytes);
    expect(files.stand()).toBe('overwritten');
  });
});

test('a move of the log that nobody could count is counted at the next save, with the pages of the log that has gone', () => {
  withFiles((db, path) => {
    const files = watchFiles(path, () => 1, null);
    save(db);
    files.advance();
    files.unsettle();
    db.pragma('wal_checkpoint(TRUNCATE)');
    expect(files.vouched().settled).toBe(false);

    save(db);
    files.advance();
    expect([files.vouched().settled, files.vouched().root]).toEqual([true, rootOf(readTags(path))]);
  });
});
