import { type AllowedFacts, allowed, type Standing } from '../../shared/allowed.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { mayBeUnderAge } from '../../shared/consent-state.ts';
import { type Marks, narrowedSince, type Saying, unmarked } from '../../shared/sayings.ts';
import { type CalendarDay, dayIn, type Instant } from '../../shared/time.ts';
import { noLimits } from '../../shared/touch-limits.ts';
import type { Practice } from '../practice/practice.ts';
import { areasHere } from './areas-here.ts';
import { consentsOfForms, firstSignedAt, type KeptConsent, wasSignedBy } from './consent-repository.ts';
import { formStatesOf } from './consents-service.ts';
import { type FormWorld, formWorldOf } from './form-world.ts';
import { areasSaid } from './map-marks.ts';
import { newestMapOf } from './maps-repository.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** Forms without which a place stays closed. */
const general = 'informed-consent';
const ofGuardian = 'minor-consent';
const ofDecisionMaker = 'substitute-decision';
const touchForms: readonly string[] = [general, ofGuardian, ofDecisionMaker, areaForm];

/**
 * Someone else decides for the client where they signed the general consent, or where their own form was signed on the day the client
 * signed theirs, or later. A client who decides again signs a new general consent.
 */
const isDecidedFor = async (practice: Practice, world: FormWorld, consents: readonly KeptConsent[]): Promise<boolean> => {
  const newest = (formId: string): KeptConsent | undefined => consents.find((one) => one.formId === formId);
  const [consent, decision] = [newest(general), newest(ofDecisionMaker)];
  if (!consent) return decision !== undefined;
  const dayOf = (at: Instant): CalendarDay => dayIn(at, practice.zone ?? world.profile.zone);
  const signedAt = (await firstSignedAt(practice.db, consent.id)) ?? consent.signedAt;
  if (decision && dayOf(decision.signedAt) >= dayOf(signedAt)) return true;
  return wasSignedBy(practice.db, consent.id, 'decision_maker');
};

/** A form of a place counts from when the place was last turned on: one signed before does not come back with it. */
const signedSince = (since: ReadonlyMap<string, Instant>, { formId, area, signedAt }: KeptConsent): boolean =>
  formId !== areaForm || (area !== null && signedAt >= (since.get(area) ?? signedAt));

/** What the form of a guardian or a decision maker leaves out stays out while that form is needed, whatever the client marks alone: only they open it, by signing anew. */
const withinForms = (map: Marks | null, world: FormWorld, forms: readonly (KeptConsent | undefined)[]): Marks | null => {
  const shown = Object.fromEntries(world.areas.filter((area) => area.offered).map(({ code }) => [code, unmarked]));
  const limits = forms.flatMap((form): Saying[] => {
    const marks = form?.answers.areas;
    return marks?.kind === 'map' ? [{ said: 1, kind: 'narrower', areas: { ...shown, ...areasSaid(marks) }, ceiling: null }] : [];
  });
  return map && narrowedSince(map, limits, 0);
};

const factsOf = async (practice: Practice, clientId: string): Promise<AllowedFacts & { readonly mapId: string | null }> => {
  const world = await formWorldOf(practice, clientId);
  const map = await newestMapOf(practice.db, clientId);
  const { since } = await sensitiveAreasOf(practice.db);
  const signed = await consentsOfForms(practice.db, clientId, touchForms);
  const consents = signed.filter((one) => signedSince(since, one));
  const forms = world.forms.filter(({ id }) => touchForms.includes(id));
  // A form that waits to be finished allows nothing, and takes nothing away either.
  const states = await formStatesOf(practice, world, { forms, consents, isWaiting: () => false });
  const underAge = mayBeUnderAge(world.client.birthDate, world.words.local_age ?? '', world.today);
  const isNeeded = await isDecidedFor(practice, world, consents);
  const newest = (formId: string): KeptConsent | undefined => consents.find((one) => one.formId === formId);
  const beside = [...(underAge ? [newest(ofGuardian)] : []), ...(isNeeded ? [newest(ofDecisionMaker)] : [])];
  const standingOf = (formId: string): Standing => states.find((state) => state.formId === formId) ?? null;
  return {
    limits: noLimits,
    areas: areasHere(practice.content, world.profile.place, new Set(since.keys())),
    map: withinForms(map, world, beside),
    mapId: map?.id ?? null,
    consent: standingOf(general),
    guardian: standingOf(ofGuardian),
    underAge,
    decisionMaker: { needed: isNeeded, standing: standingOf(ofDecisionMaker) },
    areaForms: Object.fromEntries(states.flatMap((state) => (state.formId === areaForm && state.area ? [[state.area, state]] : []))),
    today: world.today,
  };
};

export const allowedFor = async (
  practice: Practice,
  input: ParsedInputOf<'consentMap.allowed'>,
): Promise<OutputOf<'consentMap.allowed'>> => {
  const { mapId, ...facts } = await factsOf(practice, input.clientId);
  return { ...allowed(facts), mapId };
};
