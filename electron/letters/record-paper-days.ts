import type { Appointment } from '../../shared/appointment.ts';
import type { Money } from '../../shared/people-and-rooms.ts';
import type { Task } from '../../shared/tasks.ts';
import { shows } from '../../shared/text.ts';
import type { Waiting } from '../../shared/waitlist.ts';
import { dayWords, words as printed } from '../consent/consent-pdf-words.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { words } from './record-paper-days-words.ts';
import { dayAt, drawLongTable, drawPart, inLine, joined, momentAt, nothing, type RecordToPrint } from './record-paper-shared.ts';

/** Amounts are kept in the smallest coin. */
const moneyWords = ({ amount, currency }: Money): string => {
  const format = new Intl.NumberFormat(printed.locale, { style: 'currency', currency, currencyDisplay: 'code' });
  return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
};

const named = ({ days }: RecordToPrint, id: string | null): string => (id === null ? '' : (days.names.get(id) ?? ''));

/** Each at its own wall time, wherever the practice is now. */
const appointmentCells = (record: RecordToPrint, one: Appointment): readonly string[] => [
  joined(inLine(dayWords(one.day), one.time), one.zone, words.minutes(one.minutes)),
  joined(one.serviceName, inLine(named(record, one.practitionerId), named(record, one.roomId)), one.price ? moneyWords(one.price) : ''),
  joined(
    words.statuses[one.status](dayAt(record, one.statusAt)),
    one.ended ? inLine(words.reasons[one.ended.reason], one.ended.words) : '',
    one.ended?.fee ? words.fee(moneyWords(one.ended.fee)) : '',
    one.note,
  ),
];

const wishWords = (record: RecordToPrint, one: Waiting): string =>
  joined(
    inLine(named(record, one.serviceId), one.practitionerId === null ? words.whoever : named(record, one.practitionerId)),
    inLine(
      ...one.weekdays.map((day) => words.weekdays[day - 1] ?? ''),
      one.earliest ? words.from(one.earliest) : '',
      one.latest ? words.to(one.latest) : '',
    ),
    inLine(
      one.firstDay ? words.from(dayWords(one.firstDay)) : '',
      one.lastDay ? words.to(dayWords(one.lastDay)) : '',
      one.shortNotice ? words.short : '',
    ),
    one.note,
  );

const drawWaiting = (frame: Frame, record: RecordToPrint): void =>
  drawPart(
    frame,
    words.waiting,
    [
      [words.columns.since, 92],
      [words.columns.wish, 230],
      [words.columns.stands, 0],
    ],
    record.days.waiting.map((one) => [
      dayAt(record, one.since),
      wishWords(record, one),
      joined(
        one.ended === null ? words.waits : words.ended[one.ended],
        ...one.offers.map(({ startsAt, practitionerId }) =>
          words.offered(inLine(momentAt(record, startsAt), named(record, practitionerId))),
        ),
      ),
    ]),
  );

export const drawDays = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  const { appointments, waiting } = record.days;
  if (appointments.length + waiting.length === 0) nothing(frame);
  await drawLongTable(
    frame,
    [
      [words.columns.when, 140],
      [words.columns.what, 160],
      [words.columns.stands, 0],
    ],
    appointments,
    (one) => appointmentCells(record, one),
  );
  drawWaiting(frame, record);
};

const taskCells = (record: RecordToPrint, { title, note, dueOn, createdAt, createdBy, done }: Task): readonly string[] => [
  dueOn ? dayWords(dueOn) : words.noDay,
  joined(title, note),
  joined(
    words.madeBy(dayAt(record, createdAt), createdBy),
    done ? words.doneBy(dayAt(record, done.at), shows(done.by) ? done.by : '') : words.toDo,
  ),
];

export const drawTasks = async (frame: Frame, record: RecordToPrint): Promise<void> => {
  if (record.days.tasks.length === 0) nothing(frame);
  await drawLongTable(
    frame,
    [
      [words.columns.due, 92],
      [words.columns.what, 220],
      [words.columns.stands, 0],
    ],
    record.days.tasks,
    (task) => taskCells(record, task),
  );
};
