import { z } from 'zod';
import { type AuditSubject, call, reception } from './call.ts';
import { DocumentHead } from './documents.ts';
import { Id } from './ids.ts';
import { WallTime } from './schedule-time.ts';
import { Paragraph, shows } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

export const reminderWays = ['text', 'mail', 'call', 'paper', 'none'] as const;

/** What a reminder may name: {{name}} {{day}} {{time}} {{practice}} {{practitioner}}. */
export const reminderWords = Paragraph.refine(shows, 'required');

export const Reminder = z.strictObject({
  appointmentId: Id,
  clientId: Id,
  chosenName: z.string(),
  phone: z.string(),
  email: z.string(),
  /** As the client put it; read before anything is sent. */
  contactWishes: z.string(),
  day: CalendarDay,
  time: WallTime,
  /** Filled in, discreet: neither the service nor, unless the practice's own words say so, the practice is named. */
  text: z.string(),
  done: z.strictObject({ at: Instant, by: z.string(), way: z.enum(reminderWays) }).nullable(),
});
export type Reminder = z.infer<typeof Reminder>;

export const ReminderSettings = z.strictObject({ daysBefore: z.int().min(1).max(7), words: reminderWords });
export type ReminderSettings = z.infer<typeof ReminderSettings>;

export const reminderCalls = {
  /** Whom to remind now: booked or confirmed, from tomorrow to `daysBefore` days ahead. The app sends nothing itself. */
  'reminders.today': call({
    input: z.strictObject({}),
    output: z.strictObject({ today: CalendarDay, until: CalendarDay, reminders: z.array(Reminder) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'dispatch', action: 'reminders-opened', about: () => ({}), run: () => true },
  }),
  /** Marks one done, by which way, or takes the mark back. @throws Refusal appointment-over; not-found appointment */
  'reminders.done': call({
    input: z.strictObject({ appointmentId: Id, way: z.enum(reminderWays), done: z.boolean() }),
    output: Reminder,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'reminder-done' },
  }),
  'reminders.settings': call({
    input: z.strictObject({}),
    output: ReminderSettings.extend({ version: z.int().min(0), isOwn: z.boolean() }),
    roles: reception,
    states: ['open'],
    audit: 'none',
  }),
  /** @throws Refusal placeholder-unknown with `placeholders`; conflict */
  'reminders.set': call({
    input: z.strictObject({ version: z.int().min(0), settings: ReminderSettings }),
    output: ReminderSettings.extend({ version: z.int().min(0), isOwn: z.boolean() }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'reminder-settings-changed' },
  }),
  /** A slip of paper for one client with their next appointments. Not kept. */
  'reminders.paper': call({
    input: z.strictObject({ clientId: Id }),
    output: DocumentHead.extend({ pdf: z.string() }),
    roles: reception,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'reminder-printed',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
    },
  }),
};
