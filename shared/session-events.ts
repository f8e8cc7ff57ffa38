import { z } from 'zod';
import { ContactLevel } from './body-areas.ts';
import { arousalGrades, dissociationGrades } from './session-content.ts';
import { OptionalName, Paragraph, shows, TextLine } from './text.ts';

/** What happens in a session, as it is recorded the moment it happens. Nothing here says when: the vault does. */

/** A number from 0 to 10, or that they would rather not give one; that is never taken for 0. */
export const Scale = z.union([z.int().min(0).max(10), z.literal('declined')]);
export type Scale = z.infer<typeof Scale>;

const Code = z.string().min(1).max(40);
const Codes = z.array(Code).max(200);
const Needed = Paragraph.refine(shows, 'required');

/** What stands before a block: where, how, how firm, how long, and who chose it. */
export const BlockPlan = z.strictObject({
  areas: z.array(Code).min(1).max(20),
  technique: Code,
  level: ContactLevel,
  minutes: z.int().min(1).max(60),
  position: Code.nullable(),
  cover: z.enum(['clothed', 'draped', 'uncovered']),
  chosenBy: z.enum(['client', 'practitioner']),
  /** Place, manner and length were said before. */
  announced: z.boolean(),
});
export type BlockPlan = z.infer<typeof BlockPlan>;

export const signalCauses = ['signal', 'no-answer', 'flag', 'distress', 'grade', 'taken-back', 'locked'] as const;

export const sessionEventBodies = {
  /** The safety card as it is now was read. */
  'card-read': z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
  /** "Has anything changed in your health, your medicines, or what you want left out?" */
  'health-asked': z.strictObject({ changed: z.boolean(), words: Paragraph }),
  /** Word and hand signal were tried, and hands lifted. */
  'signal-rehearsed': z.strictObject({ word: OptionalName, gesture: OptionalName }),
  /** The yes of today: to touch at all, to places by name, and how firm at most (null: as the map says). A later one holds. */
  'yes-heard': z.strictObject({
    answer: z.enum(['yes', 'partly', 'no']),
    areas: z.record(Code, z.enum(['yes', 'no'])),
    ceiling: ContactLevel.nullable(),
    words: Paragraph,
  }),
  /** One place, asked for just before. */
  'place-asked': z.strictObject({ area: Code, answer: z.enum(['yes', 'no']), words: Paragraph }),
  'checked-in': z.strictObject({ distress: Scale.nullable(), pain: Scale.nullable(), words: Paragraph, sensations: Codes }),
  /** Settling, outward first; null: left out. */
  settled: z.strictObject({ technique: Code.nullable(), words: Paragraph }),
  position: z.strictObject({ position: Code }),
  /** `despite`: what was warned of and read. */
  'block-started': BlockPlan.extend({ despite: z.array(Code).max(30) }),
  /** "Staying, changing or stopping?"; none: no answer within five seconds. */
  halfway: z.strictObject({ answer: z.enum(['staying', 'changing', 'none']) }),
  'hands-lifted': z.strictObject({ reason: z.enum(['planned', 'client', 'practitioner', 'watch-word']) }),
  /** After a pause the client chooses. Continue, less and elsewhere are an explicit yes. */
  answered: z.strictObject({ choice: z.enum(['continue', 'less', 'elsewhere', 'rest', 'enough']), words: Paragraph }),
  stop: z.strictObject({}),
  'hands-off': z.strictObject({}),
  /** Which signal it was; asked afterwards. */
  'signal-named': z.strictObject({ signal: TextLine, words: Paragraph }),
  /** The client asks to go on, in words. */
  'asked-on': z.strictObject({ words: Needed }),
  flagged: z.strictObject({}),
  /** What is seen now; null: not looked at this time. */
  seen: z.strictObject({
    dissociation: z.enum(dissociationGrades).nullable(),
    arousal: z.enum(arousalGrades).nullable(),
    /** Of the decision table or the emotional events. */
    item: Code.nullable(),
    signs: z.array(TextLine).max(40),
    words: Paragraph,
  }),
  grounded: z.strictObject({ step: z.int().min(1).max(100), what: z.enum(['shown', 'again', 'helped', 'left-out']) }),
  told: z.strictObject({
    who: TextLine.refine(shows, 'required'),
    means: z.enum(['phone', 'in-person', 'message', 'letter']),
    under: TextLine,
    words: Paragraph,
  }),
  disposed: z.strictObject({ choice: z.enum(['go-on-gently', 'end', 'refer-now', 'emergency']), words: Paragraph }),
  phase: z.strictObject({ to: z.enum(['settle', 'touch-block', 'ground', 'close']) }),
  aftercare: z.strictObject({ items: Codes, words: Paragraph }),
  'way-home': z.strictObject({ how: TextLine, withWhom: TextLine, advisedAgainstDriving: z.boolean() }),
  remark: z.strictObject({ words: Needed }),
  /** The client takes places back: at once, and for every later visit. */
  'places-taken-back': z.strictObject({ areas: z.array(Code).min(1).max(200), words: Paragraph }),
} as const;

export type SessionEventKind = keyof typeof sessionEventBodies;
export const sessionEventKinds = Object.keys(sessionEventBodies) as readonly SessionEventKind[];
export type SessionBody<K extends SessionEventKind> = z.infer<(typeof sessionEventBodies)[K]>;

const one = <K extends SessionEventKind>(kind: K) => z.strictObject({ kind: z.literal(kind), body: sessionEventBodies[kind] });

/** An event as it is recorded: what happened, and what belongs to it. */
export const SessionEvent = z.discriminatedUnion('kind', [
  one('card-read'),
  one('health-asked'),
  one('signal-rehearsed'),
  one('yes-heard'),
  one('place-asked'),
  one('checked-in'),
  one('settled'),
  one('position'),
  one('block-started'),
  one('halfway'),
  one('hands-lifted'),
  one('answered'),
  one('stop'),
  one('hands-off'),
  one('signal-named'),
  one('asked-on'),
  one('flagged'),
  one('seen'),
  one('grounded'),
  one('told'),
  one('disposed'),
  one('phase'),
  one('aftercare'),
  one('way-home'),
  one('remark'),
  one('places-taken-back'),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;

/** As it is kept: `offset` in milliseconds since the session began, on a clock that setting the wall clock does not move. */
export type KeptEvent = SessionEvent & {
  readonly seq: number;
  readonly offset: number;
  /** Written down while no key was in memory. */
  readonly whileLocked?: boolean;
};
