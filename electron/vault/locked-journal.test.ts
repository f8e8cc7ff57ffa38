import { appendFileSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { House } from '../practice/house.ts';
import { clientDetails } from '../practice/practice.test-world.ts';
import { readLocked, writeLocked } from './locked-journal.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const { folder, file, made, open, call, ok, practiceOf } = vaultWorld('locked');

const trail = async (house: House) =>
  (await practiceOf(house).database.selectFrom('audit').select(['action', 'actor', 'at']).orderBy('seq').execute()).map((row) => [
    row.action,
    row.actor === 'nobody' ? 'nobody' : 'someone',
    row.at.slice(0, 16),
  ]);

describe('what happens while no key is in memory', () => {
  test('is written down, joins the trail at the next unlock as nobody vouched for it, and is emptied', async () => {
    await (await made()).vault.close();
    const locked = open('2026-11-24T10:30:00Z');
    await call(locked, 'vault.unlock', { passphrase: 'not the one at all' });
    await call(locked, 'clients.create', clientDetails);
    expect(readLocked(folder()).records.map(({ kind, at }) => [kind, at.slice(0, 16)])).toEqual([
      ['failed-unlock', '2026-11-24T10:30'],
      ['refused-call', '2026-11-24T10:30'],
    ]);
    await ok(locked, 'vault.unlock', { passphrase });
    expect((await trail(locked)).slice(2)).toEqual([
      ['locked', 'someone', '2026-11-24T10:00'],
      ['failed-unlock', 'nobody', '2026-11-24T10:30'],
      ['locked-call-refused', 'nobody', '2026-11-24T10:30'],
      ['unlocked', 'someone', '2026-11-24T10:30'],
    ]);
    expect(readFileSync(file('practice.locked'), 'utf8')).toBe('');
  });

  test('holds a kind and two times and nothing else', async () => {
    await (await made()).vault.close();
    await call(open(), 'vault.unlock', { passphrase: 'a secret that is nowhere' });
    const line = JSON.parse(readFileSync(file('practice.locked'), 'utf8')) as Record<string, unknown>;
    expect(Object.keys(line).sort()).toEqual(['at', 'id', 'kind', 'monotonic']);
    expect(statSync(file('practice.locked')).mode & 0o077).toBe(0);
  });

  test('is taken in once, though it was not emptied', async () => {
    await (await made()).vault.close();
    writeLocked(folder(), { kind: 'stop', at: '2026-11-24T10:20:00.000Z', monotonic: 7 });
    const kept = readFileSync(file('practice.locked'));
    const first = open();
    await ok(first, 'vault.unlock', { passphrase });
    await first.vault.close();
    // A crash between the commit and the emptying leaves the file as it was.
    writeFileSync(file('practice.locked'), kept);
    const second = open();
    await ok(second, 'vault.unlock', { passphrase });
    expect((await trail(second)).filter(([action]) => action === 'locked-stop')).toHaveLength(1);
  });

  test('cannot keep anyone out, whatever stands in the file', async () => {
    await (await made()).vault.close();
    writeLocked(folder(), { kind: 'failed-unlock', at: '2026-11-24T10:20:00.000Z', monotonic: 7 });
    appendFileSync(file('practice.locked'), '{"kind":"stop"}\nnonsense\n{"kind":"failed-unlock","at":"2026');
    const house = open();
    await ok(house, 'vault.unlock', { passphrase });
    expect((await trail(house)).slice(3).map(([action]) => action)).toEqual(['failed-unlock', 'locked-journal-unreadable', 'unlocked']);
    const { database } = practiceOf(house);
    const marks = await database.selectFrom('audit').select('record_id').where('action', '=', 'locked-journal-unreadable').execute();
    expect(marks).toEqual([{ record_id: '3' }]);
  });

  test('is bounded: a flood ends at a megabyte, and unlocking takes it in', async () => {
    await (await made()).vault.close();
    const line = `${JSON.stringify({ kind: 'refused-call', at: '2026-11-24T10:20:00.000Z', monotonic: 7, id: '0123456789abcdef' })}\n`;
    writeFileSync(file('practice.locked'), line.repeat(20_000));
    const before = statSync(file('practice.locked')).size;
    const house = open();
    await call(house, 'clients.create', clientDetails);
    expect(statSync(file('practice.locked')).size).toBe(before);
    await ok(house, 'vault.unlock', { passphrase });
    expect((await trail(house)).filter(([action]) => action === 'locked-call-refused')).toHaveLength(1);
  });

  test('is emptied of what is no line either, or a full file would take no further one', async () => {
    await (await made()).vault.close();
    writeFileSync(file('practice.locked'), '\n'.repeat(2 * 1024 * 1024));
    await ok(open(), 'vault.unlock', { passphrase });
    expect(statSync(file('practice.locked')).size).toBe(0);
  });

  test('a disk that takes no line keeps nobody out and lets nobody in', async () => {
    await (await made()).vault.close();
    mkdirSync(file('practice.locked'));
    const house = open();
    expect(await call(house, 'vault.unlock', { passphrase: 'not the one at all' })).toMatchObject({
      error: { reason: 'wrong-passphrase' },
    });
    expect(await call(house, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
  });
});
