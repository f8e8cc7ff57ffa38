import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { installation } from '../../electron/practice/installation.ts';

/** What the model knows of the clinical content: read from the files as they lie there, by no code of ours that a session goes by. */

const read = (name: string): unknown => JSON.parse(readFileSync(join(installation().clinical, name), 'utf8'));

const Resume = z.enum(['carry_on', 'client_asks', 'resume_rule', 'not_today', 'never_today']);
const Sign = z.object({
  resume: Resume,
  decision: z.enum(['continue', 'pause', 'stop', 'refer_now', 'emergency']),
  action: z.string().nullish(),
  incident: z.boolean().default(false),
});
const Graded = Sign.extend({ grade: z.string() });
const Item = Sign.extend({ id: z.string(), grade: z.string().nullish() });

const redflags = z
  .object({
    dissociation_grades: z.array(Graded),
    arousal_grades: z.array(Graded),
    items: z.array(Item),
    emotional_events: z.array(Item),
    resume_rule: z.object({
      applies_when: z.object({ distress_at_least: z.number() }),
      needs_all: z.object({ within_minutes: z.number(), distress_at_most: z.number(), declined_distress_accepted_with: z.string() }),
    }),
  })
  .parse(read('redflags.json'));

const { techniques } = z
  .object({
    items: z.array(
      z
        .object({ id: z.string(), dissociation_suitability: z.string(), uses_touch: z.boolean() })
        .transform((one) => ({ id: one.id, grade: one.dissociation_suitability, touches: one.uses_touch })),
    ),
  })
  .transform(({ items }) => ({ techniques: items }))
  .parse(read('techniques.json'));

const { tiers } = z
  .object({ items: z.array(z.object({ code: z.string(), consent_tier: z.string() })) })
  .transform(({ items }) => ({ tiers: new Map(items.map((one) => [one.code, one.consent_tier])) }))
  .parse(read('body-areas.json'));

const health = z
  .object({
    items: z.array(z.object({ id: z.string(), kind: z.string() })),
    medications: z.array(z.object({ id: z.string(), max_contact: z.number(), cap_scope: z.string() })),
  })
  .parse(read('contraindications.json'));

export const tierOf = (area: string): string => tiers.get(area) ?? 'unknown';
export const techniqueOf = (id: string) => techniques.find((one) => one.id === id) ?? null;
export const kindOf = (itemId: string): string => health.items.find(({ id }) => id === itemId)?.kind ?? '';
export const capOf = (classId: string) => health.medications.find(({ id }) => id === classId) ?? null;

const { applies_when, needs_all } = redflags.resume_rule;
export const rule = {
  distressAtLeast: applies_when.distress_at_least,
  within: needs_all.within_minutes * 60_000,
  distressAtMost: needs_all.distress_at_most,
  settled: new RegExp(`\\b${needs_all.declined_distress_accepted_with}\\b`, 'i'),
};

export const watchWords = z
  .object({ items: z.array(z.object({ id: z.string(), dissociation_watch: z.boolean() })) })
  .transform(({ items: all }) => all.filter((one) => one.dissociation_watch).map(({ id }) => id))
  .parse(read('sensations.json'));
export const isWatchWord = (id: string): boolean => watchWords.includes(id);

export const items = [...redflags.items, ...redflags.emotional_events];

type Looked = { readonly dissociation: string | null; readonly arousal: string | null; readonly item: string | null };
const gradeOf = (code: string | null | undefined, letter: string): number | null =>
  code?.startsWith(letter) ? Number(code.slice(1)) : null;
const higher = (one: number | null, other: number | null): number | null => (one === null ? other : Math.max(one, other ?? one));

export type Judged = {
  /** The grades as they were given, or as the thing seen is graded; null: not looked at. */
  readonly dissociation: number | null;
  readonly arousal: number | null;
  readonly resume: z.infer<typeof Resume>;
  /** Hands come off as at a stop: "decision stop" or worse. */
  readonly isStop: boolean;
  readonly incident: boolean;
  /** Whatever holds later sessions at once: D3, D4, H3, H4, P4, P5. */
  readonly holds: boolean;
};

/** The most careful of all that was seen at once. */
export const judgedBy = ({ dissociation, arousal, item }: Looked): Judged => {
  const seen = items.find(({ id }) => id === item);
  const grades = {
    dissociation: higher(gradeOf(dissociation, 'D'), gradeOf(seen?.grade, 'D')),
    arousal: higher(gradeOf(arousal, 'H'), gradeOf(seen?.grade, 'H')),
  };
  const signs = [
    ...redflags.dissociation_grades.filter(({ grade }) => grade === dissociation),
    ...redflags.arousal_grades.filter(({ grade }) => grade === arousal),
    ...(seen ? [seen] : []),
  ];
  return {
    ...grades,
    resume: Resume.options.findLast((one) => signs.some(({ resume }) => resume === one)) ?? 'carry_on',
    isStop: signs.some(({ decision }) => decision !== 'continue' && decision !== 'pause'),
    incident: signs.some(({ incident }) => incident),
    holds: (grades.dissociation ?? 0) >= 3 || (grades.arousal ?? 0) >= 3 || signs.some(({ action }) => action === 'P4' || action === 'P5'),
  };
};
