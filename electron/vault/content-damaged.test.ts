import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { installation } from '../practice/installation.ts';
import { profileDetails } from '../practice/practice.test-world.ts';
import { passphrase, vaultWorld } from './vault.test-world.ts';

const world = vaultWorld('content');
let clinical = '';
beforeEach(() => {
  clinical = mkdtempSync(join(tmpdir(), 'stillpoint-clinical-'));
  cpSync(installation().clinical, clinical, { recursive: true });
});
afterEach(() => rmSync(clinical, { recursive: true, force: true }));

test('damaged clinical content stops the start, names file and field, touches no practice, and is looked at again', async () => {
  const file = join(clinical, 'redflags.json');
  const whole = readFileSync(file, 'utf8');
  const broken = JSON.parse(whole);
  broken.items[4].decision = 'go on';
  writeFileSync(file, JSON.stringify(broken));

  const house = world.open(undefined, { clinical });
  const unavailable = { ok: false, error: { code: 'unavailable', reason: 'content-damaged' } };
  expect(await world.ok(house, 'vault.status', {})).toMatchObject({
    state: 'unavailable',
    problem: 'content-damaged',
    contentProblem: { file: 'redflags.json', field: 'items.4.decision' },
  });
  expect(await world.call(house, 'vault.create', { passphrase, profile: profileDetails })).toEqual(unavailable);
  expect(await world.call(house, 'vault.unlock', { passphrase })).toEqual(unavailable);
  expect(await world.call(house, 'clients.search', { query: '' })).toEqual(unavailable);

  writeFileSync(file, whole);
  expect(await world.ok(house, 'vault.status', {})).toMatchObject({ state: 'no-practice', problem: null, contentProblem: null });
  expect(await world.call(house, 'vault.create', { passphrase, profile: profileDetails })).toMatchObject({ ok: true });
});
