import { createHash, randomBytes } from 'node:crypto';
import { closeSync, copyFileSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Connection, openDatabase } from './open.ts';
import { followWal, judgeWal, walOf } from './wal-frames.ts';

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
  const [path, beside] = [join(folder, 'practice.db'), join(folder, 'beside', 'practice.db')];
  const connection = opened(path, true);
  connection.exec('create table kept (bytes blob)');
  keep(connection, 10);
  const log = followWal(path);
  log.advance();
  // The longer save that failed, as it lies in the log of the same database.
  mkdirSync(join(folder, 'beside'));
  for (const of of [(one: string) => one, walOf]) copyFileSync(of(path), of(beside));
  keep(opened(beside, false), 60_000);
  const failed = readFileSync(walOf(beside));

  keep(connection, 10);
  const length = readFileSync(walOf(path)).length;
  expect(failed.length).toBeGreaterThan(length);
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
