import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Clearance } from '../../shared/clearance.ts';
import type { ClearanceScope, FindingEvent } from '../../shared/finding.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { standingContact } from '../clients/change-contact.ts';
import { getClient } from '../clients/clients-service.ts';
import { isDocumentOf } from '../documents/documents-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { clearanceById, findingsOfOthers, insertClearance, insertReply, nameOtherContact } from './clearance-repository.ts';
import { appendEvents } from './findings-repository.ts';

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

const refuseReply = async (tx: Tx, practice: Practice, asked: Clearance, input: ParsedInputOf<'clearance.record'>): Promise<void> => {
  const { receivedOn, outcome, endsOn, scope, documentId } = input;
  if (asked.reply) throw new Refusal('clearance-answered');
  if (receivedOn < asked.askedOn) throw new Refused({ code: 'invalid', issues: [{ path: ['receivedOn'], problem: 'too-early' }] });
  if (outcome === 'cleared' && (endsOn === null || endsOn <= receivedOn)) throw new Refusal('clearance-needs-end');
  const areas = unknownAreas(practice, scope);
  if (areas.length > 0) throw new Refusal('areas-unknown', { areas: [...areas] });
  if (documentId !== null && !(await isDocumentOf(tx, asked.clientId, documentId)))
    throw new Refused({ code: 'not-found', what: 'document' });
};

export const recordClearance = async (
  practice: Practice,
  { clearanceId, ...reply }: ParsedInputOf<'clearance.record'>,
): Promise<OutputOf<'clearance.record'>> => {
  if (reply.receivedOn > (await todayHere(practice))) throw new Refusal('day-in-future');
  const [at, by] = [practice.now(), practice.actor.id];
  const answered = await practice.write(async (tx) => {
    const asked = await kept(tx, clearanceId);
    await refuseReply(tx, practice, asked, { clearanceId, ...reply });
    await insertReply(tx, clearanceId, { ...reply, recordedAt: at }, by);
    const { outcome, from, endsOn, scope } = reply;
    await happened(tx, practice, asked.findingIds, { what: 'answered', at, by, clearanceId, outcome, from, endsOn, scope });
    await recordAudit(tx, practice, { clientId: asked.clientId, recordId: clearanceId });
    return kept(tx, clearanceId);
  });
  practice.changed('health', 'safety', 'maps');
  return answered;
};

/** Two contacts are one: what named the one names the other, in the caller’s transaction. */
export const followContact = (tx: Tx, from: string, to: string): Promise<void> => nameOtherContact(tx, from, to);
