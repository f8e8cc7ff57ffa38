import { createHash, randomBytes } from 'node:crypto';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Connection, openDatabase } from './open.ts';
import { followWal, frameBytes, judgeWal, walOf } from './wal-frames.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillpoint-wal-'));
const key = randomBytes(32);
const open: Connection[] = [];
afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
  rmSync(folder, { recursive: true, force: true });
});

const opened = (path: string, create: boolean): Connection => {
  const connection = openDatabase(path, key, { create });
  connection.pragma('wal_autocheckpoint = 0');
  open.push(connection);
  return connection;
};
const keep = (connection: Connection, bytes: number): void => void connection.prepare('insert into kept values (zeroblob(?))').run(bytes);

test('what a save that failed left behind a shorter one is not vouched for, and is no change when the next one takes its place', () => {
  const path = join(folder, 'practice.db');
  const connection = opened(path, true);
  connection.exec('create table kept (bytes blob)');
  keep(connection, 10);
  const log = followWal(path);
  log.advance();
  keep(connection, 10);
  const length = readFileSync(walOf(path)).length;
  // A longer save that failed, as its end lies behind: frames of this log, and a commit at the end of them, but none that SQLite would read.
  const longer = opened(join(folder, 'longer.db'), true);
  longer.exec('create table kept (bytes blob)');
  keep(longer, 60_000);
  const failed = readFileSync(walOf(longer.name));
  expect(failed.length).toBeGreaterThan(length + frameBytes);
  for (let at = 32; at < failed.length; at += frameBytes) readFileSync(walOf(path)).copy(failed, at + 8, 16, 24);
  const file = openSync(walOf(path), 'r+');
  writeSync(file, failed, length, failed.length - length, length);
  closeSync(file);
  log.advance();
  expect(log.vouched().length).toBe(length);

  keep(connection, 10);
  const vouched = log.vouched();
  expect(judgeWal(path, vouched)).toMatchObject({ holds: true, isShort: false, commitsBeyond: 1 });
  log.advance();
  const whole = log.vouched();
  expect(
    createHash('sha256')
      .update(readFileSync(walOf(path)).subarray(0, whole.length))
      .digest()
      .equals(whole.digest),
  ).toBe(true);
});
