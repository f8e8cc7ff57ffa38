import type { TFunction } from 'i18next';
import { Temporal } from 'temporal-polyfill';
import type { FormState } from '../../shared/consent-state.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { dayWords, lastDayWords } from '../dates.ts';

/** The form every touch rests on. */
export const firstConsent = 'informed-consent';

/** Groups of the consent page, in the order in which they ask for something. */
export const standings = ['waits', 'counts', 'open', 'taken-back'] as const;
export type Standing = (typeof standings)[number];

export const standingOf = ({ state }: Pick<FormState, 'state'>): Standing => {
  switch (state) {
    case 'to-review':
    case 'sign-again':
    case 'ended':
    case 'ends-soon':
      return 'waits';
    case 'in-force':
      return 'counts';
    case 'not-signed':
      return 'open';
    case 'withdrawn':
      return 'taken-back';
  }
};

const daysTo = (day: CalendarDay, today: CalendarDay): number => Temporal.PlainDate.from(today).until(day).days;

/** Names the last day on which it counts, as the paper does; where it ends, the day is named on which it does not count any more. */
const inForce = (t: TFunction<'consent'>, { endsOn }: FormState, today: CalendarDay): string => {
  if (endsOn === null) return t('state.countsOpen');
  return daysTo(endsOn, today) === 1 ? t('state.countsToday') : t('state.counts', { day: lastDayWords(endsOn) });
};

const endsSoon = (t: TFunction<'consent'>, { endsOn, reason }: FormState, today: CalendarDay): string => {
  const count = endsOn === null ? 0 : daysTo(endsOn, today);
  if (endsOn === null || count < 1) return t('state.endsSoon');
  return t(reason === 'birthday' ? 'state.endsBirthday' : 'state.ends', { count, day: dayWords(endsOn) });
};

const ended = (t: TFunction<'consent'>, { endsOn, reason }: FormState): string => {
  const day = endsOn === null ? '' : dayWords(endsOn);
  if (reason === 'birthday') return t('state.endedBirthday', { day });
  if (reason === 'date') return t('state.endedDate', { day });
  return reason === 'visit' ? t('state.endedVisit') : t('state.ended', { day });
};

const signAgain = (t: TFunction<'consent'>, { reason }: FormState): string => {
  if (reason === 'came-of-age') return t('state.signAgain.age');
  if (reason === 'under-age') return t('state.signAgain.underAge');
  return reason === 'other-place' ? t('state.signAgain.place') : t('state.signAgain.text');
};

/** Where a form stands today, in one line. */
export const stateWords = (t: TFunction<'consent'>, form: FormState, today: CalendarDay): string => {
  switch (form.state) {
    case 'not-signed':
      return t('state.notSigned');
    case 'to-review':
      return t('state.toReview');
    case 'in-force':
      return inForce(t, form, today);
    case 'ends-soon':
      return endsSoon(t, form, today);
    case 'ended':
      return ended(t, form);
    case 'sign-again':
      return signAgain(t, form);
    case 'withdrawn':
      return t('state.withdrawn');
  }
};
