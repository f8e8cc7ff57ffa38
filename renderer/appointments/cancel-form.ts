import type { TFunction } from 'i18next';
import { type Appointment, type CancelReason, mayCharge } from '../../shared/appointment.ts';
import type { Scope } from '../../shared/appointments.ts';
import type { InputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import type { Instant } from '../../shared/time.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { moneyFromTyped } from '../ui/money.ts';
import { tooLong } from '../ui/too-long.ts';

export const endings = ['cancelled', 'late-cancelled', 'no-show'] as const;
export type Ending = (typeof endings)[number];

/** An ending as it is typed; `reason` is empty until it is chosen. */
export type TypedCancel = {
  readonly as: Ending;
  readonly reason: CancelReason | '';
  readonly words: string;
  readonly fee: string;
  readonly scope: Scope;
};

/** Nobody can have stayed away before it began, nor once they are there. */
export const endingsOf = ({ status, startsAt }: Pick<Appointment, 'status' | 'startsAt'>, now: Instant): readonly Ending[] =>
  startsAt > now || status === 'arrived' ? ['cancelled', 'late-cancelled'] : endings;

export const newCancel = (appointment: Pick<Appointment, 'status' | 'startsAt'>, now: Instant): TypedCancel => ({
  as: endingsOf(appointment, now).includes('no-show') ? 'no-show' : 'cancelled',
  reason: '',
  words: '',
  fee: '',
  scope: 'this',
});

/** Whether a fee may be asked for at all, as it is chosen now (domain.md 10.5). */
export const asksFee = ({ as, reason }: TypedCancel): boolean => reason !== '' && mayCharge(as, reason);

export const cancelInput = (
  typed: TypedCancel,
  { id, version }: Pick<Appointment, 'id' | 'version'>,
): InputOf<'appointments.cancel'> | null => {
  const { as, reason, words } = typed;
  if (reason === '') return null;
  const fee = asksFee(typed) && typed.fee.trim() !== '' ? moneyFromTyped(typed.fee) : null;
  return { id, version, as, reason, words, fee, scope: as === 'cancelled' ? typed.scope : 'this' };
};

type Words = { readonly t: TFunction<'appointments'>; readonly errors: TFunction<'errors'> };

export const cancelProblems = (typed: TypedCancel, { t, errors }: Words): readonly FieldProblem[] => {
  const long = tooLong(typed.words, limits.paragraph);
  const unread = asksFee(typed) && typed.fee.trim() !== '' && moneyFromTyped(typed.fee) === null;
  return [
    ...(typed.reason === '' ? [{ field: 'cancel-reason', label: t('cancel.reason'), text: t('cancel.reasonNeeded') }] : []),
    ...(long ? [{ field: 'cancel-words', label: t('cancel.words'), text: errors('problem.too-long', long) }] : []),
    ...(unread ? [{ field: 'cancel-fee', label: t('cancel.fee'), text: t('details.priceUnclear') }] : []),
  ];
};
