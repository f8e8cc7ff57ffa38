import { copyFileSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const next = 'a kettle on the longest night';
const { folder, file, open, call, ok, made: madeHouse, practiceOf } = vaultWorld('newkey');

const made = async () => {
  const house = await madeHouse();
  return { house, clientId: (await ok(house, 'clients.create', clientDetails)).id };
};
const wrong = { ok: false, error: { code: 'refused', reason: 'wrong-passphrase', details: { seconds: 0 } } };

describe('a new data key', () => {
  test('keeps everything, open while it happens and after it, and only the new ways in open it', async () => {
    const { house, clientId } = await made();
    const older = (await ok(house, 'vault.makeRecoveryKit', { passphrase })).groups;
    const [renewed, read, created] = await Promise.all([
      ok(house, 'vault.newKey', { passphrase, next }),
      ok(house, 'clients.get', { id: clientId }),
      ok(house, 'clients.create', { ...clientDetails, chosenName: 'Ana Ruiz' }),
    ]);
    expect(read).toMatchObject(clientDetails);
    expect([renewed.groups.length, renewed.kept]).toEqual([8, 0]);
    expect(await ok(house, 'clients.get', { id: created.id })).toMatchObject({ chosenName: 'Ana Ruiz' });
    await ok(house, 'vault.lock', {});

    const again = open('2026-11-24T11:00:00Z');
    expect(await call(again, 'vault.unlock', { passphrase })).toEqual(wrong);
    expect(await call(again, 'vault.recover', { code: older.join(''), passphrase: next })).toMatchObject({
      error: { reason: 'wrong-recovery-code' },
    });
    await ok(again, 'vault.unlock', { passphrase: next });
    expect((await ok(again, 'clients.search', { query: '' })).total).toBe(2);
    expect(await ok(again, 'vault.status', {})).toMatchObject({ evidence: { verdict: 'whole' } });
    expect(await ok(again, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null });
    await ok(again, 'vault.lock', {});
    const kit = open('2026-11-24T12:00:00Z');
    await ok(kit, 'vault.recover', { code: renewed.groups.join(''), passphrase: 'another four plain words' });
    expect((await ok(kit, 'clients.search', { query: '' })).total).toBe(2);
  });

  test('leaves the chain as signed documents name it, and goes on with it under the new key', async () => {
    const { house } = await made();
    const trail = async () => {
      const rows = await practiceOf(house).database.selectFrom('audit').select(['seq', 'action', 'mac']).orderBy('seq').execute();
      return rows.map(({ seq, action, mac }) => [seq, action, Buffer.from(mac).toString('hex')]);
    };
    const before = await trail();
    await ok(house, 'vault.newKey', { passphrase, next });
    await ok(house, 'vault.newKey', { passphrase: next, next: passphrase });
    const after = await trail();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(([, action]) => action)).toEqual(['data-key-renewed', 'data-key-renewed']);
    expect(await ok(house, 'audit.verify', {})).toMatchObject({ verdict: 'whole', firstBad: null, entries: before.length + 2 });
  });

  test('leaves no file of the old key, and the old file put back does not open', async () => {
    const { house } = await made();
    copyFileSync(file('practice.db'), file('old.db'));
    await ok(house, 'vault.newKey', { passphrase, next });
    expect(readdirSync(folder()).filter((name) => /key\d/.test(name))).toEqual([]);
    await ok(house, 'vault.lock', {});
    copyFileSync(file('old.db'), file('practice.db'));
    rmSync(file('old.db'));
    expect(await call(open(), 'vault.unlock', { passphrase: next })).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'database-damaged' },
    });
  });

  test('is refused with a wrong or a weak passphrase, and nothing changes', async () => {
    const { house } = await made();
    const header = readFileSync(file('practice.header.json'), 'utf8');
    expect(await call(house, 'vault.newKey', { passphrase: 'not the one at all', next })).toEqual(wrong);
    expect(await call(house, 'vault.newKey', { passphrase, next: 'short' })).toEqual({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['next'], problem: 'too-short' }] },
    });
    expect(readFileSync(file('practice.header.json'), 'utf8')).toBe(header);
    const { lines } = await ok(house, 'audit.list', { actions: ['failed-unlock', 'data-key-renewed'] });
    expect(lines.map(({ action, actor }) => [action, actor?.name])).toEqual([['failed-unlock', profileDetails.practitionerName]]);
  });
});
