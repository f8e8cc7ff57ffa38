import { z } from 'zod';
import { type BodyArea, ContactLevel } from './body-areas.ts';
import { type AreaState, areaStates } from './consent-form.ts';
import type { FormState } from './consent-state.ts';
import { CalendarDay } from './time.ts';

/** Why a place is closed, asks each time, or takes only so much. The window and the paper have the words. */
export const allowedReasons = [
  // closed, whatever was marked
  'not-offered',
  'sensitive-off',
  'under-age',
  'no-consent',
  'consent-ended',
  'consent-withdrawn',
  'consent-sign-again',
  'guardian-missing',
  'decision-maker-missing',
  'area-form-missing',
  'area-form-ended',
  'unknown-area',
  // by the client's own marks
  'no-map',
  'not-marked',
  'marked-out',
  'marked-ask',
  // tightened by the tier
  'tier-ask',
  'tier-written',
  // how firm
  'no-contact',
  'ceiling',
  'area-ceiling',
] as const;
export type AllowedReason = (typeof allowedReasons)[number];

export const Reason = z.strictObject({
  code: z.enum(allowedReasons),
  /** The day something ended, where one did. */
  day: CalendarDay.nullable(),
});
export type Reason = z.infer<typeof Reason>;

export const AllowedArea = z.strictObject({
  code: z.string(),
  /** `yes`: may be planned, after today's spoken yes; `ask`: a spoken yes for this very place as well; `no`: closed. */
  holds: z.enum(areaStates),
  /** The firmest contact; 0 wherever the place is closed. */
  ceiling: ContactLevel,
  reasons: z.array(Reason),
});
export type AllowedArea = z.infer<typeof AllowedArea>;

export const Allowed = z.strictObject({
  today: CalendarDay,
  areas: z.array(AllowedArea),
  /** What closes every place at once; empty when the forms are in order. */
  general: z.array(Reason),
});
export type Allowed = z.infer<typeof Allowed>;

/** Where a form stands; null where it was never signed. Its last day is looked at again here: a state may be older than today. */
export type Standing = Pick<FormState, 'state' | 'endsOn'> | null;

/** All that decides what is allowed. Later parts add limits from findings and medicines, which can only tighten. */
export type AllowedFacts = {
  /** As the practice's place has them. */
  readonly areas: readonly BodyArea[];
  readonly map: {
    readonly ceiling: ContactLevel;
    readonly areas: Readonly<Record<string, { readonly state: AreaState; readonly ceiling: ContactLevel }>>;
  } | null;
  readonly consent: Standing;
  /** `minor-consent`: needed while the client is under age. */
  readonly guardian: Standing;
  readonly underAge: boolean;
  /** `substitute-decision`: needed where someone else decided for the client. */
  readonly decisionMaker: { readonly needed: boolean; readonly standing: Standing };
  /** `area-consent`, by the place it names. */
  readonly areaForms: Readonly<Record<string, Standing>>;
  readonly today: CalendarDay;
};
