import { recordAudit } from '../audit/audit-repository.ts';
import { keepsDrafts } from '../practice/drafts-service.ts';
import { inTime } from '../practice/in-time.ts';
import { practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { LockTrigger } from '../practice/shell-messages.ts';
import { sessionAtDoor } from '../sessions/session-at-door.ts';
import { writeDoor } from './door.ts';
import { keepTags } from './files-found.ts';
import type { Opened } from './opening.ts';

/** Closing may take this long; the shell waits little longer. */
const closingMs = 1_000;

type Why = { readonly trigger: LockTrigger; readonly now: () => string };

/** A disk that does not answer must not keep it open: the process is ended all the same, and the keys with it. */
export const closePractice = async (folder: string, opened: Opened, why: Why): Promise<void> => {
  await inTime(closeOrderly(folder, opened, why), closingMs);
};

/** What is not vouched for is looked at less closely next time; that is no reason not to close. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    return;
  }
};

/** Writes down that it was locked and why, and closes everything, also when the disk takes no more words. */
const closeOrderly = async (folder: string, { practice, layer, anchor }: Opened, { trigger, now }: Why): Promise<void> => {
  try {
    const call = practiceFor(practice, 'locked');
    const { practiceName } = await getProfile(call);
    const draftsKept = await keepsDrafts(call);
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
  await layer.settled();
  await layer.database.destroy().finally(() => {
    quietly(anchor.rest);
    const tags = anchor.tags();
    if (tags) keepTags(folder, tags);
    practice.auditKey.fill(0);
    anchor.close();
  });
};
