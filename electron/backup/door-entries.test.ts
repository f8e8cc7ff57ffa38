import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Call } from '../../shared/call.ts';
import { calls, type InputOf } from '../../shared/calls.ts';
import type { DoorCallName } from '../practice/handlers.ts';
import type { House } from '../practice/house.ts';
import { profileDetails } from '../practice/practice.test-world.ts';
import { passphrase } from '../vault/vault.test-world.ts';
import { backupWorld } from './backup.test-world.ts';

const world = backupWorld('door');
const next = 'a kettle on the longest night';

type Step<N extends DoorCallName> = (house: House) => Promise<{ readonly input: InputOf<N>; readonly house?: House }>;

/** How each call of the vault itself comes to be asked rightly; a new one without a line here does not compile. */
const steps: { readonly [N in DoorCallName]: Step<N> } = {
  'vault.status': async () => ({ input: {} }),
  'vault.create': async () => ({ input: { passphrase, profile: profileDetails } }),
  'vault.touch': async () => ({ input: {} }),
  'vault.stopped': async (house) => {
    await house.vault.close();
    return { input: { id: '10000000-0000-4000-8000-000000000001', kind: 'stop', ago: 0 }, house: world.open() };
  },
  'vault.changeLocking': async () => ({ input: { idleMinutes: 7 } }),
  'vault.makeRecoveryKit': async () => ({ input: { passphrase } }),
  'vault.chooseRecoveryKitFile': async (house) => {
    await world.ok(house, 'vault.makeRecoveryKit', { passphrase });
    return { input: {} };
  },
  'vault.saveRecoveryKit': async (house) => {
    await world.ok(house, 'vault.makeRecoveryKit', { passphrase });
    house.files.grantPath('kit', 'vault.saveRecoveryKit', join(world.away(), 'Kit.pdf'));
    return { input: { fileGrant: 'kit' } };
  },
  'vault.changePassphrase': async () => ({ input: { passphrase, next } }),
  'vault.evidence': async () => ({ input: {} }),
  'vault.salvage': async (house) => {
    await house.vault.close();
    return { input: { secret: { kind: 'passphrase', text: passphrase } }, house: world.open() };
  },
  'vault.newKey': async () => ({ input: { passphrase, next } }),
  'vault.lock': async () => ({ input: {} }),
  'vault.unlock': async (house) => {
    await house.vault.close();
    return { input: { passphrase }, house: world.open() };
  },
  'vault.recover': async (house) => {
    const { groups } = await world.ok(house, 'vault.makeRecoveryKit', { passphrase });
    await house.vault.close();
    return { input: { code: groups.join(''), passphrase: next }, house: world.open() };
  },
  'security.probes': async () => ({ input: {} }),
  'backup.settings': async () => ({ input: {} }),
  'backup.chooseFolder': async () => ({ input: { for: 'settings' } }),
  'backup.changeSettings': async (house) => ({ input: { fileGrant: world.grant(house, 'backup.changeSettings', world.away()) } }),
  'backup.run': async (house) => {
    await world.choose(house);
    return { input: {} };
  },
  'backup.list': async () => ({ input: {} }),
  'backup.verify': async (house) => {
    await world.choose(house);
    return { input: { id: (await world.ok(house, 'backup.run', {})).last?.id ?? '' } };
  },
  'backup.rehearse': async (house) => {
    await world.choose(house);
    return { input: { id: (await world.ok(house, 'backup.run', {})).last?.id ?? '' } };
  },
  'backup.restore': async (house) => {
    await world.choose(house);
    const id = (await world.ok(house, 'backup.run', {})).last?.id ?? '';
    await house.vault.close();
    return { input: { id, secret: { kind: 'passphrase', text: passphrase } }, house: world.open() };
  },
};

/** After these another passphrase opens it. */
const renewing: readonly DoorCallName[] = ['vault.changePassphrase', 'vault.newKey', 'vault.recover'];

/** The trail as it is found at the next opening, whose own entry is left out. */
const trailAfter = async (name: DoorCallName, house: House): Promise<readonly string[]> => {
  await house.vault.close();
  const again = world.open('2026-11-24T18:00:00Z');
  await world.ok(again, 'vault.unlock', { passphrase: renewing.includes(name) ? next : passphrase });
  return (await world.actions(again)).slice(0, -1);
};

/** What a practice of its own brings along, what the next opening takes in, and what closing it at the end of the test adds. */
const beside = (name: DoorCallName): readonly string[] => {
  if (name === 'vault.create') return ['unlocked', 'locked'];
  if (name === 'vault.stopped') return ['locked-stop'];
  if (name === 'vault.salvage') return ['locked-read-only'];
  return ['vault.lock', 'backup.restore'].includes(name) ? [] : ['locked'];
};

const names = Object.keys(calls).filter((name): name is DoorCallName => Object.hasOwn(steps, name));

test.each(names)('%s writes one entry, of the action its contract names, or none', async (name) => {
  const first = name === 'vault.create' ? world.open() : await world.made();
  const { input, house = first } = await (steps[name] as Step<DoorCallName>)(first);
  const standing = house.vault.standing();
  const before = standing.state === 'open' ? (await world.actions(house)).length : null;
  expect(await house.dispatch(name, input)).toMatchObject({ ok: true });

  const { audit } = calls[name] as unknown as Call;
  const own = audit === 'none' ? [] : [audit.action];
  const trail = await trailAfter(name, house);
  const added = before === null ? trail.slice(-(own.length + beside(name).length)) : trail.slice(before);
  expect(added).toEqual([...own, ...beside(name)]);
});
