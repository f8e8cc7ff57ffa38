import { z } from 'zod';
import { FormArea } from './consent-form.ts';

/** From the most open to the most closed (body-areas.json, consent_tiers). */
export const tiers = ['general', 'ask_each', 'written_specific', 'not_offered'] as const;
export type Tier = (typeof tiers)[number];

/** How firm contact may be: C0 no contact, C1 resting hand, C2 light, C3 medium, C4 firm. C5 is never selectable. */
export const contactLevels = [0, 1, 2, 3, 4] as const;
export const ContactLevel = z.literal(contactLevels);
export type ContactLevel = z.infer<typeof ContactLevel>;

/** `C2` of the content, or the value of a choice, as a level; null for one that cannot be chosen. */
export const levelFrom = (code: string): ContactLevel | null => contactLevels.find((level) => `C${level}` === code) ?? null;

/** The less firm of two levels. */
export const lowerLevel = (one: ContactLevel, other: ContactLevel): ContactLevel => (one < other ? one : other);

/** A place of the body as the rules of this practice's place have it. */
export const BodyArea = FormArea.extend({
  side: z.enum(['left', 'right', 'centre']),
  tier: z.enum(tiers),
  /** Of `written_specific` only where the practice turned it on; true for every other tier. */
  turnedOn: z.boolean(),
  /** Where not to press, and why; empty for most. */
  caution: z.string(),
  /** What to offer in its place; empty for many. */
  gentler: z.string(),
});
export type BodyArea = z.infer<typeof BodyArea>;

/** Places a client may mark: those that need their own form only where the practice turned them on, never the ones out of bounds. */
export const canBeMarked = (area: Pick<BodyArea, 'tier' | 'turnedOn'>): boolean =>
  area.tier !== 'not_offered' && (area.tier !== 'written_specific' || area.turnedOn);

/** A beginning that may be offered while a map is made, and is never taken unasked. */
export const AreaPreset = z.strictObject({ id: z.string(), label: z.string(), codes: z.array(z.string()).min(1) });
export type AreaPreset = z.infer<typeof AreaPreset>;
