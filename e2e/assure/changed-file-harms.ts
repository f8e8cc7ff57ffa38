import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chance } from './chance.ts';
import { whenRunEnds } from './clearing.ts';
import { okOf } from './headless-process.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { withHouse } from './own-house.ts';
import { closedPractice } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

export const pageBytes = 4096;
export const names = [
  'practice.db',
  'practice.db-wal',
  'practice.anchor',
  'practice.pages',
  'practice.header.json',
  'practice.header.copy.json',
] as const;
export type Name = (typeof names)[number];
type Files = ReadonlyMap<Name, Buffer>;

/** The files of one practice at moments of its life, closed as at the end of a day or cut off in mid-work. */
export type History = { readonly moments: readonly { readonly isClosed: boolean; readonly files: Files }[]; readonly keys: PracticeKeys };

const filesIn = (folder: string): Files =>
  new Map(names.filter((name) => readdirSync(folder).includes(name)).map((name) => [name, readFileSync(join(folder, name))]));

export const makeHistory = async (): Promise<History> => {
  const { folder, remove } = await closedPractice('2026-11-23T09:00:00Z');
  whenRunEnds(remove);
  const keys = await keysOf(folder, passphrase);
  const moments: History['moments'][number][] = [];
  for (let day = 1; day <= 3; day += 1) {
    await withHouse(folder, `2026-11-2${3 + day}T09:00:00Z`, async (house) => {
      await okOf(house.call('vault.unlock', { passphrase }));
      for (let client = 1; client <= 2; client += 1) {
        await okOf(house.call('clients.create', { ...details, chosenName: `Client ${day} ${client}` }));
        moments.push({ isClosed: false, files: filesIn(folder) });
      }
      if (day === 2) await okOf(house.call('vault.makeRecoveryKit', { passphrase }));
    });
    moments.push({ isClosed: true, files: filesIn(folder) });
  }
  return { moments, keys };
};

/** What a harm did, and which names it may be called by; null where it changed nothing. */
type Harm = { readonly what: string; readonly file: Name; readonly bytes: Buffer | null; readonly called: readonly string[] };
type Scene = { readonly files: Files; readonly older: Files; readonly chance: Chance };

const flip = (bytes: Buffer, from: number, to: number, chance: Chance): Buffer => {
  const changed = Buffer.from(bytes);
  const at = from + chance.below(to - from);
  changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
  return changed;
};
export const given = (files: Files, name: Name): Buffer => files.get(name) ?? Buffer.alloc(0);

const pageNames = ['pages-older', 'pages-damaged'];
const logNames = ['log-lost', 'log-changed'];

export const harms: Readonly<Record<string, (scene: Scene) => Harm>> = {
  'a bit of the database': ({ files, chance }) => {
    const bytes = given(files, 'practice.db');
    return { what: 'flip', file: 'practice.db', bytes: flip(bytes, 0, bytes.length, chance), called: pageNames };
  },
  'an older page of the database': ({ files, older, chance }) => {
    const [now, then] = [Buffer.from(given(files, 'practice.db')), given(older, 'practice.db')];
    const at = chance.below(Math.min(now.length, then.length) / pageBytes) * pageBytes;
    then.copy(now, at, at, at + pageBytes);
    return { what: `page ${at / pageBytes + 1}`, file: 'practice.db', bytes: now, called: pageNames };
  },
  'an older database': ({ older }) => ({ what: 'older', file: 'practice.db', bytes: given(older, 'practice.db'), called: pageNames }),
  'a shorter database': ({ files, chance }) => {
    const bytes = given(files, 'practice.db');
    const length = pageBytes + chance.below(bytes.length - pageBytes);
    return { what: `cut to ${length}`, file: 'practice.db', bytes: bytes.subarray(0, length), called: pageNames };
  },
  'a bit of the log': ({ files, chance }) => {
    const bytes = given(files, 'practice.db-wal');
    const changed = bytes.length === 0 ? null : flip(bytes, 0, bytes.length, chance);
    return { what: 'flip', file: 'practice.db-wal', bytes: changed ?? bytes, called: logNames };
  },
  'a shorter log': ({ files, chance }) => {
    const bytes = given(files, 'practice.db-wal');
    return { what: 'cut', file: 'practice.db-wal', bytes: bytes.subarray(0, chance.below(bytes.length + 1)), called: logNames };
  },
  'no log': () => ({ what: 'gone', file: 'practice.db-wal', bytes: null, called: logNames }),
  'an older log': ({ older }) => ({ what: 'older', file: 'practice.db-wal', bytes: given(older, 'practice.db-wal'), called: logNames }),
  'an older page in the log': ({ files, older, chance }) => {
    const [now, then] = [Buffer.from(given(files, 'practice.db-wal')), given(older, 'practice.db')];
    const frames = Math.floor((now.length - 32) / 4120);
    if (frames > 0) {
      const at = 32 + chance.below(frames) * 4120;
      const page = now.readUInt32BE(at) - 1;
      if ((page + 1) * pageBytes <= then.length) then.copy(now, at + 24, page * pageBytes, (page + 1) * pageBytes);
    }
    return { what: 'page', file: 'practice.db-wal', bytes: now, called: logNames };
  },
  'a bit of the anchor': ({ files, chance }) => {
    const bytes = given(files, 'practice.anchor');
    return { what: 'flip', file: 'practice.anchor', bytes: flip(bytes, 0, bytes.length, chance), called: ['anchor-damaged'] };
  },
  'an older anchor': ({ older }) => ({
    ...{ what: 'older', file: 'practice.anchor', bytes: given(older, 'practice.anchor'), called: [...pageNames, ...logNames, 'commits'] },
  }),
  'a bit of one key file': ({ files, chance }) => {
    const file = chance.pick(['practice.header.json', 'practice.header.copy.json'] as const);
    const bytes = given(files, file);
    return { what: 'flip', file, bytes: flip(bytes, 0, bytes.length, chance), called: ['key-file-mended'] };
  },
  'older key files': ({ older }) => ({
    what: 'older',
    file: 'practice.header.json',
    bytes: given(older, 'practice.header.json'),
    called: ['key-file-older'],
  }),
};
