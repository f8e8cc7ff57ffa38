import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { contactLevels } from '../../shared/body-areas.ts';
import type { Clearance } from '../../shared/clearance.ts';
import { endsSoonDays } from '../../shared/consent-state.ts';
import type { Finding } from '../../shared/finding.ts';
import { clearanceCounts } from '../../shared/finding-rules.ts';
import type { HealthSection } from '../../shared/health.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';

type Asked = Pick<HealthSection, 'sensitive' | 'questions'>;

/**
 * Whether a suggested question may name it. What is private, and what stands in a part that is asked about with care (mind, safety,
 * choices, substances), is named by the practitioner's own hand or not at all; so is what the content asks nowhere.
 */
export const mayBeNamed = ({ item }: Pick<Finding, 'item'>, sections: readonly Asked[]): boolean =>
  !item.private && sections.some(({ sensitive, questions }) => !sensitive && questions.some(({ id }) => id === item.id));

/** Whom the content names for these, each once. */
export const usuallyAsked = (findings: readonly Pick<Finding, 'item'>[]): readonly string[] => [
  ...new Set(findings.map(({ item }) => item.referTo).filter((one) => one !== '')),
];

export const untils = ['3', '6', '12', 'day'] as const;
export const wholeLimits = ['', '1', '2', '3', '4'] as const;

/** An answer as it is typed in. */
export const TypedReply = z.strictObject({
  outcome: z.enum(['', 'cleared', 'not-cleared']),
  from: z.string(),
  way: z.enum(['letter', 'phone', 'mail', 'client']),
  day: z.string(),
  where: z.enum(['all', 'places']),
  areas: z.array(z.string()),
  ceiling: z.enum(wholeLimits),
  minutes: z.string(),
  limits: z.string(),
  until: z.enum(['', ...untils]),
  lastDay: z.string(),
  words: z.string(),
  documentId: z.string(),
});
export type TypedReply = z.infer<typeof TypedReply>;

/** Whole minutes of a visit; null where nothing, or nothing that can be, was typed. */
export const minutesFrom = (typed: string): number | null => {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed.trim()) : 0;
  return minutes >= 1 && minutes <= 240 ? minutes : null;
};

/** The first day on which the answer does not count any more: months from the day it came, or the day after the last one that was named. */
export const endsOnFrom = ({ until, day, lastDay }: Pick<TypedReply, 'until' | 'day' | 'lastDay'>): CalendarDay | null => {
  const from = calendarDayFromTyped(until === 'day' ? lastDay : day);
  if (!from || until === '') return null;
  return Temporal.PlainDate.from(from)
    .add(until === 'day' ? { days: 1 } : { months: Number(until) })
    .toString();
};

type Scope = NonNullable<NonNullable<Clearance['reply']>['scope']>;

/** What a clearance allows, as it is kept; null is "no limit named". */
export const scopeFrom = (typed: TypedReply): Scope => ({
  areas: typed.where === 'places' ? typed.areas : null,
  ceiling: contactLevels.find((level) => typed.ceiling !== '' && level === Number(typed.ceiling)) ?? null,
  minutes: minutesFrom(typed.minutes),
  words: typed.limits.trim(),
});

export const isLimited = ({ areas, ceiling, minutes, words }: Scope): boolean =>
  areas !== null || ceiling !== null || minutes !== null || shows(words);

export const clearanceStates = ['open', 'ends-soon', 'cleared', 'not-cleared', 'overtaken', 'ended'] as const;
export type ClearanceState = (typeof clearanceStates)[number];

/** Where a request stands today. `overtaken`: it has not ended, and nothing rests on it: a newer answer counts, or something was said since. */
export const stateOf = (
  { id, reply }: Pick<Clearance, 'id' | 'reply'>,
  findings: readonly Finding[],
  today: CalendarDay,
): ClearanceState => {
  if (!reply) return 'open';
  if (reply.outcome === 'not-cleared') return 'not-cleared';
  if (reply.endsOn === null || reply.endsOn <= today) return 'ended';
  if (!findings.some(({ cleared, clearance }) => cleared && clearance?.clearanceId === id)) return 'overtaken';
  const soon = Temporal.PlainDate.from(today).add({ days: endsSoonDays }).toString();
  return reply.endsOn <= soon ? 'ends-soon' : 'cleared';
};

/** What waits for an answer first, then the newest. */
export const inOrder = (clearances: readonly Clearance[]): readonly Clearance[] => [
  ...clearances.filter(({ reply }) => reply === null),
  ...clearances.filter(({ reply }) => reply !== null),
];

/** Whether an answer as typed would allow touch today, as far as its findings go. */
export const wouldCount = (typed: TypedReply, today: CalendarDay): boolean =>
  typed.outcome === 'cleared' &&
  clearanceCounts(
    { clearanceId: '', outcome: 'cleared', from: '', recordedAt: '', endsOn: endsOnFrom(typed), scope: scopeFrom(typed) },
    today,
  );
