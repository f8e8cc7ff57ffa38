import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Finding, type FindingEvent, type FindingWeight, findingWeights } from '../../shared/finding.ts';
import { callsForHelp, findingOn } from '../../shared/finding-rules.ts';
import type { Decision } from '../../shared/health.ts';
import { shows } from '../../shared/text.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { openCrisis } from './crises-repository.ts';
import { appendEvents, findingById, findingsOf } from './findings-repository.ts';
import { findingItems } from './health-content.ts';
import { keepSaid } from './keep-said.ts';
import { refuseArchived } from './refuse-archived.ts';

const placeOf = (weight: FindingWeight): number => findingWeights.indexOf(weight);

const refuseUnfit = ({ content }: Practice, finding: Finding, decision: Decision): void => {
  if (finding.cause === null) throw new Refusal('finding-over');
  if (decision.what === 'raise' && placeOf(decision.kind) >= placeOf(finding.weight)) throw new Refusal('kind-not-higher');
  if (decision.what === 'lower' && placeOf(decision.kind) <= placeOf(finding.weight)) throw new Refusal('kind-not-lower');
  if (decision.what === 'answer' && finding.cause !== 'not-answered') throw new Refusal('finding-answered');
  if (decision.what !== 'mark') return;
  const known = new Set(content.bodyAreas.items.map(({ code }) => code));
  const unknown = decision.areas.filter((code) => !known.has(code));
  if (unknown.length > 0) throw new Refusal('areas-unknown', { areas: unknown });
  const opened = (finding.areas ?? []).filter((code) => !decision.areas.includes(code));
  if (opened.length > 0 && !shows(decision.reason)) throw new Refusal('places-need-reason', { areas: opened });
};

const eventOf = (practice: Practice, decision: Exclude<Decision, { what: 'answer' }>): FindingEvent => {
  const common = { at: practice.now(), by: practice.actor.id };
  switch (decision.what) {
    case 'raise':
      return { what: 'raised', ...common, kind: decision.kind, reason: decision.reason };
    case 'lower':
      return { what: 'lowered', ...common, kind: decision.kind, reason: decision.reason };
    case 'mark':
      return { what: 'marked', ...common, areas: [...new Set(decision.areas)], reason: decision.reason };
    case 'resolve':
      return { what: 'resolved', ...common, reason: decision.reason };
  }
};

const answers = { no: 'no', yes: 'yes', not_sure: 'not-sure' } as const;

const findingNow = async (tx: Tx, practice: Practice, id: string, today: string): Promise<Finding> => {
  const kept = await findingById(tx, practice.content, id);
  if (!kept) throw new Refused({ code: 'not-found', what: 'finding' });
  return findingOn(kept, today);
};

/** Gives back the crisis card it opened, where it did. */
const decide = async (tx: Tx, practice: Practice, finding: Finding, decision: Decision, today: string): Promise<string | null> => {
  if (decision.what !== 'answer') {
    await appendEvents(tx, practice.content, finding.id, [eventOf(practice, decision)]);
    const after = await findingNow(tx, practice, finding.id, today);
    // Raised to what asks for help at once: then the card is for the practitioner as well.
    if (decision.what !== 'raise' || !callsForHelp(after.action) || after.action === finding.action) return null;
    const { clientId } = finding;
    return openCrisis(tx, { id: practice.newId(), clientId, openedAt: practice.now(), findingIds: [finding.id] });
  }
  const said = { itemId: finding.item.id, answer: answers[decision.answer], source: 'practitioner', sourceId: null, words: '' } as const;
  return keepSaid(tx, practice, finding.clientId, [said]);
};

export const resolveFinding = async (
  practice: Practice,
  { findingId, version, decision }: ParsedInputOf<'health.resolve'>,
): Promise<OutputOf<'health.resolve'>> => {
  const today = await todayHere(practice);
  const about = await findingById(practice.db, practice.content, findingId);
  if (about) await refuseArchived(practice, about.clientId);
  const decided = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const finding = await findingNow(tx, practice, findingId, today);
    if (finding.version !== version) return { stale: finding, crisisId: null };
    refuseUnfit(practice, finding, decision);
    const crisisId = await decide(tx, practice, finding, decision, today);
    await recordAudit(tx, practice, { clientId: finding.clientId, recordId: findingId });
    return { finding: await findingNow(tx, practice, findingId, today), crisisId };
  });
  const { stale } = decided;
  if (stale) {
    // A conflict shows the finding as it stands, so it is an opening like any other.
    await practice.write((tx) => recordAudit(tx, practice, { clientId: stale.clientId, recordId: findingId }, 'health-opened'));
    throw new Refused({ code: 'conflict', current: stale });
  }
  const { finding, crisisId } = decided;
  practice.changed('health', ...(crisisId ? (['safety'] as const) : []));
  return { finding, crisisId };
};

/** Seen or heard, and asked about by no question. Of what stands already it is one more event, and overtakes what it overtakes. */
export const addFinding = async (
  practice: Practice,
  { clientId, itemId, words }: ParsedInputOf<'health.add'>,
): Promise<OutputOf<'health.add'>> => {
  await refuseArchived(practice, clientId);
  const item = findingItems(practice.content).find(({ id }) => id === itemId);
  if (!item) throw new Refusal('questions-unknown', { questions: [itemId] });
  const today = await todayHere(practice);
  const added = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const crisisId = await keepSaid(tx, practice, clientId, [
      { itemId, answer: 'found', source: 'practitioner', sourceId: practice.newId(), words },
    ]);
    const kept = (await findingsOf(tx, practice.content, clientId)).findLast((one) => one.item.id === itemId);
    if (!kept) throw new Error('what was found was not kept');
    await recordAudit(tx, practice, { clientId, recordId: kept.id });
    return { finding: findingOn(kept, today), crisisId };
  });
  practice.changed('health', ...(added.crisisId ? (['safety'] as const) : []));
  return added;
};
