import type { TFunction } from 'i18next';
import { type Appointment, type AppointmentStatus, type CancelReason, holdsTime, mayCharge } from '../../shared/appointment.ts';
import type { Scope } from '../../shared/appointments.ts';
import type { InputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import type { Instant } from '../../shared/time.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { moneyFromTyped, typedMoney } from '../ui/money.ts';
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

/** Whether it was ended already: then it is only put right. */
export const isEnding = (status: AppointmentStatus): status is Ending => !holdsTime(status);

/** To begin with: as it was ended, or nothing said yet. */
export const newCancel = (appointment: Pick<Appointment, 'status' | 'startsAt' | 'ended'>, now: Instant): TypedCancel => {
  const { status, ended } = appointment;
  const likely = endingsOf(appointment, now).includes('no-show') ? 'no-show' : 'cancelled';
  return {
    as: isEnding(status) ? status : likely,
    reason: ended?.reason ?? '',
    words: ended?.words ?? '',
    fee: typedMoney(ended?.fee?.amount ?? null),
    scope: 'this',
  };
};

/** The front desk is not told why, so it puts nothing right it cannot see. */
export const mayPutRight = ({ status, ended }: Pick<Appointment, 'status' | 'ended'>): boolean => isEnding(status) && ended !== null;

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
