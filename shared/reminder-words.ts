import { Temporal } from 'temporal-polyfill';
import type { WallTime } from './schedule-time.ts';
import type { CalendarDay } from './time.ts';

/** What the words of a reminder may name in double braces. */
export const reminderPlaceholders = ['name', 'day', 'time', 'practice', 'practitioner'] as const;
export type ReminderPlaceholder = (typeof reminderPlaceholders)[number];

/** Discreet: whoever sees it on a screen learns of an appointment, not of what kind or with whom. */
export const reminderWordsToBeginWith =
  'Hello {{name}}, a reminder of your appointment on {{day}} at {{time}}. If you need another time, just answer this message.';

export const daysBeforeToBeginWith = 2;

const braces = /\{\{([^{}]*)\}\}/g;

const isPlaceholder = (text: string): text is ReminderPlaceholder => reminderPlaceholders.some((known) => known === text);

/** Those that nothing is known for, as they were typed, each once. */
export const placeholdersUnknown = (words: string): readonly string[] => {
  const typed = [...words.matchAll(braces)].map(([, inside = '']) => inside.trim());
  return [...new Set(typed.filter((name) => !isPlaceholder(name)))];
};

/** What a reminder is filled with; all as they are to be read. */
export type ReminderFacts = Readonly<Record<ReminderPlaceholder, string>>;

/** Filled in one go, so that a name with braces in it stays a name. */
export const reminderText = (words: string, facts: ReminderFacts): string =>
  words.replace(braces, (whole, inside: string) => {
    const name = inside.trim();
    return isPlaceholder(name) ? facts[name] : whole;
  });

/** `Tuesday 1 December`, as it is said where the practice is. */
export const reminderDay = (day: CalendarDay, place: string, year: { readonly year?: 'numeric' } = {}): string => {
  const locale = Intl.DateTimeFormat.supportedLocalesOf([`en-${place.slice(0, 2)}`])[0] ?? 'en-GB';
  return Temporal.PlainDate.from(day).toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long', ...year });
};

export const reminderFacts = (
  facts: Omit<ReminderFacts, 'day'> & { readonly day: CalendarDay; readonly time: WallTime },
  place: string,
): ReminderFacts => ({
  ...facts,
  day: reminderDay(facts.day, place),
});
