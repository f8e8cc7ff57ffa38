import { Temporal } from 'temporal-polyfill';
import type { DueUpdate } from '../../shared/letters.ts';
import type { GateNow } from '../../shared/release-gate.ts';
import type { Release, Verdict } from '../../shared/releases.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { gateNow, verdictIn } from '../releases/gate-service.ts';
import { releasesStandingFor } from '../releases/standing-practice.ts';
import { sessionDays } from '../sessions/sessions-service.ts';
import type { LetterOutline } from './letter-content.ts';
import { outlineOf } from './letter-verdict.ts';
import { type KeptLetter, lettersOfClient } from './letters-repository.ts';
import { recipientNow, standingContactOf } from './recipient-now.ts';

export const updateKind = 'progress-update';

/** An update tells no more than was agreed to: it is permitted where any of it is. */
export const updateVerdict = async (
  db: Reader,
  now: GateNow,
  { information_kinds: all, purpose_id: purpose }: LetterOutline,
  to: { readonly clientId: string; readonly contactId: string },
): Promise<Verdict> => {
  const ask = (kinds: typeof all): Promise<Verdict> =>
    verdictIn(db, now, {
      ...to,
      direction: 'to',
      kinds: [...kinds],
      measures: [],
      purpose: purpose ?? 'coordinate_care',
      part2: false,
    });
  const whole = await ask(all);
  if (whole.permitted || whole.reason !== 'kinds') return whole;
  const covered = all.filter((kind) => !whole.missing.includes(kind));
  return covered.length === 0 ? whole : ask(covered);
};

type To = { readonly clientId: string; readonly contactId: string };

/** Updates to this recipient, whatever entry of the directory they were written to; newest first. */
const updatesTo = async (practice: Practice, { clientId, contactId }: To): Promise<readonly KeptLetter[]> => {
  const { id: standingId } = await standingContactOf(practice, contactId);
  const found: KeptLetter[] = [];
  for (const letter of await lettersOfClient(practice.db, clientId)) {
    if (letter.kindId !== updateKind || letter.contactId === null) continue;
    if ((await standingContactOf(practice, letter.contactId)).id === standingId) found.push(letter);
  }
  return found;
};

/** One that was begun and waits. */
export const openUpdate = async (practice: Practice, to: To): Promise<KeptLetter | null> =>
  (await updatesTo(practice, to)).find(({ final }) => final === null) ?? null;

const visitsUntilDue = 4;
const daysUntilDue = 30;

/** Due after four visits, or after a month with any, since the last update or since they agreed to it. */
const dueFor = async (practice: Practice, now: GateNow, { clientId, standingId, signedAt }: Release): Promise<DueUpdate | null> => {
  const client = await getClient(practice, { id: clientId });
  if (client.archivedAt !== null || signedAt === null) return null;
  const to = { clientId, contactId: standingId };
  const updates = await updatesTo(practice, to);
  const last = updates.find(({ final }) => final !== null)?.final?.at ?? null;
  const since = last ?? signedAt;
  const visits = (await sessionDays(practice, clientId)).filter(({ endedAt }) => endedAt !== null && endedAt > since).length;
  const monthAfter = Temporal.PlainDate.from(dayIn(since, now.zone)).add({ days: daysUntilDue }).toString();
  if (visits === 0 || (visits < visitsUntilDue && now.day < monthAfter)) return null;
  const verdict = await updateVerdict(practice.db, now, outlineOf(practice, updateKind), to);
  if (!verdict.permitted) return null;
  return {
    ...to,
    chosenName: client.chosenName,
    recipient: (await recipientNow(practice, { contactId: standingId })).recipient,
    visits,
    lastOn: last === null ? null : dayIn(last, now.zone),
    letterId: updates.find(({ final }) => final === null)?.id ?? null,
    verdict,
  };
};

/** To every recipient somebody's permission names, one each, the longest unheard of first. */
export const updatesDue = async (practice: Practice): Promise<DueUpdate[]> => {
  const now = await gateNow(practice);
  const due = new Map<string, DueUpdate>();
  for (const release of await releasesStandingFor(practice, 'coordinate_care')) {
    const key = `${release.clientId} ${release.standingId}`;
    if (due.has(key)) continue;
    const update = await dueFor(practice, now, release);
    if (update !== null) due.set(key, update);
  }
  return [...due.values()].toSorted((one, other) => ((one.lastOn ?? '') < (other.lastOn ?? '') ? -1 : 1));
};
