import { Refusal, Refused } from '../../shared/app-error.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { keptLetter, letterNotFound, seenLetter } from './letter-view.ts';
import type { KeptLetter } from './letters-repository.ts';

type AsSeen = { readonly id: string; readonly version: number };

/** Still to be written on. @throws Refused not-found letter; Refusal letter-finalised */
export const draftLetter = async (tx: Reader, id: string): Promise<KeptLetter> => {
  const kept = await keptLetter(tx, id);
  if (kept.setAsideAt !== null) throw letterNotFound();
  if (kept.final !== null) throw new Refusal('letter-finalised');
  return kept;
};

/** The letter as it stands, for whoever has an older one on the screen; showing it is an opening like any other. */
export const letterConflict = async (practice: Practice, kept: KeptLetter): Promise<Refused> => {
  await practice.write((tx) => recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id }, 'letter-opened'));
  return new Refused({ code: 'conflict', current: await seenLetter(practice, kept) });
};

/** Changes a draft as it was seen, in one transaction. */
export const changeDraft = async (practice: Practice, seen: AsSeen, change: (tx: Tx, kept: KeptLetter) => Promise<void>): Promise<void> => {
  const newer = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await draftLetter(tx, seen.id);
    if (kept.version !== seen.version) return kept;
    await change(tx, kept);
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
    return null;
  });
  if (newer) throw await letterConflict(practice, newer);
  practice.changed('letters');
};
