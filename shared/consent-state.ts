import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { ConsentForm, Validity } from './consent-form.ts';
import { endDatePart } from './end-dates.ts';
import type { Answers } from './form-answers.ts';
import { Id } from './ids.ts';
import { ageOn, type CalendarDay, CalendarDay as Day, type Instant } from './time.ts';

export const formStates = ['not-signed', 'to-review', 'in-force', 'ends-soon', 'ended', 'sign-again', 'withdrawn'] as const;
/** Why a signature no longer counts, or not for long. */
export const stateReasons = ['period', 'birthday', 'date', 'visit', 'newer-version', 'came-of-age', 'under-age', 'other-place'] as const;

/** Where one form of one client stands today. */
export const FormState = z.strictObject({
  formId: z.string(),
  /** The one place an `area-consent` is about. */
  area: z.string().nullable(),
  title: z.string(),
  /** The version that would be signed now. */
  version: z.string(),
  state: z.enum(formStates),
  reason: z.enum(stateReasons).nullable(),
  /** The newest signed one, whatever became of it. */
  consentId: Id.nullable(),
  signedVersion: z.string().nullable(),
  /** The first day it does not count any more. */
  endsOn: Day.nullable(),
  /** Parts that were taken back while the rest stands. */
  partsWithdrawn: z.array(z.string()),
  /** A newer text exists, though the signature still counts (a spelling fix). */
  newerText: z.boolean(),
});
export type FormState = z.infer<typeof FormState>;

/** What the record holds of a signed form. */
export type SignedForm = {
  readonly id: string;
  readonly formVersion: string;
  readonly signedAt: Instant;
  readonly endsOn: CalendarDay | null;
  readonly endsBy: 'period' | 'birthday' | 'date' | 'visit' | null;
  /** Signed for someone under the age set for the place. */
  readonly underAge: boolean;
  readonly place: string;
  readonly withdrawn: 'whole' | readonly string[] | null;
};

/** The last day a record can name: a day reckoned past it is that one, never one no reader knows. */
const lastDay: CalendarDay = '9999-12-31';
const named = (day: Temporal.PlainDate): CalendarDay => (day.year > 9999 ? lastDay : day.toString());

/** A day as a record holds it; one written down before such days were refused lies past the calendar, and reads as its last. */
export const dayKept = (day: string): CalendarDay => (Day.safeParse(day).success ? day : lastDay);

const nextBirthday = (birthDate: CalendarDay, after: CalendarDay): CalendarDay => {
  const born = Temporal.PlainDate.from(birthDate);
  // 29 February is kept on 28 February in other years: the careful one of the two days, though the age itself turns the day after.
  const next = born.add({ years: ageOn(birthDate, after) + 1 }).toString();
  return next > after ? next : born.add({ years: ageOn(birthDate, after) + 2 }).toString();
};

/** The first day a signed form does not count any more, and what ends it; null for one that ends by no day. */
export type Ends = { readonly endsOn: CalendarDay | null; readonly endsBy: SignedForm['endsBy'] };

/** When a form signed on `day` ends by itself: the earliest of its period, the date the client set, and for some the next birthday. */
export const endOf = (
  form: Pick<ConsentForm, 'validity' | 'eachBirthday'>,
  facts: { readonly day: CalendarDay; readonly birthDate: CalendarDay | null; readonly answers: Answers },
): Ends => {
  const day = Temporal.PlainDate.from(facts.day);
  const ends: Ends[] = [];
  const { validity } = form;
  if (validity.kind === 'months') ends.push({ endsOn: named(day.add({ months: validity.count })), endsBy: 'period' });
  if (validity.kind === 'days') ends.push({ endsOn: named(day.add({ days: validity.count })), endsBy: 'period' });
  if (validity.kind === 'visit') ends.push({ endsOn: named(day.add({ days: 1 })), endsBy: 'visit' });
  const set = facts.answers[endDatePart];
  if (validity.kind === 'dated' && set?.kind === 'date')
    ends.push({ endsOn: named(Temporal.PlainDate.from(set.day).add({ days: 1 })), endsBy: 'date' });
  // A form may set a day by which it is looked at again (substitute-decision): it does not count past it.
  const review = facts.answers.review;
  if (review?.kind === 'date') ends.push({ endsOn: review.day, endsBy: 'date' });
  if (form.eachBirthday && facts.birthDate) ends.push({ endsOn: nextBirthday(facts.birthDate, facts.day), endsBy: 'birthday' });
  ends.sort((a, b) => ((a.endsOn ?? '') < (b.endsOn ?? '') ? -1 : 1));
  return ends[0] ?? { endsOn: null, endsBy: null };
};

const majorOf = (version: string): string => version.split('.')[0] ?? version;

/** How many days before its end a form is said to end soon; one that counts for days alone, a week before. */
export const endsSoonDays = 30;
const soonFor = (validity: Validity): number => (validity.kind === 'days' ? 7 : endsSoonDays);

type Judged = Pick<FormState, 'state' | 'reason'>;

/** consents.json, versioning_rules: a new major version asks for a new signature, a patch does not. */
export const judgeSigned = (
  form: { readonly version: string; readonly validity: Validity },
  signed: SignedForm,
  now: { readonly today: CalendarDay; readonly underAge: boolean; readonly place: string; readonly otherFacts?: boolean },
): Judged => {
  if (signed.withdrawn === 'whole') return { state: 'withdrawn', reason: null };
  if (signed.endsOn !== null && signed.endsOn <= now.today) return { state: 'ended', reason: signed.endsBy };
  if (signed.underAge && !now.underAge) return { state: 'sign-again', reason: 'came-of-age' };
  // A birth date that was corrected: what was signed as an adult's has nobody beside it.
  if (!signed.underAge && now.underAge) return { state: 'sign-again', reason: 'under-age' };
  // A price or a notice that changed is a change of meaning, though no words of the form did.
  if (majorOf(signed.formVersion) !== majorOf(form.version) || now.otherFacts === true)
    return { state: 'sign-again', reason: 'newer-version' };
  if (signed.place !== now.place) return { state: 'sign-again', reason: 'other-place' };
  const soon = Temporal.PlainDate.from(now.today)
    .add({ days: soonFor(form.validity) })
    .toString();
  if (signed.endsOn !== null && signed.endsBy !== 'visit' && signed.endsOn <= soon) return { state: 'ends-soon', reason: signed.endsBy };
  return { state: 'in-force', reason: null };
};

/** Whether the client is under the age the practice has set for its place ("Set by country, province or state. Never assumed."). Without either it is not known, and no guardian is asked for. */
export const isUnderAge = (birthDate: CalendarDay | null, localAge: string, today: CalendarDay): boolean => {
  const age = Number.parseInt(localAge, 10);
  return birthDate !== null && Number.isInteger(age) && ageOn(birthDate, today) < age;
};

/** Of age in most places; asked only where the practice has not set the age of its own. */
const mostPlacesOfAge = 18;

/**
 * As `isUnderAge`, for what is done to someone and not for what is signed: while the practice has not set the age of its place, nobody who
 * is a child in most places is taken for an adult.
 */
export const mayBeUnderAge = (birthDate: CalendarDay | null, localAge: string, today: CalendarDay): boolean => {
  const age = Number.parseInt(localAge, 10);
  return isUnderAge(birthDate, Number.isInteger(age) ? localAge : `${mostPlacesOfAge}`, today);
};
