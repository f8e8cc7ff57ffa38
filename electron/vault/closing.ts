import { recordAudit } from '../audit/audit-repository.ts';
import { keepsDrafts } from '../practice/drafts-service.ts';
import { practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import type { LockTrigger } from '../practice/shell-messages.ts';
import { writeDoor } from './door.ts';
import type { Opened } from './opening.ts';

/** Writes down that it was locked and why, and closes everything, also when the disk takes no more words. */
export const closePractice = async (
  folder: string,
  { practice, layer, anchor }: Opened,
  { trigger, now }: { readonly trigger: LockTrigger; readonly now: () => string },
): Promise<void> => {
  try {
    const call = practiceFor(practice, 'locked');
    const { practiceName } = await getProfile(call);
    const draftsKept = await keepsDrafts(call);
    await call.write((tx) => recordAudit(tx, call, { recordId: trigger }));
    writeDoor(folder, { practiceName, lockedSince: now(), wrongTries: 0, lastWrongTry: null, draftsKept });
  } finally {
    await layer.database.destroy();
    anchor.close();
    practice.auditKey.fill(0);
  }
};
