import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Clearance } from '../../shared/clearance.ts';
import { latestEnd, needsPaper } from '../../shared/clearance-rules.ts';
import type { ClearanceScope, Finding, FindingEvent } from '../../shared/finding.ts';
import { callsForHelp, findingOn } from '../../shared/finding-rules.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { standingContact } from '../clients/change-contact.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { isDocumentOf } from '../documents/documents-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { clearanceById, findingsOfOthers, insertClearance, insertReply, nameOtherContact } from './clearance-repository.ts';
import { openCrisis } from './crises-repository.ts';
import { appendEvents, findingById } from './findings-repository.ts';

/** What a clinician was asked or answered happened to each of the findings, in the order of all that happened to them. */
const happened = async (tx: Tx, practice: Practice, findingIds: readonly string[], event: FindingEvent): Promise<void> => {
  for (const findingId of findingIds) await appendEvents(tx, practice.content, findingId, [event]);
};

const kept = async (tx: Tx, id: string): Promise<Clearance> => {
  const clearance = await clearanceById(tx, id);
  if (!clearance) throw new Refused({ code: 'not-found', what: 'clearance' });
  return clearance;
};

const refuseUnknown = async (tx: Tx, input: ParsedInputOf<'clearance.request'>): Promise<void> => {
  if (input.contactId !== null) await standingContact(tx, input.contactId);
  const foreign = await findingsOfOthers(tx, input.clientId, input.findingIds);
  if (foreign.length > 0) throw new Refusal('findings-unknown', { findings: [...foreign] });
};

export const requestClearance = async (
  practice: Practice,
  input: ParsedInputOf<'clearance.request'>,
): Promise<OutputOf<'clearance.request'>> => {
  const client = await getClient(practice, { id: input.clientId });
  if (client.archivedAt !== null) throw new Refusal('client-archived');
  if (input.askedOn > (await todayHere(practice))) throw new Refusal('day-in-future');

  const [id, at, by] = [practice.newId(), practice.now(), practice.actor.id];
  const findingIds = [...new Set(input.findingIds)];
  const asked = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    await refuseUnknown(tx, input);
    await insertClearance(tx, { ...input, findingIds, id, askedAt: at }, by);
    await happened(tx, practice, findingIds, { what: 'asked', at, by, clearanceId: id, of: input.of });
    await recordAudit(tx, practice, { clientId: input.clientId, recordId: id });
    return kept(tx, id);
  });
  practice.changed('health', 'safety');
  return asked;
};

const unknownAreas = ({ content }: Practice, scope: ClearanceScope | null): readonly string[] => {
  const known = new Set(content.bodyAreas.items.map(({ code }) => code));
  return (scope?.areas ?? []).filter((code) => !known.has(code));
};

const findingsNow = async (tx: Tx, practice: Practice, { findingIds }: Clearance, today: CalendarDay): Promise<readonly Finding[]> => {
  const found = [];
  for (const id of findingIds) found.push(await findingById(tx, practice.content, id));
  return found.filter((one) => one !== null).map((one) => findingOn(one, today));
};

/** As it is done where something is said (keep-said.ts): a blank opens no card. */
const isUrgent = ({ cause, action }: Finding): boolean => cause !== null && cause !== 'not-answered' && callsForHelp(action);

/** What a refusal brings back, or takes a clearance from, is to be read like what was said. */
const cardFor = async (tx: Tx, practice: Practice, asked: Clearance, before: readonly Finding[], today: CalendarDay): Promise<void> => {
  const now = await findingsNow(tx, practice, asked, today);
  const findingIds = now
    .filter((finding) => isUrgent(finding) && !before.some((one) => one.id === finding.id && isUrgent(one)))
    .map(({ id }) => id);
  if (findingIds.length === 0) return;
  await openCrisis(tx, { id: practice.newId(), clientId: asked.clientId, openedAt: practice.now(), findingIds });
};

type Reply = Omit<ParsedInputOf<'clearance.record'>, 'clearanceId'>;

const refuseUncounted = ({ outcome, endsOn, receivedOn, way, documentId }: Reply, findings: readonly Finding[]): void => {
  if (outcome !== 'cleared') return;
  if (endsOn === null || endsOn <= receivedOn) throw new Refusal('clearance-needs-end');
  if (endsOn > latestEnd(receivedOn)) throw new Refusal('clearance-too-long');
  if (way === 'client' && documentId === null && needsPaper(findings)) throw new Refusal('clearance-needs-paper');
};

const refuseReply = async (tx: Tx, practice: Practice, asked: Clearance, reply: Reply, findings: readonly Finding[]): Promise<void> => {
  const { receivedOn, scope, documentId } = reply;
  if (asked.reply) throw new Refusal('clearance-answered');
  if (receivedOn < asked.askedOn) throw new Refused({ code: 'invalid', issues: [{ path: ['receivedOn'], problem: 'too-early' }] });
  refuseUncounted(reply, findings);
  const areas = unknownAreas(practice, scope);
  if (areas.length > 0) throw new Refusal('areas-unknown', { areas: [...areas] });
  if (documentId !== null && !(await isDocumentOf(tx, asked.clientId, documentId)))
    throw new Refused({ code: 'not-found', what: 'document' });
};

export const recordClearance = async (
  practice: Practice,
  { clearanceId, ...reply }: ParsedInputOf<'clearance.record'>,
): Promise<OutputOf<'clearance.record'>> => {
  const today = await todayHere(practice);
  if (reply.receivedOn > today) throw new Refusal('day-in-future');
  const [at, by] = [practice.now(), practice.actor.id];
  const answered = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const asked = await kept(tx, clearanceId);
    const before = await findingsNow(tx, practice, asked, today);
    await refuseReply(tx, practice, asked, reply, before);
    await insertReply(tx, clearanceId, { ...reply, recordedAt: at }, by);
    const { outcome, from, endsOn, scope } = reply;
    await happened(tx, practice, asked.findingIds, { what: 'answered', at, by, clearanceId, outcome, from, endsOn, scope });
    await cardFor(tx, practice, asked, before, today);
    await recordAudit(tx, practice, { clientId: asked.clientId, recordId: clearanceId });
    return kept(tx, clearanceId);
  });
  practice.changed('health', 'safety', 'maps');
  return answered;
};

/** Two contacts are one: what named the one names the other, in the caller’s transaction. */
export const followContact = (tx: Tx, from: string, to: string): Promise<void> => nameOtherContact(tx, from, to);
