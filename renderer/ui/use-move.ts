import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { DayConflicts, Scope } from '../../shared/appointments.ts';
import type { OutputOf } from '../../shared/calls.ts';
import { useSend } from '../use-call.ts';
import { type Despite, despiteInput, despiteProblems, refusedDays, undecided } from './despite.ts';
import type { FieldProblem } from './error-summary.tsx';
import { standingIn } from './moved-meanwhile.ts';
import { type Checked, useCheck } from './use-check.ts';
import { type TypedWhen, typedWhen, type WhenMinutes, whenFrom, whenProblems } from './when-form.ts';

export type Moving = {
  readonly typed: TypedWhen;
  readonly setTyped: (typed: TypedWhen) => void;
  readonly scope: Scope;
  readonly setScope: (scope: Scope) => void;
  readonly despite: Despite;
  readonly setDespite: (despite: Despite) => void;
  readonly days: readonly DayConflicts[];
  readonly checked: Checked | null;
  readonly problems: readonly FieldProblem[];
  readonly attempt: number;
  readonly isSending: boolean;
  readonly error: ReturnType<typeof useSend<'appointments.move'>>['error'];
  readonly standing: ReturnType<typeof standingIn>;
  /** Gives back what was done, or null while something is still to say. */
  readonly move: (typed?: TypedWhen, version?: number) => Promise<OutputOf<'appointments.move'> | null>;
};

/** An appointment being moved: what is typed, what stands in the way, and the way over it. */
export const useMove = (line: AppointmentLine, to?: Partial<WhenMinutes>): Moving => {
  const { t } = useTranslation('appointments');
  const { t: errors } = useTranslation('errors');
  const [typed, keep] = useState<TypedWhen>(() => typedWhen(line, to));
  const [scope, chooseScope] = useState<Scope>('this');
  const [despite, setDespite] = useState(undecided);
  const [attempt, setAttempt] = useState(0);
  const { send, isSending, error, forget } = useSend('appointments.move');
  const sending = useRef(false);

  const when = whenFrom(typed);
  const { id, clientId, before, after } = line;
  const checked = useCheck(when ? { id, clientId, before, after, ...when } : null);
  const refused = refusedDays(error);
  const days = refused.length > 0 ? refused : (checked?.days ?? []);
  const problemsWith = (now: TypedWhen, despiteDays: readonly DayConflicts[]): readonly FieldProblem[] => [
    ...whenProblems(now, { t, errors }),
    ...despiteProblems(despite, { days: despiteDays, t, errors }),
  ];
  const move: Moving['move'] = async (now = typed, version = line.version) => {
    const wanted = whenFrom(now);
    // Of another time than the one on the screen nothing is known yet: the vault says what stands against it.
    const known = now === typed ? days : [];
    setAttempt(attempt + 1);
    if (sending.current || !wanted || problemsWith(now, known).length > 0) return null;
    sending.current = true;
    const reply = await send({ id, version, ...wanted, scope, ...despiteInput(despite, known) });
    sending.current = false;
    return reply.ok ? reply.value : null;
  };
  return {
    typed,
    setTyped: (next) => {
      forget();
      keep(next);
    },
    scope,
    setScope: (next) => {
      forget();
      chooseScope(next);
    },
    despite,
    setDespite,
    days,
    checked,
    problems: attempt > 0 ? problemsWith(typed, days) : [],
    attempt,
    isSending,
    error: refused.length > 0 ? null : error,
    standing: standingIn(error),
    move,
  };
};
