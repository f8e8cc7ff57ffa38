import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { type Chance, ofToday } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal } from './goal.ts';
import { backupRecordings } from './image-backup-recordings.ts';
import { hashOf } from './image-backups.ts';
import { looker, type Recording } from './image-look.ts';
import { ownRecordings } from './image-recordings.ts';
import { type Image, imagedDisk } from './imaged-disk.ts';
import { markerAwayFirst, paperBeforeItsNote } from './planted-edits.ts';

type Way = 'killed' | 'cut';

/** Fewer of one workflow than this say little of it: where few trials are asked for, each day has other workflows. */
const fewest = 40;
/** So often another image is drawn at one step before that step is taken to have no new one. */
const draws = 6;

const nameOf = (image: Image, done: number): string =>
  createHash('sha1')
    .update(JSON.stringify([done, ...[...image].map(([path, bytes]) => [path, bytes && hashOf(bytes)]).sort()]))
    .digest('base64');

/** How many images are looked at after each operation: as many as were asked for in all, the odd ones where chance puts them. */
const sharesOf = (steps: number, trials: number, chance: Chance): number[] => {
  const shares = new Array<number>(steps).fill(Math.floor(trials / steps));
  for (let left = trials % steps; left > 0; left -= 1) shares[chance.below(steps)]! += 1;
  return shares;
};

type Found = { readonly made: number; readonly escapes: readonly unknown[] };

/** Images of one recording, none of them twice: where a step has no new one, a later step has more. */
const lookedAt = async (name: string, recording: Recording, way: Way, chance: Chance, trials: number): Promise<Found> => {
  const { before, operations, told } = recording;
  const look = looker(recording);
  const seen = new Set<string>();
  const escapes: unknown[] = [];

  /** Looks at another image than all before; false where none was drawn. */
  const another = async (draw: () => Image, index: number): Promise<boolean> => {
    const { end, kind } = operations[index]!;
    const image = draw();
    // What was told by then is what an image is held against: the same bytes after more was told are another trial.
    const key = nameOf(
      image,
      told.findLastIndex(({ at }) => at <= end),
    );
    if (seen.has(key)) return false;
    seen.add(key);
    const problem = await look(image, end);
    if (problem) escapes.push({ seed: chance.seed, workflow: name, after: index + 1, of: operations.length, what: kind, problem });
    return true;
  };

  const pass = async (asked: number): Promise<number> => {
    const disk = imagedDisk(before, { ignoresSync: process.env.ASSURE_IGNORED_SYNC === '1' });
    const shares = sharesOf(operations.length, asked, chance);
    let [made, due] = [0, 0];
    for (const [index, operation] of operations.entries()) {
      disk.apply(operation);
      due += shares[index]!;
      const most = made + Math.min(due, 3 * shares[index]! + 1);
      const before = made;
      for (let missed = 0; made < most && missed < draws; ) {
        const isFirst = made === before && missed === 0;
        const isNew = await another(() => (way === 'cut' ? disk.cut(chance) : disk.killed(isFirst ? null : chance)), index);
        if (isNew) made += 1;
        else missed += 1;
      }
      due -= made - before;
    }
    return made;
  };

  for (let made = 0; made < trials; ) {
    const more = await pass(trials - made);
    if (more === 0) return { made, escapes };
    made += more;
  }
  return { made: trials, escapes };
};

const recordings = [...ownRecordings, ...backupRecordings];

const run =
  (way: Way): Goal['run'] =>
  async ({ chance, trials }) => {
    const asked = recordings.filter(({ name }) => (process.env.ASSURE_WORKFLOW ?? name) === name);
    const today = ofToday(asked, Math.max(1, Math.floor(trials / fewest)));
    const escapes: unknown[] = [];
    let made = 0;
    for (const [index, { name, record }] of today.entries()) {
      const share = Math.round((trials - made) / (today.length - index));
      const recording = await record();
      const found = await asTrial(() => lookedAt(name, recording, way, chance, share));
      made += found.made;
      escapes.push(...found.escapes);
      console.error(`${name}: ${recording.operations.length} steps, ${found.made} images, ${escapes.length} escapes so far`);
    }
    return { trials: made, escapes };
  };

const earlyAcknowledgement = join(import.meta.dirname, 'early-acknowledgement.ts');
const saving = { ASSURE_WORKFLOW: 'saving, a lock and a new passphrase' };

/** The disk as a kill leaves it after each recorded call, or within it: every acknowledged save is there, and the practice opens in a state it was in. */
export const crashImages: Goal = {
  name: 'crash images',
  trials: { full: 20_000, quick: 600, test: 60 },
  run: run('killed'),
  defects: [
    { name: 'acknowledge before commit', trials: 300, env: { ASSURE_HEADLESS: earlyAcknowledgement, ...saving } },
    {
      name: 'anchor written before commit',
      trials: 600,
      env: saving,
      edits: [
        {
          file: 'electron/store/dialect.ts',
          find: 'await super.commitTransaction(connection);\n    ledger.after(now);',
          put: 'ledger.after(now);\n    await super.commitTransaction(connection);',
        },
      ],
    },
    {
      name: 'missing transaction',
      trials: 600,
      env: saving,
      edits: [
        {
          file: 'electron/store/dialect.ts',
          find: 'override async commitTransaction(',
          put: 'override async beginTransaction() {}\n  override async commitTransaction(',
        },
        {
          file: 'electron/store/dialect.ts',
          find: 'if (!ledger) return super.commitTransaction(connection);',
          put: 'if (!ledger) return;',
        },
        {
          file: 'electron/store/dialect.ts',
          find: 'await super.commitTransaction(connection);\n    ledger.after(now);',
          put: 'ledger.after(now);',
        },
      ],
    },
    {
      name: 'a paper kept before its note',
      trials: 600,
      env: { ASSURE_WORKFLOW: 'signing' },
      edits: paperBeforeItsNote,
    },
    {
      name: 'the marker of a restore taken away before the files are moved',
      trials: 600,
      env: { ASSURE_WORKFLOW: 'restoring' },
      edits: markerAwayFirst,
    },
    {
      name: 'an older practice brought to this version without a copy',
      trials: 200,
      env: { ASSURE_WORKFLOW: 'bringing an older practice to this version' },
      edits: [{ file: 'electron/vault/opening.ts', find: '      await beforeMigration();\n', put: '' }],
    },
  ],
};

/** The disk as a power cut leaves it: what was not synced is lost, torn or out of its order. */
export const powerCutImages: Goal = {
  name: 'power-cut images',
  trials: { full: 100_000, quick: 1_500, test: 60 },
  run: run('cut'),
  defects: [
    {
      name: 'synchronous=NORMAL',
      trials: 200,
      env: saving,
      edits: [
        {
          file: 'electron/store/open.ts',
          find: "['synchronous = FULL', 'synchronous', 2]",
          put: "['synchronous = NORMAL', 'synchronous', 1]",
        },
      ],
    },
    { name: 'ignored fsync', trials: 200, env: { ASSURE_IGNORED_SYNC: '1', ...saving } },
    {
      name: 'rename without fsync',
      trials: 400,
      env: saving,
      edits: [{ file: 'electron/practice/atomic-file.ts', find: '      fsyncSync(handle);\n', put: '' }],
    },
    {
      // One of the two alone is made up for by the other.
      name: 'the log emptied without waiting for the disk, and one that is back not compared',
      trials: 2_000,
      env: saving,
      edits: [
        { file: 'electron/vault/watched-files.ts', find: '    wal.sync();\n    wal.advance();', put: '    wal.advance();' },
        {
          file: 'electron/vault/files-found.ts',
          find: 'commitsBeyond > 0 && isMovedAlready(looking, vouched) ? 0 : commitsBeyond',
          put: 'commitsBeyond',
        },
      ],
    },
    {
      name: 'a log begun anew before the anchor says that the one before it was moved',
      trials: 1_200,
      env: saving,
      edits: [{ file: 'electron/vault/opening.ts', find: '    if (seen.restless || layer.migrated) kept.vouch();\n', put: '' }],
    },
    {
      name: 'a copy under its own name before its bytes are on the disk',
      trials: 600,
      env: { ASSURE_WORKFLOW: 'copying when asked, after a lock and after a close' },
      edits: [
        {
          file: 'electron/backup/copied-file.ts',
          find: '      await target.sync();\n    } finally {',
          put: '    } finally {',
        },
      ],
    },
  ],
};
