import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openLayer } from '../../electron/store/dialect.ts';
import { migrations } from '../../electron/store/migrate.ts';
import { writeOlderFile } from '../../electron/store/older-file.test-world.ts';
import { openDatabase } from '../../electron/store/open.ts';
import { anchorFile, openAnchor } from '../../electron/vault/anchor.ts';

import { readHeader } from '../../electron/vault/header.ts';
import { keepTags } from '../../electron/vault/kept-tags.ts';
import { databaseFile } from '../../electron/vault/making.ts';
import { watchFiles } from '../../electron/vault/watched-files.ts';
import { backupBase, choose, first, renewed, second, typed } from './backup-places.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { Recording, Seen } from './image-look.ts';
import { type Recorded, recordedIn, recordedOnce, saver } from './image-recordings.ts';
import { keysOf } from './kept-records.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const [now, later] = ['2026-11-23T09:00:00Z', '2026-11-23T10:00:00Z'];
const newest = Object.keys(migrations).length;

const unlock = (vault: Headless, secret = passphrase) => okOf(vault.call('vault.unlock', { passphrase: secret }));

/** Copied when asked, by the second process, and after a lock and a close, by none; the oldest go. */
const copying = async (): Promise<Recording> => {
  const { root, away, names } = await backupBase(now);
  const known = new Set(names);
  const recording = await recordedIn(
    root,
    async (vault, tell) => {
      const tellNew = (): void => {
        const made = readdirSync(away).filter((name) => !name.endsWith('.partial') && !known.has(name));
        for (const name of made) {
          known.add(name);
          tell(name, ({ backups }) => (backups.has(name) ? null : 'told that it was copied, and it was not'));
        }
      };
      const save = saver(tell);
      await unlock(vault);
      await save(vault, 3);
      await okOf(vault.call('backup.run', {}));
      tellNew();
      await save(vault, 3);
      await okOf(vault.call('vault.lock', {}));
      await unlock(vault);
      tellNew();
      await save(vault, 2);
      await vault.end();
      tellNew();
    },
    later,
  );
  return { ...recording, always: ({ backups }) => (backups.size < names.length ? `only ${backups.size} backups are left` : null) };
};

const namesOf = ({ clients }: Seen): string =>
  [...clients().values()]
    .map(({ name }) => name)
    .sort()
    .join();

const both = [first, second].join();

/** A backup from before the new data key takes the place of what lies here. */
const restoring = async (): Promise<Recording> => {
  const { root, away, earlier } = await backupBase(now, { underNewKey: true, count: 3 });
  const recording = await recordedIn(
    root,
    async (vault, tell) => {
      await okOf(vault.call('backup.list', { fileGrant: typed(away) }));
      await okOf(vault.call('backup.restore', { id: earlier, secret: { kind: 'passphrase', text: passphrase } }));
      tell('restored', ({ state }) => (state.restores === 1 ? null : 'told that it was restored, and it was not'));
      await unlock(vault);
      await saver(tell)(vault, 3);
      await vault.end();
    },
    later,
  );
  const always = (seen: Seen): string | null => {
    if (seen.state.restores === 0) return namesOf(seen) === both && seen.opens === 'new' ? null : 'not the practice that was there';
    if (!namesOf(seen).includes(first) || namesOf(seen).includes(second) || seen.opens === 'new') return 'not the practice of the backup';
    return seen.kept.size === 1 ? null : 'what was replaced is gone';
  };
  return { ...recording, always };
};

/** As an older version left it, with an anchor that vouches for its file. */
const asOlderVersion = async (practice: string): Promise<void> => {
  const keys = await keysOf(practice, passphrase);
  const file = databaseFile(practice);
  await writeOlderFile(file, join(practice, 'older.db'), keys.database);
  renameSync(join(practice, 'older.db'), file);
  const layer = openLayer(openDatabase(file, keys.database, { create: false }));
  const known = await layer.committed();
  await layer.database.destroy();
  const generation = readHeader(practice)!.generation;
  const files = watchFiles(file, () => generation, null);
  const anchor = openAnchor({ path: anchorFile(practice), key: keys.anchor, clock: () => Date.parse(now), known, files });
  anchor.rest();
  keepTags(practice, files.tags());
  anchor.close();
};

/** Left by an older version, it is copied and then brought to this one. */
const migrating = async (): Promise<Recording> => {
  const root = trialFolder();
  const [practice, away] = [join(root, 'practice'), join(root, 'away')];
  mkdirSync(away);
  const making = await openNewPractice({ data: practice, now });
  await choose(making, away);
  for (const chosenName of [first, second, renewed]) await okOf(making.call('clients.create', { ...details, chosenName }));
  await making.end();
  for (const name of readdirSync(away)) rmSync(join(away, name), { recursive: true });
  await asOlderVersion(practice);
  const recording = await recordedIn(
    root,
    async (vault, tell) => {
      await unlock(vault);
      tell('migrated', ({ state }) => (state.steps === newest ? null : 'told that it is open, and it is not of this version'));
      await saver(tell)(vault, 3);
      await vault.end();
    },
    later,
  );
  const always = ({ state, backups }: Seen): string | null => {
    if (state.steps < newest - 1) return 'between two versions';
    const isCopied = [...backups.values()].some((one) => typeof one !== 'string' && one.steps === newest - 1);
    return state.steps < newest || isCopied ? null : 'brought to this version without a copy';
  };
  return { ...recording, always };
};

export const backupRecordings: readonly Recorded[] = [
  recordedOnce('copying when asked, after a lock and after a close', copying),
  recordedOnce('restoring', restoring),
  recordedOnce('bringing an older practice to this version', migrating),
];
