import type { Standing } from '../../shared/allowed.ts';
import { areaForm } from '../../shared/consent-form.ts';
import { type FormState, mayBeUnderAge } from '../../shared/consent-state.ts';
import { type CalendarDay, dayIn, type Instant } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { consentsOfForms, firstSignedAt, type KeptConsent, wasSignedBy } from './consent-repository.ts';
import { formStatesOf } from './consents-service.ts';
import { type FormWorld, formWorldOf } from './form-world.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** Forms without which a place stays closed. */
const general = 'informed-consent';
const ofGuardian = 'minor-consent';
const ofDecisionMaker = 'substitute-decision';
const touchForms: readonly string[] = [general, ofGuardian, ofDecisionMaker, areaForm];

/** Where the forms stand that touch rests on: what is allowed and whether the client is ready go by the same. */
export type TouchForms = {
  readonly world: FormWorld;
  /** Since when each place that needs its own form is offered. */
  readonly offeredSince: ReadonlyMap<string, Instant>;
  readonly underAge: boolean;
  readonly consent: Standing;
  readonly guardian: Standing;
  readonly decisionMaker: { readonly needed: boolean; readonly standing: Standing };
  readonly areaForms: readonly FormState[];
  /** The forms of others that are needed beside the client's own: what they leave out stays out. */
  readonly ofOthers: readonly KeptConsent[];
};

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

/** @throws Refused not-found client */
export const touchFormsOf = async (practice: Practice, clientId: string): Promise<TouchForms> => {
  const world = await formWorldOf(practice, clientId);
  const { since: offeredSince } = await sensitiveAreasOf(practice.db);
  const signed = await consentsOfForms(practice.db, clientId, touchForms);
  const consents = signed.filter((one) => signedSince(offeredSince, one));
  const forms = world.forms.filter(({ id }) => touchForms.includes(id));
  // A form that waits to be finished allows nothing, and takes nothing away either.
  const states = await formStatesOf(practice, world, { forms, consents, isWaiting: () => false });
  const underAge = mayBeUnderAge(world.client.birthDate, world.words.local_age ?? '', world.today);
  const needed = await isDecidedFor(practice, world, consents);
  const newest = (formId: string): readonly KeptConsent[] => consents.filter((one) => one.formId === formId).slice(0, 1);
  const standingOf = (formId: string): Standing => states.find((state) => state.formId === formId) ?? null;
  return {
    world,
    offeredSince,
    underAge,
    consent: standingOf(general),
    guardian: standingOf(ofGuardian),
    decisionMaker: { needed, standing: standingOf(ofDecisionMaker) },
    areaForms: states.filter(({ formId }) => formId === areaForm),
    ofOthers: [...(underAge ? newest(ofGuardian) : []), ...(needed ? newest(ofDecisionMaker) : [])],
  };
};
