import { type AllowedFacts, allowed, type Standing } from '../../shared/allowed.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { mayBeUnderAge } from '../../shared/consent-state.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { areasHere } from './areas-here.ts';
import { consentsOfForms, type KeptConsent, wasSignedBy } from './consent-repository.ts';
import { formStatesOf } from './consents-service.ts';
import { type FormWorld, formWorldOf } from './form-world.ts';
import { newestMapOf } from './maps-repository.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** Forms without which a place stays closed. */
const general = 'informed-consent';
const ofGuardian = 'minor-consent';
const ofDecisionMaker = 'substitute-decision';
const touchForms: readonly string[] = [general, ofGuardian, ofDecisionMaker, areaForm];

/**
 * Someone else decides for the client where they signed the general consent, or where their own form was signed on its day or later. A
 * client who decides again signs a new general consent.
 */
const isDecidedFor = async (practice: Practice, world: FormWorld, consents: readonly KeptConsent[]): Promise<boolean> => {
  const newest = (formId: string): KeptConsent | undefined => consents.find((one) => one.formId === formId);
  const [consent, decision] = [newest(general), newest(ofDecisionMaker)];
  const dayOf = ({ signedAt }: KeptConsent): string => dayIn(signedAt, practice.zone ?? world.profile.zone);
  if (consent && decision && dayOf(decision) >= dayOf(consent)) return true;
  return consent !== undefined && wasSignedBy(practice.db, consent.id, 'decision_maker');
};

const factsOf = async (practice: Practice, clientId: string): Promise<AllowedFacts & { readonly mapId: string | null }> => {
  const world = await formWorldOf(practice, clientId);
  const map = await newestMapOf(practice.db, clientId);
  const { since } = await sensitiveAreasOf(practice.db);
  const consents = await consentsOfForms(practice.db, clientId, touchForms);
  const forms = world.forms.filter(({ id }) => touchForms.includes(id));
  // A form that waits to be finished allows nothing, and takes nothing away either.
  const states = await formStatesOf(practice, world, { forms, consents, isWaiting: () => false });
  const standingOf = (formId: string): Standing => states.find((state) => state.formId === formId) ?? null;
  return {
    areas: areasHere(practice.content, world.profile.place, new Set(since.keys())),
    map,
    mapId: map?.id ?? null,
    consent: standingOf(general),
    guardian: standingOf(ofGuardian),
    underAge: mayBeUnderAge(world.client.birthDate, world.words.local_age ?? '', world.today),
    decisionMaker: { needed: await isDecidedFor(practice, world, consents), standing: standingOf(ofDecisionMaker) },
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
