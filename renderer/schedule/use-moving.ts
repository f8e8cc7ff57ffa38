import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Appointment, type AppointmentLine, isAhead } from '../../shared/appointment.ts';
import { DayConflicts, type Scope } from '../../shared/appointments.ts';
import type { Conflict } from '../../shared/conflicts.ts';
import { useSend } from '../use-call.ts';
import { isSame, lineAt, type Target, targetOf } from './drop.ts';
import type { CalendarWorld } from './use-calendar.ts';
import { conflictsAt } from './verdict.ts';

/** Why something went back to where it was. */
export type Refused = { readonly line: AppointmentLine; readonly target: Target } & (
  | { readonly kind: 'conflicts'; readonly conflicts: readonly Conflict[]; readonly days: number }
  | { readonly kind: 'changed'; readonly now: AppointmentLine | null }
  | { readonly kind: 'error'; readonly error: AppError }
);

type Put = { readonly line: AppointmentLine; readonly target: Target };

export type Moving = {
  /** As they stand, those on their way where they were put. */
  readonly lines: readonly AppointmentLine[];
  readonly refused: Refused | null;
  readonly forget: () => void;
  /** One of a series was put somewhere, and which of them it is for is not said yet. */
  readonly asks: Put | null;
  readonly answer: (scope: Scope | null) => void;
  /** Shows it there, and nothing more. */
  readonly show: (line: AppointmentLine, target: Target) => void;
  /** Shows it where it was. */
  readonly back: (line: AppointmentLine) => void;
  /** Keeps it there, or says why not. */
  readonly put: (line: AppointmentLine, target: Target) => void;
};

const Days = z.array(DayConflicts);

const refusedFor = (put: Put, error: AppError): Refused => {
  if (error.code === 'conflict') return { ...put, kind: 'changed', now: Appointment.safeParse(error.current).data ?? null };
  const days = error.code === 'refused' ? Days.safeParse(error.details?.days).data : undefined;
  if (!days) return { ...put, kind: 'error', error };
  return { ...put, kind: 'conflicts', conflicts: days[0]?.conflicts ?? [], days: days.length };
};

type Told = { readonly onKept: (put: Put) => void; readonly onRefused: (refused: Refused) => void };

/** The appointments as the vault last said they stand, and as they are shown meanwhile. */
const useShown = (world: CalendarWorld) => {
  const [held, setHeld] = useState<readonly Put[]>([]);
  const [kept, setKept] = useState<readonly AppointmentLine[]>([]);
  const { zone } = world;
  // What the vault answered is newer than what was read of the days, until they are read again.
  const lines = useMemo(
    () => world.lines.map((line) => kept.find(({ id, version }) => id === line.id && version > line.version) ?? line),
    [world.lines, kept],
  );
  const shown = useMemo(
    () =>
      lines.map((line) => {
        const put = held.find((one) => one.line.id === line.id && one.line.version === line.version);
        return put ? lineAt(line, put.target, zone) : line;
      }),
    [lines, held, zone],
  );
  const back = (line: AppointmentLine): void => setHeld((before) => before.filter((one) => one.line.id !== line.id));
  return {
    lines,
    shown,
    back,
    show: (line: AppointmentLine, target: Target): void =>
      setHeld((before) => [...before.filter((one) => one.line.id !== line.id), { line, target }]),
    keep: (line: AppointmentLine): void => setKept((before) => [...before.filter(({ id }) => id !== line.id), line]),
  };
};

/**
 * Moves and resizes by hand or by key. What was put somewhere is shown there at once, until a newer reading of it comes; what cannot be
 * there goes back. A conflict that the window knows of is not asked of the vault at all.
 */
export const useMoving = (world: CalendarWorld, { onKept, onRefused }: Told): Moving => {
  const move = useSend('appointments.move');
  const { lines, shown, show, back, keep } = useShown(world);
  const [refused, setRefused] = useState<Refused | null>(null);
  const [asks, setAsks] = useState<Put | null>(null);
  const { zone } = world;
  const refuse = (why: Refused): void => {
    back(why.line);
    setRefused(why);
    onRefused(why);
  };
  const send = async (put: Put, scope: Scope): Promise<void> => {
    const reply = await move.send({ id: put.line.id, version: put.line.version, ...put.target, scope });
    if (reply.ok) {
      keep(reply.value.appointment);
      onKept(put);
    } else refuse(refusedFor(put, reply.error));
  };
  const put = (shownLine: AppointmentLine, target: Target): void => {
    const line = lines.find(({ id }) => id === shownLine.id) ?? shownLine;
    const one = { line, target };
    setRefused(null);
    if (line.version !== shownLine.version) {
      refuse({ ...one, kind: 'changed', now: line });
      return;
    }
    if (isSame(target, targetOf(line, zone))) {
      back(line);
      return;
    }
    const conflicts = isAhead(line.status) ? conflictsAt(world, shown, line, target) : [];
    if (!isAhead(line.status)) refuse({ ...one, kind: 'error', error: { code: 'refused', reason: 'appointment-over' } });
    else if (conflicts.length > 0) refuse({ ...one, kind: 'conflicts', conflicts, days: 1 });
    else {
      show(line, target);
      if (line.seriesId) setAsks(one);
      else void send(one, 'this');
    }
  };
  const answer = (scope: Scope | null): void => {
    setAsks(null);
    if (!asks) return;
    if (scope) void send(asks, scope);
    else back(asks.line);
  };
  return { lines: shown, refused, forget: () => setRefused(null), asks, answer, show, back, put };
};
