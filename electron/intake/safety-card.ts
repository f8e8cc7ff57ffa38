import { createHash } from 'node:crypto';
import { type ContactLevel, levelFrom } from '../../shared/body-areas.ts';
import type { Clearance } from '../../shared/clearance.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { byWords } from '../../shared/text.ts';
import { type AllowedToday, allowedTodayOf } from '../consent/allowed-service.ts';
import { consentsOfClient } from '../consent/consents-service.ts';
import type { Practice } from '../practice/practice.ts';
import { saidBySessions } from '../sessions/last-stop-service.ts';
import { clearancesOf } from './clearance-repository.ts';
import { changesOf } from './health-changes-repository.ts';
import { newestReviewedOf, openIntakeOf } from './intake-repository.ts';
import { itemsOf } from './safe-content.ts';
import { clearancesToTell, findingsToTell, lastDayBefore, medicinesToTell } from './safety-card-health.ts';
import { saidInIntake } from './safety-card-intake.ts';
import { placesToTell, pressureToTell } from './safety-card-places.ts';

const endsSoonOf = async (practice: Practice, clientId: string): Promise<SafetyCard['endsSoon']> => {
  const { forms } = await consentsOfClient(practice, { clientId });
  return forms
    .flatMap(({ state, title, endsOn }) => (state === 'ends-soon' && endsOn ? [{ title, day: lastDayBefore(endsOn) }] : []))
    .sort((one, other) => byWords(one.day, other.day) || byWords(one.title, other.title));
};

const ofTheBody = (
  practice: Practice,
  today: AllowedToday,
  clearances: readonly Clearance[],
): Pick<SafetyCard, 'places' | 'pressure' | 'health' | 'medicines'> => {
  const { facts, allowed, limits, map, health } = today;
  const given = { areas: facts.areas, allowed, limits, within: facts.map, map };
  const scale = practice.content.bodyAreas.contact_scale.flatMap(({ code, label }): [ContactLevel, string][] => {
    const level = levelFrom(code);
    return level === null ? [] : [[level, label]];
  });
  const levels = new Map(scale);
  return {
    places: placesToTell(given),
    pressure: pressureToTell(given, levels),
    health: findingsToTell(health.findings, { areas: facts.areas, levels, clearances }),
    medicines: medicinesToTell(health.medicines, facts.areas),
  };
};

/** What helped in a session is often what was named before it, written a little otherwise. */
const withoutDoubles = (all: readonly string[]): string[] => {
  const plain = (words: string): string => words.trim().toLowerCase();
  return all.filter((one, index) => all.findIndex((other) => plain(other) === plain(one)) === index);
};

/** What must be known before touch, computed anew from the record each time: nothing of it is kept, so that nothing of it grows old. @throws Refused not-found client */
export const cardOf = async (practice: Practice, clientId: string): Promise<SafetyCard> => {
  const { db, content } = practice;
  const today = await allowedTodayOf(practice, clientId);
  const { forms, health, readiness } = today;
  const { client } = forms.world;
  const rounds = { open: await openIntakeOf(db, clientId), newest: await newestReviewedOf(db, clientId) };
  const clearances = await clearancesOf(db, clientId);
  const changes = await changesOf(db, clientId);
  const said = saidInIntake(itemsOf(content.safe), rounds, client);
  const sessions = await saidBySessions(practice, clientId);
  return {
    clientId,
    chosenName: client.chosenName,
    pronouns: client.pronouns,
    birthDate: client.birthDate,
    underAge: forms.underAge,
    stop: { word: client.stopWord, gesture: client.stopGesture, rehearsedAt: client.stopRehearsedAt },
    readiness,
    changes: changes.flatMap(({ at, words, changed, settledAt }) => (changed && settledAt === null ? [{ at, words }] : [])),
    ...said,
    helps: withoutDoubles([...said.helps, ...sessions.helped]),
    ...ofTheBody(practice, today, clearances),
    lastStop: sessions.lastStop,
    endsSoon: await endsSoonOf(practice, clientId),
    clearancesAsked: clearancesToTell(clearances, health.findings),
    askedAt: changes[0]?.at ?? null,
  };
};

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => byWords(one, other))
      .map(([key, held]) => [key, sorted(held)]),
  );
};

/** The card in the one way its sum is made of: names in order, no blanks. */
export const canonicalCard = (card: SafetyCard): { readonly json: string; readonly sha256: string } => {
  const json = JSON.stringify(sorted(card));
  return { json, sha256: createHash('sha256').update(json).digest('hex') };
};
