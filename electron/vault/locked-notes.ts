import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { instantFrom } from '../../shared/time.ts';
import type { Log } from '../practice/log.ts';
import { storeProblem } from '../store/store-problem.ts';
import { writeLocked } from './locked-journal.ts';

/** What the window had on its way when the practice locked is no knocking at the door. */
const onTheWayMs = 2_000;

type NotesWorld = { readonly folder: string; readonly clock: () => number; readonly log: Log };

/** What is written down while no key is in memory. */
export const createLockedNotes = ({ folder, clock, log }: NotesWorld) => {
  const monotonic = (): number => Math.floor(performance.now());
  const knocked = (kind: 'failed-unlock' | 'refused-call' | 'read-only'): void => {
    try {
      writeLocked(folder, { kind, at: instantFrom(clock()), monotonic: monotonic() });
    } catch (failure) {
      log.incident(failure);
    }
  };
  return {
    /** Records were read out of a practice whose own trail could not be written to. */
    readOnly: (): void => knocked('read-only'),
    failedUnlock: (): void => knocked('failed-unlock'),
    /** `lockedAt`: when it locked, on the process's clock. */
    refusedCall: (lockedAt: number): void => {
      if (performance.now() - lockedAt > onTheWayMs) knocked('refused-call');
    },
    /** Answers once it is on the disk; what could not be written is said, so that it is told after unlocking. */
    stopped: async ({ id, kind, ago }: ParsedInputOf<'vault.stopped'>): Promise<OutputOf<'vault.stopped'>> => {
      const at = instantFrom(clock() - ago);
      try {
        if (writeLocked(folder, { kind, at, monotonic: Math.max(0, monotonic() - ago), id })) return { at };
      } catch (failure) {
        log.incident(failure);
        throw new Refused({ code: 'unavailable', reason: storeProblem(failure) ?? 'disk-failing' });
      }
      throw new Refused({ code: 'unavailable', reason: 'disk-full' });
    },
  };
};
