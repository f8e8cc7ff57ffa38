import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { wallAt } from '../../shared/schedule-time.ts';
import { getClient } from '../clients/clients-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { linesAhead } from './appointment-lines-repository.ts';
import { drawSlip, words } from './reminder-pdf.ts';

/** As many as a person keeps in view. */
const mostTimes = 8;
/** Enough to count what comes after them. */
const mostCounted = 1_000;

/** @throws Refused not-found client */
export const drawReminder = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'reminders.paper'>,
): Promise<OutputOf<'reminders.paper'>> => {
  const client = await getClient(practice, { id: clientId });
  const profile = await getProfile(practice);
  const [id, madeAt] = [practice.newId(), practice.now()];
  const ahead = (await linesAhead(practice.db, clientId, madeAt, mostCounted)).filter(({ startsAt }) => startsAt > madeAt);
  const times = ahead.slice(0, mostTimes).map(({ day, time, endsAt, zone }) => ({ day, from: time, to: wallAt(endsAt, zone).time }));
  const bytes = await drawSlip({
    documentId: id,
    name: client.chosenName,
    times,
    more: ahead.length - times.length,
    madeAt,
    practice: profile,
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId, title: words.title, createdAt: madeAt, bytes });
};
