import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { BackupContents } from '../../shared/backup.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { makeFolder } from '../practice/atomic-file.ts';
import { attempt } from '../vault/attempts.ts';
import type { Header } from '../vault/header.ts';
import { createTurns } from '../vault/turns.ts';
import { freeIn } from './backup-folder.ts';
import { isUnderKey } from './backup-list.ts';
import type { BackupWorld } from './backup-world.ts';
import { isUnreadable } from './copied-file.ts';
import type { Alive, Patience } from './folder-patience.ts';
import { found, headerOf, inWords, type Source, secretText, stage } from './restore-source.ts';
import { keptIn } from './restore-swap.ts';
import { type Answers, askSecond, type LookJob, problemOfSecond } from './second-process.ts';

type Secret = ParsedInputOf<'backup.rehearse'>['secret'];
export type Looked = { readonly source: Source; readonly contents: BackupContents; readonly agreed: boolean };

/** Where a backup is put to be looked at; encrypted as it came, and gone afterwards. */
export const lookingIn = (folder: string): string => join(folder, 'practice.looking');
export const clearLooking = (folder: string): void => rmSync(lookingIn(folder), { recursive: true, force: true });

/** What the second process found, in the words of a refusal. */
const told = (failure: unknown): unknown => {
  if (isUnreadable(failure)) return new Refusal('backup-not-tried');
  if ((failure as { code?: unknown } | null)?.code !== 'SECOND_FAILED') return inWords(failure);
  const reason = problemOfSecond(failure);
  return reason === null ? new Refusal('backup-not-tried') : inWords(new Refused({ code: 'unavailable', reason }));
};

/** Backups tried out beside the practice, one at a time: nothing of the practice is touched, and nothing of the backup is changed. */
export const createLooking = (world: BackupWorld, ask: Patience) => {
  const { folder } = world;
  const inTurn = createTurns();
  let stopped = new AbortController();

  const wayFor = (header: Header, secret: Secret): LookJob['way'] => {
    if (secret) return { kind: secret.kind, text: secretText(secret) };
    const present = world.header();
    if (!present || !world.isOpen() || !isUnderKey(present, header)) throw new Refusal('backup-other-key');
    return { kind: 'keys', keys: { ...world.sealed(), audit: world.practice().auditKey } };
  };

  const opened = async (header: Header, secret: Secret, signal: AbortSignal): Promise<Extract<Answers['look'], { kind: 'seen' }>> => {
    const job: LookJob = { kind: 'look', staging: lookingIn(folder), header, way: wayFor(header, secret) };
    const tried = async () => {
      const answer = await askSecond(world.second, job, signal);
      return answer.kind === 'seen' ? answer : null;
    };
    // Of an open practice nothing is written down as if it were locked.
    const noteWrong = async (): Promise<void> => (world.isOpen() ? undefined : world.noteFailed());
    return attempt({ folder, now: world.now, wrong: 'backup-not-opened', noteWrong }, tried);
  };

  const refuseFull = async ({ files }: Source): Promise<void> => {
    const free = await freeIn(folder);
    if (free !== null && free < files.reduce((sum, { bytes }) => sum + bytes, 0)) {
      throw new Refused({ code: 'unavailable', reason: 'disk-full' });
    }
  };

  const looked = async (where: string, id: string, secret: Secret, { signal }: AbortController): Promise<Looked> => {
    const source = await ask({ folder: where, work: () => found(where, id, where === keptIn(folder)), signal });
    const present = world.header();
    if (present && present.practiceId !== source.practiceId) throw new Refusal('backup-of-another-practice');
    await refuseFull(source);
    clearLooking(folder);
    makeFolder(lookingIn(folder));
    const work = (alive: Alive): Promise<void> => stage(source.path, lookingIn(folder), source.files, { alive, signal });
    await ask({ folder: where, work, signal });
    const { contents, agreed } = await opened(headerOf(lookingIn(folder), source, world), secret, signal);
    return { source, contents, agreed };
  };

  return {
    /** @throws Refusal backup-not-found, -damaged, -not-tried, -other-key, -not-opened and those of a restore */
    look: (where: string, id: string, secret: Secret): Promise<Looked> =>
      inTurn(async () => {
        const begun = stopped;
        try {
          return await looked(where, id, secret, begun);
        } catch (failure) {
          throw begun.signal.aborted ? new Refusal('backup-not-tried') : told(failure);
        } finally {
          clearLooking(folder);
        }
      }),
    giveUp: (): void => {
      stopped.abort();
      stopped = new AbortController();
    },
  };
};

export type Looking = ReturnType<typeof createLooking>;
