import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { refusedDays, undecided } from '../ui/despite.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { fieldOf, issueWords } from '../ui/error-words.ts';
import { type Checked, useCheck } from '../ui/use-check.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';
import { type Begun, bookInput, bookingProblems, checkInput, newBooking, seedOf, TypedBooking, withSeed } from './booking-form.ts';

export const draftKey = 'new-appointment';

export type Booking = {
  readonly typed: TypedBooking;
  readonly change: (change: Partial<TypedBooking>) => void;
  readonly days: readonly DayConflicts[];
  readonly checked: Checked | null;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly error: ReturnType<typeof useSend<'appointments.book'>>['error'];
  readonly isSending: boolean;
  readonly found: boolean;
  readonly startAnew: () => void;
  readonly drop: () => void;
  /** What was booked; null while something is still to say. */
  readonly book: () => Promise<OutputOf<'appointments.book'> | null>;
};

/** A new appointment while it is typed: kept as a draft, looked at for conflicts, booked. */
export const useBooking = (begun: Begun): Booking => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const words = { t, errors };
  const [fresh] = useState(() => newBooking(begun));
  const place = { key: draftKey, title: t('new.title'), place: '/appointments/new' };
  const { value: typed, set, drop, found } = useDraft(place, TypedBooking, () => fresh);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('appointments.book');
  const sending = useRef(false);

  // What was typed before goes on, at the place it was begun from this time.
  const begins = found && typed.seed !== fresh.seed && fresh.seed !== seedOf({}) ? fresh.seed : null;
  useEffect(() => {
    if (begins !== null) set(withSeed(typed, begun));
  }, [begins, typed, begun, set]);

  const checked = useCheck(checkInput(typed));
  const refused = refusedDays(error);
  const days = refused.length > 0 ? refused : (checked?.days ?? []);
  const own = attempt > 0 ? bookingProblems(typed, days, words) : [];
  const told =
    error?.code === 'invalid'
      ? error.issues.map((issue) => ({ field: fieldOf(issue), label: t('new.thisField'), text: issueWords(errors, issue) }))
      : [];
  const book: Booking['book'] = async () => {
    setAttempt(attempt + 1);
    const input = bookInput(typed, days);
    if (sending.current || !input || bookingProblems(typed, days, words).length > 0) return null;
    sending.current = true;
    const reply = await send(input);
    sending.current = false;
    return reply.ok ? reply.value : null;
  };
  return {
    typed,
    change: (change) => {
      // The reason was for what stood in the way then.
      const moves = Object.keys(change).some((part) => part !== 'despite' && part !== 'details');
      if (!('despite' in change)) forget();
      set({ ...typed, ...(moves ? { despite: undecided } : {}), ...change });
    },
    days,
    checked,
    problems: own.length > 0 ? own : told,
    attempt,
    error: refused.length > 0 || error?.code === 'invalid' ? null : error,
    isSending,
    found,
    startAnew: () => {
      forget();
      setAttempt(0);
      drop(fresh);
    },
    drop: () => drop(),
    book,
  };
};
