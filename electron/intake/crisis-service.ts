import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import type { Crisis } from '../../shared/safety.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { crisisById, type KeptCrisis, readCrisis, unreadCrises } from './crises-repository.ts';
import { checkedNumbers } from './crisis-settings-service.ts';
import { findingsOf } from './findings-repository.ts';
import { newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { emergencyContactsIn } from './safety-card-intake.ts';

const cardOf = async (practice: Practice, { id, clientId, openedAt, findingIds }: KeptCrisis): Promise<Crisis> => {
  const { chosenName } = await getClient(practice, { id: clientId });
  const today = await todayHere(practice);
  const all = (await findingsOf(practice.db, practice.content, clientId)).map((kept) => findingOn(kept, today));
  const found = all.filter((finding) => findingIds.includes(finding.id));
  // As it was said: what somebody has lowered since is told all the same.
  const isEmergency = found.some(({ item, action }) => item.action === 'P5' || action === 'P5');
  return {
    id,
    clientId,
    chosenName,
    openedAt,
    action: isEmergency ? 'P5' : 'P4',
    found: found.map(({ id: findingId, item, cause }) => ({
      findingId,
      condition: item.condition,
      cause: cause ?? '',
      do: item.do,
      referTo: item.referTo,
    })),
    numbers: await checkedNumbers(practice),
    emergencyContacts: emergencyContactsIn({
      open: await openIntakeOf(practice.db, clientId),
      newest: await newestReviewedOf(practice.db, clientId),
    }),
  };
};

export const openCrises = async (practice: Practice, _: ParsedInputOf<'crisis.open'>): Promise<OutputOf<'crisis.open'>> => {
  const crises: Crisis[] = [];
  for (const kept of await unreadCrises(practice.db)) crises.push(await cardOf(practice, kept));
  return { crises };
};

export const acknowledgeCrisis = async (
  practice: Practice,
  { crisisId, words }: ParsedInputOf<'crisis.acknowledge'>,
): Promise<OutputOf<'crisis.acknowledge'>> => {
  const clientId = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await crisisById(tx, crisisId);
    if (!kept) throw new Refused({ code: 'not-found', what: 'crisis' });
    if (!(await readCrisis(tx, crisisId, { at: practice.now(), by: practice.actor.id, words }))) throw new Refusal('crisis-over');
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: crisisId });
    return kept.clientId;
  });
  practice.changed('safety');
  return { clientId };
};
