import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import { flagsOf, type House, openHouse } from '../practice/house.ts';
import { clientDetails, profileDetails } from '../practice/practice.test-world.ts';
import { waitSeconds } from './door.ts';

const passphrase = 'quiet river under stones';
let folder = '';
let houses: House[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-vault-'));
});
afterEach(async () => {
  for (const house of houses) await house.vault.close();
  houses = [];
  rmSync(folder, { recursive: true, force: true });
});

const open = (madeBy: 'electron' | 'trial' = 'trial', ...flags: readonly string[]): House => {
  const house = openHouse(flagsOf([`--data=${folder}`, ...flags]), madeBy, {
    dialog: async () => null,
    announce: () => undefined,
    ended: () => undefined,
  });
  houses.push(house);
  return house;
};
const call = (house: House, name: string, input: unknown = {}): Promise<Reply<never>> =>
  house.dispatch(name, input) as Promise<Reply<never>>;
const create = (house: House): Promise<Reply<never>> => call(house, 'vault.create', { passphrase, profile: profileDetails });
const status = async (house: House): Promise<unknown> => {
  const reply = (await call(house, 'vault.status')) as Reply<{ state: string; problem: string | null; practiceName: string | null }>;
  return reply.ok ? [reply.value.state, reply.value.problem, reply.value.practiceName] : reply;
};
const filesHere = (): string[] => readdirSync(folder).sort();

describe('a practice', () => {
  test('is made, locked, unlocked, and everything is there again', async () => {
    const first = open();
    expect(await status(first)).toEqual(['no-practice', null, null]);
    expect(await create(first)).toMatchObject({ ok: true, value: { practiceName: 'Alder Room', role: 'owner', version: 1 } });
    const made = (await call(first, 'clients.create', clientDetails)) as Reply<{ id: string }>;
    expect(await call(first, 'vault.lock')).toEqual({ ok: true, value: {} });
    expect(await call(first, 'clients.search', { query: '' })).toEqual({ ok: false, error: { code: 'locked' } });
    expect(filesHere()).toEqual([
      'practice.anchor',
      'practice.db',
      'practice.door.json',
      'practice.header.copy.json',
      'practice.header.json',
      'practice.lock',
      'practice.pages',
      'practice.roots',
    ]);

    const again = open();
    expect(await status(again)).toEqual(['locked', null, 'Alder Room']);
    expect(await call(again, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
    expect(await call(again, 'clients.get', { id: made.ok ? made.value.id : '' })).toMatchObject({ ok: true, value: clientDetails });
  });

  test('writes down each making, opening and locking', async () => {
    const first = open();
    await create(first);
    await call(first, 'vault.lock');
    const again = open();
    await call(again, 'vault.unlock', { passphrase });
    const standing = again.vault.standing();
    const entries =
      standing.state === 'open' ? await standing.practice.database.selectFrom('audit').select('action').orderBy('seq').execute() : [];
    expect(entries.map((entry) => entry.action)).toEqual(['practice-created', 'unlocked', 'locked', 'unlocked']);
  });

  test('lies in files for its own account alone, also in a folder that others may look into', async () => {
    chmodSync(folder, 0o755);
    await create(open());
    const modes = filesHere().map((file) => [file, (statSync(join(folder, file)).mode & 0o077).toString(8)]);
    expect(modes.filter(([, others]) => others !== '0')).toEqual([]);
  });

  test('keeps no readable word of itself on the disk but its own name at the door', async () => {
    const house = open();
    await create(house);
    await call(house, 'clients.create', clientDetails);
    const bytes = filesHere().map((file) => [file, readFileSync(join(folder, file)).toString('latin1')] as const);
    for (const word of [clientDetails.chosenName, clientDetails.phone, passphrase, profileDetails.practitionerName]) {
      expect(bytes.filter(([, text]) => text.includes(word)).map(([file]) => file)).toEqual([]);
    }
  });

  test.each(['short', 'password1234'])('is not made with the passphrase "%s", and nothing is left', async (weak) => {
    const house = open();
    expect(await call(house, 'vault.create', { passphrase: weak, profile: profileDetails })).toMatchObject({
      ok: false,
      error: { code: 'invalid', issues: [{ path: ['passphrase'] }] },
    });
    expect(filesHere()).toEqual(['practice.lock']);
  });

  test.each(["it's 'quoted'; drop table profile --", 'мягкий дождь над рекой', '🌿 leaf 🌿 over still water', ' spaces are part of it '])(
    'opens with %s and nothing near it',
    async (odd) => {
      const house = open();
      expect(await call(house, 'vault.create', { passphrase: odd, profile: profileDetails })).toMatchObject({ ok: true });
      await call(house, 'vault.lock');
      const again = open();
      expect(await call(again, 'vault.unlock', { passphrase: `${odd}x` })).toMatchObject({
        ok: false,
        error: { reason: 'wrong-passphrase' },
      });
      expect(await call(again, 'vault.unlock', { passphrase: odd })).toMatchObject({ ok: true });
    },
  );

  test('whose making was cut off before its name was given is finished at the next start', async () => {
    await create(open());
    await houses[0]?.vault.close();
    renameSync(join(folder, 'practice.db'), join(folder, 'practice.making.db'));
    const again = open();
    expect(await status(again)).toEqual(['locked', null, 'Alder Room']);
    expect(await call(again, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
  });

  test('whose making was cut off before the header starts over', async () => {
    writeFileSync(join(folder, 'practice.making.db'), 'half');
    const house = open();
    expect(await status(house)).toEqual(['no-practice', null, null]);
    expect(await create(house)).toMatchObject({ ok: true });
    expect(existsSync(join(folder, 'practice.making.db'))).toBe(false);
  });
});

describe('the door', () => {
  test('lets three wrong passphrases pass, then makes each try wait longer, also after a restart', async () => {
    await create(open('trial', '--now=2026-11-24T10:00:00Z'));
    await houses[0]?.vault.close();
    const house = open('trial', '--now=2026-11-24T11:00:00Z');
    const wrong = (): Promise<Reply<never>> => call(house, 'vault.unlock', { passphrase: 'wrong' });
    expect(await wrong()).toEqual({ ok: false, error: { code: 'refused', reason: 'wrong-passphrase', details: { seconds: 0 } } });
    await wrong();
    expect(await wrong()).toMatchObject({ error: { reason: 'wrong-passphrase', details: { seconds: 2 } } });
    expect(await call(house, 'vault.unlock', { passphrase })).toMatchObject({ ok: false, error: { reason: 'wait-before-next-try' } });
    await house.vault.close();

    const soon = open('trial', '--now=2026-11-24T11:00:01Z');
    expect(await call(soon, 'vault.unlock', { passphrase })).toMatchObject({ ok: false, error: { reason: 'wait-before-next-try' } });
    await soon.vault.close();
    const later = open('trial', '--now=2026-11-24T11:01:00Z');
    expect(await call(later, 'vault.unlock', { passphrase })).toMatchObject({ ok: true });
  });

  test('doubles the wait up to five minutes, and a clock set back does not lengthen it', () => {
    const door = (wrongTries: number) => ({
      practiceName: '',
      lockedSince: null,
      wrongTries,
      lastWrongTry: '2026-11-24T10:00:00.000Z',
      draftsKept: false,
      handedOver: false,
      session: null,
    });
    const at = '2026-11-24T10:00:00.000Z';
    expect([0, 2, 3, 4, 5, 9, 10, 11, 500].map((tries) => waitSeconds(door(tries), at))).toEqual([0, 0, 2, 4, 8, 128, 256, 300, 300]);
    expect(waitSeconds(door(11), '2026-11-24T10:04:00.000Z')).toBe(60);
    expect(waitSeconds(door(11), '2026-11-24T09:00:00.000Z')).toBe(300);
  });
});

describe('a folder that cannot be opened says why, and nothing in it changes', () => {
  const made = async (): Promise<void> => {
    const house = open();
    await create(house);
    await house.vault.close();
  };
  const cases: readonly (readonly [string, () => void])[] = [
    ['database-missing', () => rmSync(join(folder, 'practice.db'))],
    [
      'header-missing',
      () => {
        rmSync(join(folder, 'practice.header.json'));
        rmSync(join(folder, 'practice.header.copy.json'));
      },
    ],
    [
      'header-damaged',
      () => {
        writeFileSync(join(folder, 'practice.header.json'), '{}');
        writeFileSync(join(folder, 'practice.header.copy.json'), '');
      },
    ],
    [
      'made-by-newer-version',
      () =>
        writeFileSync(join(folder, 'practice.header.json'), JSON.stringify({ format: 'stillpoint-practice', version: 2, generation: 2 })),
    ],
  ];
  test.each(cases)('%s', async (problem, harm) => {
    await made();
    harm();
    const before = filesHere().map((file) => [file, readFileSync(join(folder, file)).toString('hex')]);
    const house = open();
    expect(await status(house)).toEqual(['unavailable', problem, 'Alder Room']);
    expect(await call(house, 'vault.unlock', { passphrase })).toEqual({ ok: false, error: { code: 'unavailable', reason: problem } });
    expect(await create(house)).toEqual({ ok: false, error: { code: 'unavailable', reason: problem } });
    expect(filesHere().map((file) => [file, readFileSync(join(folder, file)).toString('hex')])).toEqual(before);
  });

  test('database-damaged, told apart from a wrong passphrase', async () => {
    await made();
    writeFileSync(join(folder, 'practice.db'), Buffer.alloc(8192, 3));
    expect(await call(open(), 'vault.unlock', { passphrase })).toEqual({
      ok: false,
      error: { code: 'unavailable', reason: 'database-damaged' },
    });
  });

  test('open-elsewhere, and it opens once the other has gone', async () => {
    const first = open();
    await create(first);
    const second = open();
    expect(await status(second)).toEqual(['unavailable', 'open-elsewhere', 'Alder Room']);
    await first.vault.close();
    expect(await status(second)).toEqual(['locked', null, 'Alder Room']);
  });

  test('made-by-other-host, unless told to open it', async () => {
    await made();
    const product = open('electron');
    expect(await status(product)).toEqual(['unavailable', 'made-by-other-host', 'Alder Room']);
    await product.vault.close();
    expect(await status(open('electron', '--any-host'))).toEqual(['locked', null, 'Alder Room']);
  });
});
