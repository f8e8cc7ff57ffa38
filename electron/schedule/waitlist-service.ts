import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { instantOf, minutesOf } from '../../shared/schedule-time.ts';
import type { Waiting, WaitingDetails } from '../../shared/waitlist.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { refuseArchivedClient, refuseArchivedIn, refuseOff, refuseUnknownPlace } from './here.ts';
import { allWaiting, endWaiting, insertWaiting, putOffers, replaceWaiting, waitingOf } from './waitlist-repository.ts';

/** What is wished for can be had: a service and a practitioner in use, days and hours the right way round. */
const checkWish = async (reader: Reader, { serviceId, practitionerId, ...when }: WaitingDetails): Promise<void> => {
  if (when.firstDay !== null && when.lastDay !== null && when.lastDay < when.firstDay) throw new Refusal('days-backwards');
  if (when.earliest !== null && when.latest !== null && minutesOf(when.latest) <= minutesOf(when.earliest))
    throw new Refusal('span-backwards');
  await refuseOff(reader, { serviceId, ...(practitionerId === null ? {} : { practitionerId }) });
};

const standing = async (tx: Tx, id: string): Promise<Waiting> => {
  const waiting = await waitingOf(tx, id);
  if (!waiting) throw new Refused({ code: 'not-found', what: 'waiting' });
  return waiting;
};

const subjectOf = ({ id, clientId }: Waiting) => ({ clientId, recordId: id });

export const addWaiting = async (
  practice: Practice,
  { clientId, details }: ParsedInputOf<'waitlist.add'>,
): Promise<OutputOf<'waitlist.add'>> => {
  await refuseArchivedClient(practice, clientId);
  const id = practice.newId();
  const added = await practice.write(async (tx) => {
    await checkWish(tx, details);
    await insertWaiting(tx, { id, clientId, since: practice.now(), details });
    await recordAudit(tx, practice, { clientId, recordId: id });
    return standing(tx, id);
  });
  practice.changed('schedule');
  return added;
};

type Seen = { readonly id: string; readonly version: number };

/** Changes an entry as it was seen. One that has moved on is given back to choose from, and showing it is an opening like any other. */
const changeSeen = async (practice: Practice, seen: Seen, change: (tx: Tx, before: Waiting) => Promise<void>): Promise<Waiting> => {
  const { changed, newer } = await practice.write(async (tx) => {
    const before = await standing(tx, seen.id);
    if (before.version !== seen.version) return { changed: null, newer: before };
    await change(tx, before);
    const after = await standing(tx, seen.id);
    await recordAudit(tx, practice, subjectOf(after));
    return { changed: after, newer: null };
  });
  if (!changed) {
    await practice.write((tx) => recordAudit(tx, practice, subjectOf(newer), 'waitlist-opened'));
    throw new Refused({ code: 'conflict', current: newer });
  }
  practice.changed('schedule');
  return changed;
};

const refuseOver = ({ ended }: Waiting): void => {
  if (ended !== null) throw new Refusal('waiting-over');
};

export const changeWaiting = (
  practice: Practice,
  { details, ...seen }: ParsedInputOf<'waitlist.change'>,
): Promise<OutputOf<'waitlist.change'>> =>
  changeSeen(practice, seen, async (tx, before) => {
    refuseOver(before);
    await checkWish(tx, details);
    await replaceWaiting(tx, before, details);
  });

/** Taken back, they wait since when they did; after a booking too, for what was booked may be cancelled. */
export const closeWaiting = (practice: Practice, { over, ...seen }: ParsedInputOf<'waitlist.close'>): Promise<OutputOf<'waitlist.close'>> =>
  changeSeen(practice, seen, async (tx, before) => {
    if (over) refuseOver(before);
    else await refuseArchivedIn(tx, before.clientId);
    await endWaiting(tx, before, over ? { ended: 'withdrawn', at: practice.now() } : null);
  });

export const recordOffer = async (
  practice: Practice,
  { slot, ...seen }: ParsedInputOf<'waitlist.offered'>,
): Promise<OutputOf<'waitlist.offered'>> => {
  const startsAt = instantOf(slot.day, slot.time, await zoneHere(practice));
  const { practitionerId } = slot;
  return changeSeen(practice, seen, async (tx, before) => {
    refuseOver(before);
    await refuseUnknownPlace(tx, slot);
    await putOffers(tx, before, [...before.offers, { startsAt, practitionerId, at: practice.now() }]);
  });
};

export const listWaiting = async (practice: Practice, _input: ParsedInputOf<'waitlist.list'>): Promise<OutputOf<'waitlist.list'>> => ({
  waiting: await allWaiting(practice.db),
});
