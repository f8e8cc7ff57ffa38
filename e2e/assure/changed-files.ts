import { closeSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../electron/store/copy-under-key.ts';
import { openDatabase } from '../../electron/store/open.ts';
import { judgeFiles } from '../../electron/vault/files-found.ts';
import { intactHeaders } from '../../electron/vault/header.ts';
import type { Chance } from './chance.ts';
import { asTrial, whenRunEnds } from './clearing.ts';
import type { Goal } from './goal.ts';
import { okOf } from './headless-process.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { withHouse } from './own-house.ts';
import { closedPractice, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const pageBytes = 4096;
const names = [
  'practice.db',
  'practice.db-wal',
  'practice.anchor',
  'practice.pages',
  'practice.header.json',
  'practice.header.copy.json',
] as const;
type Name = (typeof names)[number];
type Files = ReadonlyMap<Name, Buffer>;

/** The files of one practice at moments of its life, closed as at the end of a day or cut off in mid-work. */
type History = { readonly moments: readonly { readonly isClosed: boolean; readonly files: Files }[]; readonly keys: PracticeKeys };

const filesIn = (folder: string): Files =>
  new Map(names.filter((name) => readdirSync(folder).includes(name)).map((name) => [name, readFileSync(join(folder, name))]));

const makeHistory = async (): Promise<History> => {
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
const given = (files: Files, name: Name): Buffer => files.get(name) ?? Buffer.alloc(0);

const pageNames = ['pages-older', 'pages-damaged'];
const logNames = ['log-lost', 'log-changed'];

const harms: Readonly<Record<string, (scene: Scene) => Harm>> = {
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

const put = (folder: string, name: Name, bytes: Buffer | null): void => {
  if (bytes === null || bytes.length === 0) rmSync(join(folder, name), { force: true });
  else writeFileSync(join(folder, name), bytes);
};

/** What the practice says of its files before it opens them: as `openPractice` asks it. */
const namesFor = (folder: string, keys: PracticeKeys): readonly string[] => {
  const headers = intactHeaders(folder);
  const generation = Math.max(0, ...headers.map((header) => header.generation));
  const { findings, beyond } = judgeFiles({ folder, keys, generation, headerMended: headers.length === 1 });
  // Commits behind what the anchor vouches for are compared with the counter in the database: one is a crash, more are named.
  return [...findings.map(({ kind }) => kind), ...(beyond !== null && beyond > 0 ? ['commits'] : [])];
};

type Place = { readonly folder: string; at: number };

/** The practice as it was at that moment. Files are put there anew for some trials at a time: writing them takes longer than looking. */
const placeAt = (history: History, place: Place, at: number): void => {
  for (const name of names) put(place.folder, name, given(history.moments[at]!.files, name));
  place.at = at;
};

/** The harm goes in, is looked for, and is taken out again. */
const tried = (history: History, { folder, at }: Place, chance: Chance, asked: readonly string[]): unknown => {
  const { files, isClosed } = history.moments[at]!;
  const older = history.moments[chance.below(at)]!;
  const name = chance.pick(asked);
  const harm = harms[name]?.({ files, older: older.files, chance });
  if (!harm) {
    const found = namesFor(folder, history.keys);
    return found.length === 0 ? null : { at, harm: 'none', found };
  }
  if ((harm.bytes ?? Buffer.alloc(0)).equals(given(files, harm.file))) return null;
  const harmed: readonly Name[] = name === 'older key files' ? ['practice.header.json', 'practice.header.copy.json'] : [harm.file];
  for (const one of harmed) put(folder, one, harm.bytes);
  const found = namesFor(folder, history.keys);
  for (const one of harmed) put(folder, one, given(files, one));
  return found.some((one) => harm.called.includes(one)) ? null : { at, isClosed, harm: name, what: harm.what, found };
};

/** One flipped bit while the practice is open, which nothing compares: what is read is what was written, or it is refused. */
const readPast = (history: History, folder: string, chance: Chance, hash: string): unknown => {
  const { files } = history.moments.at(-1)!;
  for (const name of ['practice.db', 'practice.db-wal'] as const) put(folder, name, given(files, name));
  const bytes = given(files, 'practice.db');
  const file = openSync(join(folder, 'practice.db'), 'r+');
  const at = pageBytes + chance.below(bytes.length - pageBytes);
  writeSync(file, Buffer.of((bytes[at] ?? 0) ^ (1 << chance.below(8))), 0, 1, at);
  closeSync(file);
  try {
    const db = openDatabase(join(folder, 'practice.db'), history.keys.database, { create: false });
    try {
      return contentHash(db) === hash ? null : { harm: 'a bit while open', at, found: 'other rows than were written' };
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
};

const untouched = 'nothing';
/** Reading all of it takes as long as fifty looks at the files. */
const readsEach = 50;
const placedFor = 25;

const run: Goal['run'] = async ({ chance, trials }) => {
  const history = await makeHistory();
  const folder = trialFolder();
  const asked = process.env.ASSURE_HARM === undefined ? [...Object.keys(harms), untouched] : [process.env.ASSURE_HARM];
  const { files } = history.moments.at(-1)!;
  put(folder, 'practice.db', given(files, 'practice.db'));
  const whole = openDatabase(join(folder, 'practice.db'), history.keys.database, { create: false });
  const hash = contentHash(whole);
  whole.close();
  const escapes: unknown[] = [];
  const place: Place = { folder, at: 0 };
  const reading = trialFolder();
  for (let trial = 0; trial < trials; trial += 1) {
    if (trial % placedFor === 0) placeAt(history, place, 1 + chance.below(history.moments.length - 1));
    const problem = trial % readsEach === 0 ? readPast(history, reading, chance, hash) : tried(history, place, chance, asked);
    if (problem) escapes.push({ seed: chance.seed, trial, problem });
  }
  return { trials, escapes };
};

const found = 'electron/vault/files-found.ts';
const open = 'electron/store/open.ts';

/** Bits, pages, files and logs that are not what was left there: each is named before anything is opened. */
export const changedFiles: Goal = {
  name: 'changed files',
  trials: { full: 200_000, quick: 2_000, test: 0 },
  run: (asked) => asTrial(() => run(asked)),
  defects: [
    {
      name: 'no anchor',
      trials: 200,
      edits: [
        {
          file: found,
          find: 'const slot = readWholeAnchor(anchorFile(folder), keys.anchor);',
          put: 'const slot = readWholeAnchor(folder, keys.anchor);',
        },
      ],
    },
    {
      name: 'hmac off',
      trials: 3_000,
      edits: [
        { file: open, find: "  ['hmac_use', '1'],", put: "  ['hmac_use', '0']," },
        {
          file: open,
          find: "    db.pragma('legacy = 4');\n    withRawKey(key, (raw) => db.key(raw));",
          put: "    db.pragma('legacy = 4');\n    db.pragma('hmac_use = 0');\n    withRawKey(key, (raw) => db.key(raw));",
        },
      ],
    },
    {
      name: 'the log not vouched for',
      trials: 400,
      edits: [
        { file: found, find: 'const findings = holds ? [] : [found(', put: 'const findings = holds || !isShort || isShort ? [] : [found(' },
      ],
    },
    {
      name: 'an older key file believed',
      trials: 400,
      edits: [{ file: found, find: 'generation < vouched.generation', put: 'generation < 0' }],
    },
  ],
};
