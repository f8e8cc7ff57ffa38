import type { LastWord } from '../../shared/last-word.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Backups } from '../backup/backups.ts';
import { keepsDrafts } from '../practice/drafts-service.ts';
import { inTime } from '../practice/in-time.ts';
import { practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { LockTrigger } from '../practice/shell-messages.ts';
import { sessionAtDoor } from '../sessions/session-at-door.ts';
import { closeAtRest } from './at-rest.ts';
import { writeDoor } from './door.ts';
import type { Locking } from './locking-service.ts';
import type { Mending } from './mending.ts';
import type { Opened } from './opening.ts';

/** Closing may take this long; the shell waits little longer. */
const closingMs = 1_000;

type Why = { readonly trigger: LockTrigger; readonly now: () => string };

/** A disk that does not answer must not keep it open: the process is ended all the same, and the keys with it. */
const closePractice = async (folder: string, opened: Opened, why: Why): Promise<void> => {
  await inTime(closeOrderly(folder, opened, why), closingMs);
};

/** Writes down that it was locked and why, and closes everything, also when the disk takes no more words. */
const closeOrderly = async (folder: string, { practice, layer, anchor }: Opened, { trigger, now }: Why): Promise<void> => {
  try {
    const call = practiceFor(practice, 'locked');
    const { practiceName } = await getProfile(call);
    // What was typed while it was open to read only was told not to be kept.
    const draftsKept = practice.readOnly !== true && (await keepsDrafts(call));
    await call.write((tx) => recordAudit(tx, call, { recordId: trigger }));
    writeDoor(folder, {
      practiceName,
      lockedSince: now(),
      wrongTries: 0,
      lastWrongTry: null,
      draftsKept,
      handedOver: practice.handOver.current() !== null,
      session: await sessionAtDoor(call.db),
    });
  } finally {
    await letGo(folder, { practice, layer, anchor });
  }
};

/** Closing would move the end of the log into a file that has no name any more, and take the log away: it is left for a salvage. */
const letGo = async (folder: string, { practice, layer, anchor }: Pick<Opened, 'practice' | 'layer' | 'anchor'>): Promise<void> => {
  const stands = await layer.stands().then(
    () => true,
    () => false,
  );
  if (!stands) {
    practice.auditKey.fill(0);
    anchor.close();
    return;
  }
  await closeAtRest(folder, layer, anchor).finally(() => practice.auditKey.fill(0));
};

type ClosingWorld = {
  readonly folder: string;
  readonly now: () => string;
  readonly backups: Pick<Backups, 'giveWay' | 'markDue'>;
  readonly locking: Pick<Locking, 'end'>;
  readonly mending: Pick<Mending, 'end'>;
  readonly sealed: { readonly forget: () => void };
  /** What is open, which from now on is not; null where nothing is. */
  readonly take: () => Opened | null;
  readonly letGo: (word: LastWord | null, begun: number) => void;
};

/** Locks whatever the disk says: the failure to write it down is told, and everything is let go all the same. */
export const createClosing = ({ folder, now, backups, locking, mending, sealed, take, letGo: end }: ClosingWorld) => {
  let closing: Promise<void> | null = null;

  const closeNow = async (trigger: LockTrigger | null, word: LastWord | null): Promise<void> => {
    const begun = performance.now();
    locking.end();
    mending.end();
    backups.giveWay();
    const going = take();
    try {
      if (!going) return;
      if (!going.practice.readOnly) backups.markDue(trigger === 'window-closed' || trigger === 'quit' ? 'close' : 'lock');
      await closePractice(folder, going, { trigger: trigger ?? 'person', now });
    } finally {
      sealed.forget();
      end(word, begun);
    }
  };

  /** Asked twice (the person and the shell), it closes once. */
  return (trigger: LockTrigger | null = null, word: LastWord | null = null): Promise<void> => {
    closing ??= closeNow(trigger, word).finally(() => {
      closing = null;
    });
    return closing;
  };
};
