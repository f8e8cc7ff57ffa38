import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Appointment } from '../../shared/appointment.ts';
import type { DayConflicts } from '../../shared/appointments.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { type Despite, despiteProblems, refusedDays, undecided } from '../ui/despite.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { standingIn } from '../ui/moved-meanwhile.ts';
import { useSend } from '../use-call.ts';

/** The calls a dialog tries that are refused for what is in the way. */
export type Tries = 'appointments.change' | 'series.edit';

type Asked<N extends Tries, T> = {
  readonly name: N;
  readonly begun: () => T;
  readonly own: (typed: T) => readonly FieldProblem[];
  /** Null while a part cannot be read. */
  readonly inputOf: (typed: T & { readonly despite: Despite }, at: Appointment, days: readonly DayConflicts[]) => InputOf<N> | null;
};

/** A change that is tried, refused for what is in the way, and tried again with a reason; what is typed anew is tried without the reason given before. */
export const useTried = <N extends Tries, T extends object>({ name, begun, own, inputOf }: Asked<N, T>) => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const [typed, setTyped] = useState(begun);
  const [despite, setDespite] = useState(undecided);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend(name);
  const days = refusedDays(error);
  const found = [...own(typed), ...despiteProblems(despite, { days, t, errors })];
  return {
    typed,
    set: (change: Partial<T>): void => {
      forget();
      setDespite(undecided);
      setTyped({ ...typed, ...change });
    },
    despite,
    setDespite,
    /** What stood in the way of the last try. */
    days,
    problems: attempt > 0 ? found : [],
    attempt,
    isSending,
    /** As someone else saved it meanwhile. */
    standing: standingIn(error),
    error: days.length > 0 ? null : error,
    save: async (at: Appointment): Promise<OutputOf<N> | null> => {
      setAttempt(attempt + 1);
      const input = inputOf({ ...typed, despite }, at, days);
      if (isSending || !input || found.length > 0) return null;
      const reply = await send(input);
      return reply.ok ? reply.value : null;
    },
  };
};

export type Tried<N extends Tries, T extends object> = ReturnType<typeof useTried<N, T>>;
