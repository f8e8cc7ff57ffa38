import { areaForm, type ConsentForm } from '../../shared/consent-form.ts';
import type { FormState } from '../../shared/consent-state.ts';
import { healthFormId } from '../../shared/health.ts';
import { intakeFormId } from '../../shared/intake.ts';
import { releaseForms } from '../../shared/releases.ts';
import { formKey, keyOfForm } from './form-key.ts';

/** A permission to share is made ready for one recipient, in a place of its own. */
export const isForOneRecipient = (formId: string): boolean => releaseForms.some((one) => one === formId);

export const electronicRecords = 'electronic-records';
const forYoungPeople = 'minor-consent';

/** What stands before the first touch (`blocks` of consents.json), or is acknowledged at the first visit, in the order in which it is read. */
const beforeTouch = [electronicRecords, forYoungPeople, 'informed-consent', 'privacy-notice'] as const;

/** What every client is asked at a first visit besides (`when`): it blocks nothing, and may wait for the next sitting. */
const besides = [
  'trauma-addendum',
  'confidentiality-limits',
  'no-telehealth-statement',
  'fees-cancellation',
  'professional-boundaries',
  'emergency-contact',
] as const;

const isNeeded = ({ state }: Pick<FormState, 'state'>): boolean =>
  state === 'not-signed' || state === 'ended' || state === 'ends-soon' || state === 'sign-again';

const neededOf = (states: readonly FormState[], ids: readonly string[]): readonly string[] =>
  ids.filter((id) => states.some((one) => one.formId === id && isNeeded(one)));

type Sitting = {
  readonly underAge: boolean;
  /** The form the page was opened for. */
  readonly asked: string | undefined;
  /** A round of the intake is open. */
  readonly intakeOpen: boolean;
  /** The health questions were never gone through. */
  readonly healthOpen: boolean;
};

/** What the page was opened for, after "Signing on a screen" where that was never agreed. Which of several places is meant is left open. */
const askedFor = (states: readonly FormState[], asked: string, intakeOpen: boolean): readonly string[] => {
  if (asked === intakeFormId) return [asked];
  // What is open of the intake is asked in the same sitting.
  if (asked === healthFormId) return [...(intakeOpen ? [intakeFormId] : []), asked];
  const screen = states.some((one) => one.formId === electronicRecords && one.state === 'not-signed');
  const meant = asked === areaForm ? states.filter((one) => one.formId === areaForm).map(keyOfForm) : [asked];
  return [...new Set([...(screen ? [electronicRecords] : []), ...(meant.length === 1 ? meant : [])])];
};

/** The forms for this sitting: the one asked for; else an intake that is open, health questions never gone through, and what is needed before touch; else what may come after. */
export const suggested = (states: readonly FormState[], { underAge, asked, intakeOpen, healthOpen }: Sitting): readonly string[] => {
  if (asked !== undefined) return askedFor(states, asked, intakeOpen);
  const asking = [...(intakeOpen ? [intakeFormId] : []), ...(healthOpen ? [healthFormId] : [])];
  const first = neededOf(
    states,
    beforeTouch.filter((id) => underAge || id !== forYoungPeople),
  );
  return [...asking, ...(first.length > 0 ? first : neededOf(states, besides))];
};

/** What a first visit asks for besides, today or the next time. */
export const mayFollow = (states: readonly FormState[], chosen: readonly string[]): readonly string[] =>
  neededOf(states, besides).filter((id) => !chosen.includes(id));

/** In the order in which the client reads them: whether to sign on a screen at all comes first. */
export const inReadingOrder = (forms: readonly ConsentForm[], chosen: readonly string[]): readonly ConsentForm[] => {
  const order: readonly string[] = [...beforeTouch, ...besides];
  const place = ({ id }: ConsentForm): number => (order.includes(id) ? order.indexOf(id) : order.length);
  return forms.filter((form) => chosen.includes(formKey(form))).toSorted((one, other) => place(one) - place(other));
};
