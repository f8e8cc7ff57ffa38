import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import type { Crisis } from '../../shared/safety.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { crisisById, type KeptCrisis, readCrisis, unreadCrises } from './crises-repository.ts';
import { checkedNumbers } from './crisis-settings-service.ts';
import { findingsOf } from './findings-repository.ts';
import { newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { emergencyContactsIn } from './safety-card-intake.ts';

const cardOf = async (practice: Practice, { id, clientId, openedAt, findingIds }: KeptCrisis): Promise<Crisis> => {
  const client = await getClient(practice, { id: clientId });
  const today = await todayHere(practice);
  const all = (await findingsOf(practice.db, practice.content, clientId)).map((kept) => findingOn(kept, today));
  const found = all.filter((finding) => findingIds.includes(finding.id));
  // As it was said: what somebody has lowered since is told all the same.
  const isEmergency = found.some(({ item, action }) => item.action === 'P5' || action === 'P5');
  return {
    id,
    clientId,
    chosenName: client.chosenName,
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
    emergencyContacts: emergencyContactsIn(
      { open: await openIntakeOf(practice.db, clientId), newest: await newestReviewedOf(practice.db, clientId) },
      client,
    ),
  };
};

const opened = async (tx: Tx, practice: Practice, crises: readonly Crisis[]): Promise<void> => {
  for (const { id, clientId } of crises) await recordAudit(tx, practice, { clientId, recordId: id }, 'crisis-opened');
};

const isAsRead = (kept: KeptCrisis, findingIds: readonly string[]): boolean =>
  kept.findingIds.every((id) => findingIds.includes(id)) && findingIds.every((id) => kept.findingIds.includes(id));

export const openCrises = async (practice: Practice, _: ParsedInputOf<'crisis.open'>): Promise<OutputOf<'crisis.open'>> => {
  const crises: Crisis[] = [];
  for (const kept of await unreadCrises(practice.db)) crises.push(await cardOf(practice, kept));
  // A card says a name, what was answered and whom to call.
  if (crises.length > 0) await practice.write((tx) => opened(tx, practice, crises));
  return { crises };
};

export const acknowledgeCrisis = async (
  practice: Practice,
  { crisisId, findingIds, words }: ParsedInputOf<'crisis.acknowledge'>,
): Promise<OutputOf<'crisis.acknowledge'>> => {
  const read = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await crisisById(tx, crisisId);
    if (!kept) throw new Refused({ code: 'not-found', what: 'crisis' });
    if (!kept.isRead && !isAsRead(kept, findingIds)) return { joined: kept, clientId: kept.clientId };
    if (!(await readCrisis(tx, crisisId, { at: practice.now(), by: practice.actor.id, words }))) throw new Refusal('crisis-over');
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: crisisId });
    return { joined: null, clientId: kept.clientId };
  });
  if (read.joined) {
    const current = await cardOf(practice, read.joined);
    await practice.write((tx) => opened(tx, practice, [current]));
    throw new Refused({ code: 'conflict', current });
  }
  practice.changed('safety');
  return { clientId: read.clientId };
};
