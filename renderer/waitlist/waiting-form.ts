import type { TFunction } from 'i18next';
import { z } from 'zod';
import { limits } from '../../shared/limits.ts';
import { minutesOf } from '../../shared/schedule-time.ts';
import { calendarDayFromTyped } from '../../shared/time.ts';
import type { Waiting, WaitingDetails } from '../../shared/waitlist.ts';
import { dayWords, typedDay } from '../dates.ts';
import { dayProblem } from '../ui/day-problem.ts';
import type { FieldProblem } from '../ui/error-summary.tsx';
import { timeProblem, wallEndFromTyped, wallTimeFromTyped } from '../ui/time-typed.ts';
import { tooLong } from '../ui/too-long.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { serviceWaited, weekdayOf } from './wish-words.ts';

/** A wish as it stands in its form: days and times as they were typed, no practitioner is an empty one. */
export const WaitingTyped = z.strictObject({
  client: z.strictObject({ id: z.string(), name: z.string() }).nullable(),
  serviceId: z.string(),
  practitionerId: z.string(),
  weekdays: z.array(z.number()),
  earliest: z.string(),
  latest: z.string(),
  firstDay: z.string(),
  lastDay: z.string(),
  shortNotice: z.boolean(),
  note: z.string(),
  /** Of the entry as it was when the typing began; 0 of a new one. */
  version: z.number(),
});
export type WaitingTyped = z.infer<typeof WaitingTyped>;

export const waitingFields = [
  'serviceId',
  'practitionerId',
  'weekdays',
  'earliest',
  'latest',
  'firstDay',
  'lastDay',
  'shortNotice',
  'note',
] as const;
export type WaitingField = (typeof waitingFields)[number];

export const typedOf = (waiting: Waiting): WaitingTyped => ({
  client: { id: waiting.clientId, name: waiting.chosenName },
  serviceId: waiting.serviceId,
  practitionerId: waiting.practitionerId ?? '',
  weekdays: waiting.weekdays,
  earliest: waiting.earliest ?? '',
  latest: waiting.latest ?? '',
  firstDay: typedDay(waiting.firstDay),
  lastDay: typedDay(waiting.lastDay),
  shortNotice: waiting.shortNotice,
  note: waiting.note,
  version: waiting.version,
});

export const detailsOf = (typed: WaitingTyped): WaitingDetails => ({
  serviceId: typed.serviceId,
  practitionerId: typed.practitionerId === '' ? null : typed.practitionerId,
  weekdays: [...typed.weekdays].sort((one, other) => one - other),
  earliest: wallTimeFromTyped(typed.earliest),
  latest: wallEndFromTyped(typed.latest),
  firstDay: calendarDayFromTyped(typed.firstDay),
  lastDay: calendarDayFromTyped(typed.lastDay),
  shortNotice: typed.shortNotice,
  note: typed.note,
});

type Words = { readonly t: TFunction<'waitlist'>; readonly errors: TFunction<'errors'>; readonly times: TFunction<'appointments'> };

/** What needs another look before it can be saved, in the order of the form. */
export const waitingProblems = (typed: WaitingTyped, { t, errors, times }: Words): readonly FieldProblem[] => {
  const { earliest, latest, firstDay, lastDay } = detailsOf(typed);
  const longNote = tooLong(typed.note, limits.line);
  const until = earliest !== null && latest !== null && minutesOf(latest) <= minutesOf(earliest) ? t('form.untilBefore') : null;
  const last = firstDay !== null && lastDay !== null && lastDay < firstDay ? t('form.lastBefore') : null;
  const found: readonly (readonly [WaitingField | 'client', string | null])[] = [
    ['client', typed.client === null ? t('form.clientNeeded') : null],
    ['serviceId', typed.serviceId === '' ? t('form.serviceNeeded') : null],
    ['earliest', timeProblem(typed.earliest, times)],
    ['latest', timeProblem(typed.latest, times, wallEndFromTyped) ?? until],
    ['firstDay', dayProblem(typed.firstDay, errors)],
    ['lastDay', dayProblem(typed.lastDay, errors) ?? last],
    ['note', longNote ? errors('problem.too-long', longNote) : null],
  ];
  return found.flatMap(([field, text]) => (text ? [{ field, label: t(`field.${field}`), text }] : []));
};

type Reading = { readonly t: TFunction<'waitlist'>; readonly lists: PracticeLists };

/** One field as it reads. */
export const waitingReading = ({ t, lists }: Reading, field: WaitingField, typed: WaitingTyped): string => {
  const details = detailsOf(typed);
  switch (field) {
    case 'serviceId':
      return serviceWaited(t, lists, typed.serviceId);
    case 'practitionerId':
      return details.practitionerId === null ? t('form.anyone') : lists.nameOf(details.practitionerId);
    case 'weekdays':
      return details.weekdays.map((weekday) => weekdayOf(weekday, 'long')).join(', ');
    case 'firstDay':
    case 'lastDay': {
      const day = details[field];
      return day === null ? typed[field] : dayWords(day);
    }
    case 'shortNotice':
      return t(details.shortNotice ? 'form.yes' : 'form.no');
    case 'earliest':
    case 'latest':
      return details[field] ?? typed[field];
    case 'note':
      return typed.note.trim();
    default: {
      const unread: never = field;
      return unread;
    }
  }
};

/** Where what was typed differs from what somebody saved meanwhile. */
export const waitingDisputed = (typed: WaitingTyped, theirs: WaitingTyped): readonly WaitingField[] =>
  waitingFields.filter((field) => JSON.stringify(detailsOf(typed)[field]) !== JSON.stringify(detailsOf(theirs)[field]));

/** What was chosen line by line, on top of the newer version. */
export const waitingChosen = (
  typed: WaitingTyped,
  theirs: WaitingTyped,
  sides: Readonly<Partial<Record<WaitingField, 'theirs' | 'yours'>>>,
): WaitingTyped => ({
  ...Object.assign({}, typed, ...waitingFields.map((field) => ({ [field]: (sides[field] === 'yours' ? typed : theirs)[field] }))),
  version: theirs.version,
});
