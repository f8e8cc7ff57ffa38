import type { ConsentForm } from '../../shared/consent-form.ts';
import { type Ends, endOf } from '../../shared/consent-state.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import type { KeptFilling } from './filling-repository.ts';
import type { FormWorld } from './form-world.ts';

/** A signature counts from the day it was made, not from the day the form was completed; nobody having signed yet, that is today. */
export const signingDay = (practice: Practice, world: FormWorld, kept: Pick<KeptFilling, 'signedAt'>): CalendarDay => {
  const [first] = Object.values(kept.signedAt).sort();
  return first ? dayIn(first, practice.zone ?? world.profile.zone) : world.today;
};

/** When a form ends by itself, with the signatures it bears. */
export const endsOf = (practice: Practice, world: FormWorld, form: ConsentForm, kept: Pick<KeptFilling, 'signedAt' | 'answers'>): Ends =>
  endOf(form, { day: signingDay(practice, world, kept), birthDate: world.client.birthDate, answers: kept.answers });

/** Whether it would not count for a single day: nothing is kept that has ended before it was. */
export const hasEnded = ({ endsOn }: Ends, today: CalendarDay): boolean => endsOn !== null && endsOn <= today;
