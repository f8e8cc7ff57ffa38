import type { ProfileDetails } from '../../shared/profile.ts';
import { reminderDay } from '../../shared/reminder-words.ts';
import type { WallTime } from '../../shared/schedule-time.ts';
import { type CalendarDay, dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { dayWords, words as printed } from '../consent/consent-pdf-words.ts';
import { openFrame } from '../documents/pdf-frame.ts';

export type SlipTime = { readonly day: CalendarDay; readonly from: WallTime; readonly to: WallTime };

/** A slip to take along: whoever finds it learns of a time, not of what kind or with whom. */
export type ReminderSlip = {
  readonly documentId: string;
  readonly name: string;
  readonly times: readonly SlipTime[];
  /** Booked further than the slip says. */
  readonly more: number;
  readonly madeAt: Instant;
  readonly practice: Pick<ProfileDetails, 'place' | 'paper'>;
  readonly zone: Zone;
  readonly appVersion: string;
};

export const words = {
  title: 'Your next appointments',
  time: (day: string, from: string, to: string) => `${day}, ${from} to ${to}`,
  none: 'No appointment is booked at the moment.',
  more: (count: number) => (count === 1 ? 'One more is booked after these.' : `${count} more are booked after these.`),
  another: 'If you need another time, please tell us.',
  printedOn: (day: string) => `Printed ${day}`,
};

export const drawSlip = async ({
  documentId,
  name,
  times,
  more,
  madeAt,
  practice,
  zone,
  appVersion,
}: ReminderSlip): Promise<Uint8Array> => {
  const frame = await openFrame({
    documentId,
    title: words.title,
    createdAt: madeAt,
    paper: practice.paper,
    appVersion,
    practice: { name: '', address: '' },
    foot: { name, day: words.printedOn(dayWords(dayIn(madeAt, zone))), page: printed.page },
  });
  frame.heading(1, words.title);
  frame.lead(name);
  for (const { day, from, to } of times) frame.answer('', words.time(reminderDay(day, practice.place, { year: 'numeric' }), from, to));
  if (times.length === 0) frame.paragraph(words.none);
  if (more > 0) frame.paragraph(words.more(more));
  frame.space(6);
  frame.paragraph(words.another);
  return frame.finish();
};
