import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { contentHash } from '../../electron/store/copy-under-key.ts';
import { openDatabase } from '../../electron/store/open.ts';
import { judgeFiles } from '../../electron/vault/files-found.ts';
import { intactHeaders } from '../../electron/vault/header.ts';
import type { Chance } from './chance.ts';
import { given, type History, harms, makeHistory, type Name, names, pageBytes } from './changed-file-harms.ts';
import { asTrial } from './clearing.ts';
import type { Goal } from './goal.ts';
import { type Backups, harmedBackup, makeBackups } from './harmed-backups.ts';
import type { PracticeKeys } from './kept-records.ts';
import { trialFolder } from './trial.ts';

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
/** Reading all of it takes as long as many looks at the files. */
const readsEach = 100;
const placedFor = 25;
/** A backup is compared by what looks at backups, and where its list was made to fit opened in a second process. */
const backupEach = 100;
const fittedEach = 2_000;
const ofBackups = 'of backups';

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
  const isOfBackups = process.env.ASSURE_HARM === ofBackups;
  let backups: Backups | null = null;
  for (let trial = 0; trial < trials; trial += 1) {
    if (isOfBackups || (process.env.ASSURE_HARM === undefined && trial % backupEach === backupEach - 1)) {
      backups ??= await makeBackups();
      const problem = await harmedBackup(backups, chance, isOfBackups || trial % fittedEach === backupEach - 1);
      if (problem) escapes.push({ seed: chance.seed, trial, problem });
      continue;
    }
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
      // No backup could be made and verified without it.
      env: { ASSURE_HARM: untouched },
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
      name: 'a backup believed whose list was made to fit',
      trials: 30,
      env: { ASSURE_HARM: ofBackups },
      edits: [{ file: 'electron/backup/second-work.ts', find: ' && findings.length === 0;', put: ';' }],
    },
    {
      name: 'the log not vouched for',
      trials: 400,
      edits: [
        {
          file: found,
          find: "  if (!holds) return { findings: [found(isShort ? 'log-lost' : 'log-changed')], beyond: commitsBeyond };",
          put: '  void [holds, isShort];',
        },
      ],
    },
    {
      name: 'an older key file believed',
      trials: 400,
      edits: [{ file: found, find: 'generation < vouched.generation', put: 'generation < 0' }],
    },
  ],
};
