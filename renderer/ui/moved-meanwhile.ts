import type { TFunction } from 'i18next';
import type { AppError } from '../../shared/app-error.ts';
import { Appointment, type AppointmentLine } from '../../shared/appointment.ts';
import { fullDayWords } from '../dates.ts';
import type { Difference, Side } from './conflict.tsx';
import type { PracticeLists } from './use-practice-lists.ts';
import { type TypedWhen, typedWhen, whenFrom } from './when-form.ts';

export type WhenPart = 'when' | 'minutes' | 'practitionerId' | 'roomId';
const parts = ['when', 'minutes', 'practitionerId', 'roomId'] as const;

/** The appointment as it stands, when someone changed it meanwhile. */
export const standingIn = (error: AppError | null): Appointment | null =>
  error?.code === 'conflict' ? (Appointment.safeParse(error.current).data ?? null) : null;

const reading = (part: WhenPart, typed: TypedWhen, lists: PracticeLists, t: TFunction<'appointments'>): string => {
  const when = whenFrom(typed);
  switch (part) {
    case 'when':
      return when ? t('at', { day: fullDayWords(when.day), time: when.time }) : '';
    case 'minutes':
      return when ? t('minutes', { count: when.minutes }) : '';
    case 'practitionerId':
      return lists.nameOf(typed.practitionerId);
    case 'roomId':
      return lists.roomOf(typed.roomId) || t('when.noRoom');
    default: {
      const never: never = part;
      return never;
    }
  }
};

type Both = {
  readonly theirs: AppointmentLine;
  readonly yours: TypedWhen;
  readonly lists: PracticeLists;
  readonly t: TFunction<'appointments'>;
};

/** Both times, side by side, as far as they are not the same. */
export const whenDifferences = ({ theirs, yours, lists, t }: Both): readonly Difference<WhenPart>[] =>
  parts.flatMap((field) => {
    const [saved, typed] = [typedWhen(theirs), yours].map((one) => reading(field, one, lists, t));
    if (saved === undefined || typed === undefined || saved === typed) return [];
    return [{ field, label: t(`meanwhile.${field}`), theirs: saved, yours: typed }];
  });

/** What is chosen of both, line by line. */
export const whenChosen = (theirs: AppointmentLine, yours: TypedWhen, sides: Readonly<Partial<Record<WhenPart, Side>>>): TypedWhen => {
  const saved = typedWhen(theirs);
  const of = (part: WhenPart): TypedWhen => (sides[part] === 'theirs' ? saved : yours);
  return {
    day: of('when').day,
    time: of('when').time,
    minutes: of('minutes').minutes,
    practitionerId: of('practitionerId').practitionerId,
    roomId: of('roomId').roomId,
  };
};
