import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import {
  daysBeforeToBeginWith,
  placeholdersUnknown,
  reminderFacts,
  reminderText,
  reminderWordsToBeginWith,
} from '../../shared/reminder-words.ts';
import type { Reminder } from '../../shared/reminders.ts';
import { addDays } from '../../shared/schedule-time.ts';
import { dayIn, startOfDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { appointmentById } from './appointments-repository.ts';
import { putMark, putReminderSettings, reminderSettingsOf, type ToRemind, toRemindBetween, toRemindOf } from './reminders-repository.ts';
import { appointmentNotFound } from './seen-appointment.ts';

type Settings = OutputOf<'reminders.settings'>;

const settingsIn = async (reader: Reader): Promise<Settings> => {
  const own = await reminderSettingsOf(reader);
  return own ? { ...own, isOwn: true } : { version: 0, isOwn: false, daysBefore: daysBeforeToBeginWith, words: reminderWordsToBeginWith };
};

export const reminderSettings = (practice: Practice, _input: ParsedInputOf<'reminders.settings'>): Promise<Settings> =>
  settingsIn(practice.db);

export const setReminders = async (
  practice: Practice,
  { version, settings }: ParsedInputOf<'reminders.set'>,
): Promise<OutputOf<'reminders.set'>> => {
  const unknown = placeholdersUnknown(settings.words);
  if (unknown.length > 0) throw new Refusal('placeholder-unknown', { placeholders: [...unknown] });
  const saved = await practice.write(async (tx) => {
    const before = await settingsIn(tx);
    if (before.version !== version) throw new Refused({ code: 'conflict', current: before });
    await putReminderSettings(tx, { ...settings, version: version + 1 });
    await recordAudit(tx, practice, {});
    return settingsIn(tx);
  });
  practice.changed('schedule');
  return saved;
};

/** What is the same for all that are filled in with one another. */
type Filling = { readonly words: string; readonly practiceName: string; readonly place: string };

const fillingIn = async (practice: Practice, reader: Reader): Promise<Filling> => {
  const { words } = await settingsIn(reader);
  const { practiceName, place } = await getProfile(practice);
  return { words, practiceName, place };
};

const filled = ({ words, practiceName, place }: Filling, { practitioner, startsAt: _, ...one }: ToRemind): Reminder => ({
  ...one,
  text: reminderText(
    words,
    reminderFacts({ name: one.chosenName, day: one.day, time: one.time, practice: practiceName, practitioner }, place),
  ),
});

export const remindersToday = async (
  practice: Practice,
  _input: ParsedInputOf<'reminders.today'>,
): Promise<OutputOf<'reminders.today'>> => {
  const { db } = practice;
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const today = dayIn(practice.now(), zone);
  const { daysBefore } = await settingsIn(db);
  const ahead = await toRemindBetween(db, startOfDay(today, zone, 1), startOfDay(today, zone, daysBefore + 1));
  const filling = await fillingIn(practice, db);
  return { today, until: addDays(today, daysBefore), reminders: ahead.map((one) => filled(filling, one)) };
};

/** @throws Refused not-found appointment; Refusal appointment-over */
const standing = async (tx: Tx, practice: Practice, appointmentId: string): Promise<ToRemind> => {
  const one = await toRemindOf(tx, appointmentId, practice.now());
  if (one) return one;
  if (!(await appointmentById(tx, appointmentId))) throw appointmentNotFound();
  throw new Refusal('appointment-over');
};

export const markReminded = async (
  practice: Practice,
  { appointmentId, way, done }: ParsedInputOf<'reminders.done'>,
): Promise<OutputOf<'reminders.done'>> => {
  const filling = await fillingIn(practice, practice.db);
  const marked = await practice.write(async (tx) => {
    const { clientId } = await standing(tx, practice, appointmentId);
    await putMark(tx, appointmentId, done ? { way, at: practice.now(), by: practice.actor.id } : null);
    await recordAudit(tx, practice, { clientId, recordId: appointmentId });
    return standing(tx, practice, appointmentId);
  });
  practice.changed('schedule');
  return filled(filling, marked);
};
