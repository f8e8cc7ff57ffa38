import { z } from 'zod';
import { type BodyArea, ContactLevel, lowerLevel } from './body-areas.ts';
import { type AreaState, areaStates } from './consent-form.ts';
import type { FormState } from './consent-state.ts';
import { byWords } from './text.ts';
import { CalendarDay } from './time.ts';

/** Why a place is closed, asks each time, or takes only so much, in the order they are told: what closes comes first. The window and the paper have the words. */
export const allowedReasons = [
  // closed, whatever was marked
  'not-now',
  'touch-over',
  'needs-clearance',
  'change-open',
  'no-health-screen',
  'no-intake',
  'finding',
  'outside-clearance',
  'medicine-none',
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
  // closed by the client's own marks
  'no-map',
  'not-marked',
  'marked-out',
  'left-out-today',
  'no-contact',
  // open, and asked for each time
  'marked-ask',
  'stopped-today',
  'tier-ask',
  'tier-written',
  // how firm
  'ceiling',
  'today-ceiling',
  'area-ceiling',
  'finding-cap',
  'clearance-cap',
  'medicine-cap',
] as const;
export type AllowedReason = (typeof allowedReasons)[number];

export const Reason = z.strictObject({
  code: z.enum(allowedReasons),
  /** The day something ended, where one did. */
  day: CalendarDay.nullable(),
  /** The condition or medicine it comes from, in words; left out where the code says it all. */
  about: z.string().optional(),
});
export type Reason = z.infer<typeof Reason>;

export const AllowedArea = z.strictObject({
  code: z.string(),
  /** `yes`: may be planned, after today's spoken yes; `ask`: a spoken yes for this very place as well; `no`: closed. */
  holds: z.enum(areaStates),
  /** The firmest contact; 0 wherever the place is closed. */
  ceiling: ContactLevel,
  /** All that apply, those that close every place among them. */
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

/** What findings, medicines and what was not asked yet take away; it can only tighten. Made by `touchLimits`. */
export type TouchLimits = {
  /** Close every place. */
  readonly general: readonly Reason[];
  /** Close these places. */
  readonly closed: readonly { readonly codes: readonly string[]; readonly reason: Reason }[];
  /** Only these places stay: each one named by every such limit. */
  readonly within: readonly { readonly codes: readonly string[]; readonly reason: Reason }[];
  /** The firmest contact, in these places or (null) everywhere. */
  readonly caps: readonly { readonly codes: readonly string[] | null; readonly ceiling: ContactLevel; readonly reason: Reason }[];
};

/** What sessions of today add: it can only tighten. */
export type Visit = {
  /** No more touch today, by what was seen (redflags.json, resume_values). */
  readonly over: boolean;
  /** Said no to, or taken back, today. */
  readonly leftOut: readonly string[];
  /** A stop was there. */
  readonly stopped: readonly string[];
  /** The firmest contact the client agreed to today; null: as the map says. */
  readonly ceiling: ContactLevel | null;
};

export const noVisit: Visit = { over: false, leftOut: [], stopped: [], ceiling: null };

/** All that decides what is allowed. */
export type AllowedFacts = {
  readonly limits: TouchLimits;
  readonly visit: Visit;
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

const because = (code: AllowedReason, day: CalendarDay | null = null): Reason => ({ code, day });

/** Looked at again here: a state that was told yesterday may be over today. */
const hasEnded = (standing: Standing, today: CalendarDay): boolean =>
  standing !== null && standing.endsOn !== null && standing.endsOn <= today;

const counts = (standing: Standing, today: CalendarDay): boolean =>
  standing !== null && (standing.state === 'in-force' || standing.state === 'ends-soon') && !hasEnded(standing, today);

const endOf = (standing: Standing, today: CalendarDay): CalendarDay | null =>
  hasEnded(standing, today) ? (standing?.endsOn ?? null) : null;

type FormFacts = Pick<AllowedFacts, 'consent' | 'guardian' | 'underAge' | 'decisionMaker' | 'today'>;
type FormCode = Extract<AllowedReason, `consent-${string}` | 'no-consent' | 'guardian-missing' | 'decision-maker-missing'>;
type FormReason = Reason & { readonly code: FormCode };

const missing = (code: FormCode, day: CalendarDay | null = null): FormReason => ({ code, day });

const consentReasons = ({ consent, today }: FormFacts): readonly FormReason[] => {
  if (counts(consent, today)) return [];
  if (consent?.state === 'withdrawn') return [missing('consent-withdrawn')];
  if (consent?.state === 'ended' || hasEnded(consent, today)) return [missing('consent-ended', endOf(consent, today))];
  return [missing(consent?.state === 'sign-again' ? 'consent-sign-again' : 'no-consent')];
};

/** Forms that are needed and do not count. Without one of them all places are closed (domain.md 2.6). */
export const formsMissing = (facts: FormFacts): readonly FormReason[] => {
  const { guardian, underAge, decisionMaker, today } = facts;
  return [
    ...consentReasons(facts),
    ...(underAge && !counts(guardian, today) ? [missing('guardian-missing', endOf(guardian, today))] : []),
    ...(decisionMaker.needed && !counts(decisionMaker.standing, today)
      ? [missing('decision-maker-missing', endOf(decisionMaker.standing, today))]
      : []),
  ];
};

const formReasons = ({ areaForms, today }: AllowedFacts, code: string): readonly Reason[] => {
  const standing = Object.hasOwn(areaForms, code) ? (areaForms[code] ?? null) : null;
  if (counts(standing, today)) return [];
  const isEnded = standing?.state === 'ended' || (standing?.state !== 'withdrawn' && hasEnded(standing, today));
  return [isEnded ? because('area-form-ended', endOf(standing, today)) : because('area-form-missing')];
};

/** What closes a place whatever was marked. */
const placeReasons = (facts: AllowedFacts, area: BodyArea): readonly Reason[] => {
  if (area.tier === 'not_offered') return [because('not-offered')];
  if (area.tier !== 'written_specific') return [];
  return [
    ...(area.turnedOn ? [] : [because('sensitive-off')]),
    ...(facts.underAge ? [because('under-age')] : []),
    ...(area.turnedOn && !facts.underAge ? formReasons(facts, area.code) : []),
  ];
};

type Map = NonNullable<AllowedFacts['map']>;
type Mark = Map['areas'][string];

const markOf = (map: Map | null, code: string): Mark | null =>
  map !== null && Object.hasOwn(map.areas, code) ? (map.areas[code] ?? null) : null;

const ceilingReasons = (everywhere: ContactLevel, own: ContactLevel): readonly Reason[] => {
  if (everywhere === 0 || own === 0) return [because('no-contact')];
  if (own < everywhere) return [because('area-ceiling')];
  return everywhere < firmest ? [because('ceiling')] : [];
};

/** What was said and happened today. */
const visitReasons = ({ stopped, ceiling }: Visit, code: string): readonly Reason[] => [
  ...(stopped.includes(code) ? [because('stopped-today')] : []),
  ...(ceiling !== null && ceiling < firmest ? [because(ceiling === 0 ? 'no-contact' : 'today-ceiling')] : []),
];

/** What the client said of a place. Unmarked is no, in every tier; a tier only ever tightens (body-areas.json, tier_effect). */
const markReasons = ({ map, visit }: AllowedFacts, { code, tier }: BodyArea): readonly Reason[] => {
  // Out of bounds for everyone: there is nothing to mark.
  if (tier === 'not_offered') return [];
  if (!map) return [because('no-map')];
  const mark = markOf(map, code);
  if (!mark) return [because('not-marked')];
  if (mark.state === 'no') return [because('marked-out')];
  if (visit.leftOut.includes(code)) return [because('left-out-today')];
  const ceiling = [...ceilingReasons(map.ceiling, mark.ceiling), ...visitReasons(visit, code)];
  if (mark.state === 'ask') return [...ceiling, because('marked-ask')];
  if (tier === 'general') return ceiling;
  return [...ceiling, because(tier === 'ask_each' ? 'tier-ask' : 'tier-written')];
};

const firmest: ContactLevel = 4;
const asking: readonly AllowedReason[] = ['marked-ask', 'stopped-today', 'tier-ask', 'tier-written'];
const rank = ({ code }: Reason): number => allowedReasons.indexOf(code);
const closes = (reason: Reason): boolean => rank(reason) <= allowedReasons.indexOf('no-contact');

const closing: Partial<Record<AllowedReason, AllowedReason>> = { 'medicine-cap': 'medicine-none', 'clearance-cap': 'outside-clearance' };

/** A cap at no contact closes, and says by what. */
const capReason = ({ ceiling, reason }: TouchLimits['caps'][number]): Reason =>
  ceiling === 0 ? { ...reason, code: closing[reason.code] ?? 'finding' } : reason;

const capsOf = ({ limits }: AllowedFacts, code: string): TouchLimits['caps'] =>
  limits.caps.filter(({ codes }) => codes === null || codes.includes(code));

/** What findings and medicines take away here. */
const limitReasons = (facts: AllowedFacts, code: string): readonly Reason[] => [
  ...facts.limits.closed.filter(({ codes }) => codes.includes(code)).map(({ reason }) => reason),
  ...facts.limits.within.filter(({ codes }) => !codes.includes(code)).map(({ reason }) => reason),
  ...capsOf(facts, code).map(capReason),
];

const allowedArea = (facts: AllowedFacts, code: string, found: readonly Reason[]): AllowedArea => {
  const reasons = [...found].sort(
    (one, other) => rank(one) - rank(other) || byWords(one.about, other.about) || byWords(one.day, other.day),
  );
  const mark = markOf(facts.map, code);
  if (!facts.map || !mark || reasons.some(closes)) return { code, holds: 'no', ceiling: 0, reasons };
  const holds = reasons.some((reason) => asking.includes(reason.code)) ? 'ask' : mark.state;
  const said = lowerLevel(lowerLevel(mark.ceiling, facts.map.ceiling), facts.visit.ceiling ?? firmest);
  const ceiling = capsOf(facts, code).reduce((low, cap) => lowerLevel(low, cap.ceiling), said);
  return { code, holds, ceiling, reasons };
};

/**
 * What may be done today, place by place: every place of the content, in its order, and then those of the map that it does not know.
 * The most careful rule wins (domain.md 0.2, 2.6, 11.2): nothing here ever opens what the client did not.
 */
export const allowed = (facts: AllowedFacts): Allowed => {
  const general = [...facts.limits.general, ...(facts.visit.over ? [because('touch-over')] : []), ...formsMissing(facts)];
  const known = new Set(facts.areas.map(({ code }) => code));
  const unknown = Object.keys(facts.map?.areas ?? {}).filter((code) => !known.has(code));
  const areas = [
    ...facts.areas.map((area) => {
      const reasons = [...general, ...placeReasons(facts, area), ...markReasons(facts, area), ...limitReasons(facts, area.code)];
      return allowedArea(facts, area.code, reasons);
    }),
    ...unknown.sort().map((code) => allowedArea(facts, code, [...general, because('unknown-area'), ...limitReasons(facts, code)])),
  ];
  return { today: facts.today, areas, general: [...general] };
};
