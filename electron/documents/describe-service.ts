import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { filedOf, insertDescription } from './attachments-repository.ts';
import { headsOf } from './documents-repository.ts';

/** What was signed on a paper, or stands on it, is not changed by what the paper is called: so this is free to say anew. */
export const describePaper = async (
  practice: Practice,
  { id, ...said }: ParsedInputOf<'attachments.describe'>,
): Promise<OutputOf<'attachments.describe'>> => {
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  if (said.paperOn !== null && said.paperOn > dayIn(practice.now(), zone)) throw new Refusal('day-in-future');
  const clientId = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const [head] = await headsOf(tx, [id]);
    const filed = (await filedOf(tx, [id])).get(id);
    if (!head?.clientId || !filed) throw new Refused({ code: 'not-found', what: 'document' });
    if (filed.inError) throw new Refusal('paper-in-error');
    await insertDescription(tx, id, { ...said, at: practice.now(), by: practice.actor.id });
    await recordAudit(tx, practice, { clientId: head.clientId, recordId: id });
    return head.clientId;
  });
  practice.changed('documents');
  return { id, clientId };
};
