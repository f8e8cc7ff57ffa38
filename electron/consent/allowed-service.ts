import { type Allowed, type AllowedFacts, allowed, type TouchLimits } from '../../shared/allowed.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { type Marks, narrowedSince, type Saying, unmarked } from '../../shared/sayings.ts';
import { touchLimits } from '../../shared/touch-limits.ts';
import type { Practice } from '../practice/practice.ts';
import { visitOf } from '../sessions/visit-service.ts';
import { areasHere } from './areas-here.ts';
import { areasSaid } from './map-marks.ts';
import { newestMapOf } from './maps-repository.ts';
import { type TouchFacts, touchFactsOf } from './touch-facts.ts';
import type { TouchForms } from './touch-forms.ts';

/** What the form of a guardian or a decision maker leaves out stays out while that form is needed, whatever the client marks alone: only they open it, by signing anew. */
const withinForms = (map: Marks | null, { world, ofOthers }: TouchForms): Marks | null => {
  const shown = Object.fromEntries(world.areas.filter((area) => area.offered).map(({ code }) => [code, unmarked]));
  const limits = ofOthers.flatMap((form): Saying[] => {
    const marks = form.answers.areas;
    return marks?.kind === 'map' ? [{ said: 1, kind: 'narrower', areas: { ...shown, ...areasSaid(marks) }, ceiling: null }] : [];
  });
  return map && narrowedSince(map, limits, 0);
};

/** What may be done today, with all that it was decided by. */
export type AllowedToday = TouchFacts & {
  /** The client's map in force; `facts.map` is what forms of others leave of it. */
  readonly map: ConsentMap | null;
  readonly facts: AllowedFacts;
  readonly limits: TouchLimits;
  readonly allowed: Allowed;
};

/** @throws Refused not-found client */
export const allowedTodayOf = async (practice: Practice, clientId: string): Promise<AllowedToday> => {
  const touch = await touchFactsOf(practice, clientId);
  const { forms, health, readiness } = touch;
  const map = await newestMapOf(practice.db, clientId);
  const limits = touchLimits({ ...health, readiness });
  const facts: AllowedFacts = {
    ...forms,
    limits,
    visit: await visitOf(practice, clientId, { today: forms.world.today, zone: practice.zone ?? forms.world.profile.zone }),
    areas: areasHere(practice.content, forms.world.profile.place, new Set(forms.offeredSince.keys())),
    map: withinForms(map, forms),
    areaForms: Object.fromEntries(forms.areaForms.flatMap((state) => (state.area ? [[state.area, state]] : []))),
    today: forms.world.today,
  };
  return { ...touch, map, facts, limits, allowed: allowed(facts) };
};

export const allowedFor = async (
  practice: Practice,
  input: ParsedInputOf<'consentMap.allowed'>,
): Promise<OutputOf<'consentMap.allowed'>> => {
  const { map, allowed: now } = await allowedTodayOf(practice, input.clientId);
  return { ...now, mapId: map?.id ?? null };
};
