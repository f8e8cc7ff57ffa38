import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Driver from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { heldSettings, openDatabase, refuseUnheld, withRawKey } from './open.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const key = Buffer.alloc(32, 1);
const file = (): string => join(folder, 'practice.db');

describe('the encrypted file', () => {
  test('holds every setting of the security page, read back', () => {
    const db = openDatabase(file(), key, { create: true });
    const held = Object.fromEntries(heldSettings(db).map((setting) => [setting.name, setting.found]));
    db.close();
    expect(held).toEqual({
      cipher: 'sqlcipher',
      legacy: '4',
      hmac_use: '1',
      hmac_check: '1',
      legacy_page_size: '4096',
      plaintext_header_size: '0',
      journal_mode: 'wal',
      synchronous: '2',
      fullfsync: '1',
      checkpoint_fullfsync: '1',
      temp_store: '2',
      secure_delete: '1',
      foreign_keys: '1',
      trusted_schema: '0',
      cell_size_check: '1',
      mmap_size: '0',
      recursive_triggers: '1',
      locking_mode: 'normal',
    });
  });

  test.each([
    'synchronous = NORMAL',
    'secure_delete = OFF',
    'temp_store = DEFAULT',
    'foreign_keys = OFF',
    'trusted_schema = ON',
    'cell_size_check = OFF',
  ])('is refused with %s', (setting) => {
    const db = openDatabase(file(), key, { create: true });
    expect(() => refuseUnheld(db)).not.toThrow();
    db.pragma(setting);
    expect(() => refuseUnheld(db)).toThrow('settings-not-held');
    db.close();
  });

  test('shows nothing of what is in it, and opens with its key alone', () => {
    const db = openDatabase(file(), key, { create: true });
    db.exec("create table t (a text) strict; insert into t values ('canary-in-the-file')");
    db.close();
    const bytes = readFileSync(file());
    expect(bytes.includes('canary-in-the-file') || bytes.includes('SQLite format 3')).toBe(false);
    const again = openDatabase(file(), key, { create: false });
    expect(again.prepare('select a from t').get()).toEqual({ a: 'canary-in-the-file' });
    again.close();
    expect(() => openDatabase(file(), Buffer.alloc(32, 2), { create: false })).toThrow('database-damaged');
    expect(() => openDatabase(file(), Buffer.alloc(0), { create: false })).toThrow('settings-not-held');
  });

  test('is refused when it is plaintext', () => {
    const plain = new Driver(file());
    plain.exec('create table t (a text)');
    plain.close();
    expect(() => openDatabase(file(), key, { create: false })).toThrow('database-damaged');
  });

  test('is not made where one was expected, nor opened when damaged', () => {
    expect(() => openDatabase(file(), key, { create: false })).toThrow('database-missing');
    openDatabase(file(), key, { create: true }).close();
    const bytes = readFileSync(file());
    bytes[100] = (bytes[100] ?? 0) ^ 1;
    writeFileSync(file(), bytes);
    expect(() => openDatabase(file(), key, { create: false })).toThrow('database-damaged');
  });
});

test('a key is lent to the cipher as bytes that are gone afterwards, also when it would not have them', () => {
  const lent: Buffer[] = [];
  const every = Buffer.from(Array.from({ length: 32 }, (_, index) => index * 8));
  const said = withRawKey(every, (raw) => {
    lent.push(raw);
    return raw.toString('latin1');
  });
  const failing = () =>
    withRawKey(every, (raw) => {
      lent.push(raw);
      throw new Error('on purpose');
    });
  expect(failing).toThrow('on purpose');
  expect(said).toBe(`raw:${every.toString('hex')}`);
  expect(lent.map((raw) => raw.every((byte) => byte === 0))).toEqual([true, true]);
});
