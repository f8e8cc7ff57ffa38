import { mkdirSync, rmSync } from 'node:fs';
import { Refusal } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { attempt } from '../vault/attempts.ts';
import { writeDoor } from '../vault/door.ts';
import type { Header } from '../vault/header.ts';
import { recordRestored, type Staged } from '../vault/staged-practice.ts';
import { type WayIn, wayIn } from '../vault/ways-in.ts';
import type { BackupWorld } from './backup-world.ts';
import type { Alive, Patience } from './folder-patience.ts';
import { found, headerOf, inWords, type Source, secretText, stage } from './restore-source.ts';
import { keptIn, stagingIn, swapIn } from './restore-swap.ts';

type Restoring = ParsedInputOf<'backup.restore'>;
type Secret = Restoring['secret'];
type RestoringWorld = BackupWorld & { readonly ask: Patience };

const enter = (world: BackupWorld, header: Header, kind: Secret['kind'], text: string): Promise<WayIn> => {
  const { folder, now } = world;
  return attempt({ folder, now, wrong: 'backup-not-opened', noteWrong: async () => world.noteFailed() }, () => wayIn(header, kind, text));
};

/** The practice of the backup, whole and proven under the staging folder, with the entry that says who restored it. */
const stagePractice = async (world: RestoringWorld, folder: string, { id, secret }: Restoring): Promise<Staged> => {
  const text = secretText(secret);
  const source = await world.ask({ folder, work: () => found(folder, id, folder === keptIn(world.folder)) });
  const present = world.header();
  if (present && present.practiceId !== source.practiceId) throw new Refusal('backup-of-another-practice');
  const staging = stagingIn(world.folder);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  const [headers, others] = [true, false].map((wanted) => source.files.filter(({ name }) => (name === 'practice.header.json') === wanted));
  const fetch = async (files: Source['files'] = []): Promise<void> => {
    const given = new AbortController();
    const work = (alive: Alive): Promise<void> => stage(source.path, staging, files, { alive, signal: given.signal });
    // What a silent folder hands over later must not meet the next restore.
    await world.ask({ folder, work }).finally(() => given.abort());
  };
  await fetch(headers);
  const header = headerOf(staging, source, world);
  const way = await enter(world, header, secret.kind, text);
  world.hasKey(source.madeAt);
  try {
    await fetch(others);
    const { clock, openAs, log } = world;
    return await recordRestored({ folder: staging, clock, practice: openAs, incident: log.incident }, way, header);
  } finally {
    way.dataKey.fill(0);
  }
};

/** The practice is there whether or not its name can be written at the door. */
const showAtDoor = ({ folder, now, log }: BackupWorld, staged: Staged): void => {
  try {
    writeDoor(folder, { ...staged, lockedSince: now(), wrongTries: 0, lastWrongTry: null, handedOver: false });
  } catch (failure) {
    log.incident(failure);
  }
};

/**
 * Puts a backup in the place of what lies here. Everything that can be wrong with it is found while the practice that lies here is untouched.
 * @throws Refusal backup-not-found, -damaged, -of-another-practice, -made-by-newer-version, -not-opened, wait-before-next-try; Refused
 * unavailable where the practice's own disk fails
 */
export const restoreBackup = async (world: RestoringWorld, folder: string, restoring: Restoring): Promise<void> => {
  world.own();
  try {
    const staged = await stagePractice(world, folder, restoring);
    swapIn(world.folder, world.now());
    showAtDoor(world, staged);
  } catch (failure) {
    throw inWords(failure);
  } finally {
    world.lookAgain();
  }
};
