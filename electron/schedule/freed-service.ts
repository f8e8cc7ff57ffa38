import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { addDays, instantOf } from '../../shared/schedule-time.ts';
import { dayIn, startOfDay } from '../../shared/time.ts';
import { matchesOf } from '../../shared/waitlist-rules.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { freedIn, waitingWorld } from './freed.ts';
import { dismissTimeOf, goneBetween } from './freed-repository.ts';
import { refuseUnknownPlace } from './here.ts';
import { allWaiting } from './waitlist-repository.ts';

/** Days ahead for which a time that came free is looked for. */
const daysAhead = 28;
/** The soonest alone: further ones come up as these are taken or put aside. */
const mostFreed = 20;

export const matchesFor = async (practice: Practice, slot: ParsedInputOf<'waitlist.matches'>): Promise<OutputOf<'waitlist.matches'>> => {
  const { db } = practice;
  await refuseUnknownPlace(db, slot);
  const [zone, now] = [await zoneHere(practice), practice.now()];
  const startsAt = instantOf(slot.day, slot.time, zone);
  return { matches: matchesOf(slot, await allWaiting(db), await waitingWorld(db, { from: startsAt, to: startsAt, now, zone })) };
};

export const freedTimes = async (practice: Practice, _input: ParsedInputOf<'waitlist.freed'>): Promise<OutputOf<'waitlist.freed'>> => {
  const [zone, now] = [await zoneHere(practice), practice.now()];
  const to = startOfDay(addDays(dayIn(now, zone), daysAhead), zone, 1);
  const waiting = await allWaiting(practice.db);
  const gone = waiting.length === 0 ? [] : await goneBetween(practice.db, now, to);
  if (gone.length === 0) return { freed: [] };

  const world = await waitingWorld(practice.db, { from: now, to, now, zone });
  const found = new Map<string, OutputOf<'waitlist.freed'>['freed'][number]>();
  for (const one of gone) {
    const { freed, waiting: people } = freedIn(one, waiting, world);
    // Several may have been cancelled at one time, each booked in the place of the one before.
    const place = `${one.startsAt} ${one.practitionerId}`;
    if (freed && people > 0 && !found.has(place)) found.set(place, { ...freed, appointmentId: one.id, waiting: people });
    if (found.size >= mostFreed) break;
  }
  return { freed: [...found.values()] };
};

export const dismissFreed = async (
  practice: Practice,
  { appointmentId, over }: ParsedInputOf<'waitlist.dismiss'>,
): Promise<OutputOf<'waitlist.dismiss'>> => {
  await practice.write(async (tx) => {
    const dismissed = await dismissTimeOf(tx, appointmentId, over);
    if (!dismissed) throw new Refused({ code: 'not-found', what: 'appointment' });
    await recordAudit(tx, practice, { clientId: dismissed.clientId, recordId: appointmentId });
  });
  practice.changed('schedule');
  return { appointmentId };
};
