import { z } from 'zod';
import { Allowed } from './allowed.ts';
import { BlockVerdict } from './block-rules.ts';
import { type AuditSubject, call, clinical } from './call.ts';
import { EventId, Id } from './ids.ts';
import { ReadinessReason } from './readiness.ts';
import { Gate } from './resume-rule.ts';
import { CheckedNumbers } from './safety.ts';
import { SessionContent } from './session-content.ts';
import { BlockPlan, Scale, SessionEvent, sessionEventKinds } from './session-events.ts';
import { SessionState } from './session-state.ts';
import { Paragraph, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

/** A session as it stands now. Times of its state are milliseconds since it began; `now` is where it was when this was told. */
export const Session = z.strictObject({
  id: Id,
  clientId: Id,
  chosenName: z.string(),
  pronouns: z.string(),
  practitionerId: Id,
  practitionerName: z.string(),
  appointmentId: Id.nullable(),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  plannedMinutes: z.int(),
  /** Began without touch, and why that was so; touch stays closed for as long as it is. */
  talkOnly: z.boolean(),
  now: z.number().min(0),
  state: SessionState,
  gate: Gate,
  /** Places of the block under way that are not allowed any more: hands come off. */
  mustLift: z.array(z.string()),
  incidents: z.array(z.strictObject({ id: Id, episode: z.int() })),
});
export type Session = z.infer<typeof Session>;

const KeptSessionEvent = z.strictObject({
  seq: z.int(),
  at: Instant,
  offset: z.number(),
  kind: z.enum(sessionEventKinds),
  body: z.unknown(),
  by: z.string(),
  whileLocked: z.boolean(),
});

/** How it ended, as it was written down when it was closed. */
export const SessionEnd = z.strictObject({
  /** With whom, how, steady or not. */
  left: Paragraph,
  /** Follow-up: what, and when. */
  tasks: z
    .array(z.strictObject({ what: z.enum(['home-safe', 'message', 'therapist', 'review']), dueOn: CalendarDay, note: TextLine }))
    .max(10),
});
export type SessionEnd = z.infer<typeof SessionEnd>;

/** One line of what came before. */
export const SessionLine = z.strictObject({
  id: Id,
  startedAt: Instant,
  endedAt: Instant.nullable(),
  practitionerName: z.string(),
  talkOnly: z.boolean(),
  /** Hands on, in whole seconds. */
  touchSeconds: z.int(),
  blocks: z.int(),
  areas: z.array(z.string()),
  distress: z.strictObject({ before: Scale.nullable(), after: Scale.nullable() }),
  pain: z.strictObject({ before: Scale.nullable(), after: Scale.nullable() }),
  stops: z.array(z.strictObject({ at: Instant, secondsToHandsOff: z.number().nullable(), signal: z.string(), cause: z.string() })),
  /** The highest of each; null where none was noted. */
  dissociation: z.string().nullable(),
  arousal: z.string().nullable(),
  action: z.string().nullable(),
  underRule: z.boolean(),
  /** What helped, in the words of the grounding steps. */
  helped: z.array(z.string()),
});
export type SessionLine = z.infer<typeof SessionLine>;

const ofSession = (_: unknown, output: { readonly clientId: string; readonly id: string }): AuditSubject => ({
  clientId: output.clientId,
  recordId: output.id,
});

type Named = { readonly sessionId: string };
const sameSession = (before: Named, now: Named): boolean => before.sessionId === now.sessionId;

export const sessionCalls = {
  /** What a session is led by, and the numbers to call here. */
  'sessions.content': call({
    input: z.strictObject({}),
    output: z.strictObject({ content: SessionContent, numbers: CheckedNumbers.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /**
   * Begins one. `talkOnly`: the client or what is known of them leaves touch out.
   * @throws Refusal session-open (of this practitioner or this client; names it), not-ready (with the reasons), talk-only (with the
   * reasons, where only talk is possible and was not said), client-archived, status-not-possible; not-found client, appointment
   */
  'sessions.start': call({
    input: z.strictObject({
      clientId: Id,
      appointmentId: Id.nullable(),
      plannedMinutes: z.int().min(5).max(480),
      talkOnly: z.boolean(),
    }),
    output: Session,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'session-started' },
  }),
  /** The one this practitioner has open; null for none. */
  'sessions.current': call({
    input: z.strictObject({}),
    output: z.strictObject({ session: Session.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** A session and all its events, open or closed. */
  'sessions.get': call({
    input: z.strictObject({ sessionId: Id }),
    output: Session.extend({ events: z.array(KeptSessionEvent), end: SessionEnd.nullable() }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'session-opened', about: ofSession, run: sameSession },
  }),
  /** What is allowed now, place by place, with the reasons; `plan`: whether this block might start, and what is warned of. */
  'sessions.allowed': call({
    input: z.strictObject({ sessionId: Id, plan: BlockPlan.nullable() }),
    output: z.strictObject({
      id: Id,
      clientId: Id,
      allowed: Allowed,
      /** Places with a spoken yes for the next block. */
      asked: z.array(z.string()),
      gate: Gate,
      verdict: BlockVerdict.nullable(),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'session-opened', about: ofSession, run: sameSession },
  }),
  /**
   * One event, as it happens. `id` makes a retry the same event; `seq` is the newest the window knew of: what came meanwhile is a conflict,
   * save for STOP, hands off, a red flag and what is seen, which are always taken. `ago`: milliseconds since it happened.
   * @throws Refusal session-over, not-your-session, card-first, card-changed, not-now, touch-closed, signal-none, stop-signal-changed,
   * stop-signal-empty, block-refused and block-warned (with the problems), areas-unknown, content-unknown, event-taken; conflict with the
   * session as it stands
   */
  'sessions.record': call({
    input: z.strictObject({
      sessionId: Id,
      id: EventId,
      seq: z.int().min(0),
      ago: z.int().min(0).max(86_400_000),
      event: SessionEvent,
    }),
    output: Session,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'session-recorded' },
  }),
  /**
   * Over: tasks are made, and a hold where the resume rule closed it. `id` makes a retry the same close.
   * @throws Refusal session-over, hands-on (a block is under way, or hands are not off after a stop), not-your-session
   */
  'sessions.close': call({
    input: z.strictObject({ sessionId: Id, id: EventId, end: SessionEnd }),
    output: Session,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'session-closed' },
  }),
  /** Of one client, newest first. */
  'sessions.ofClient': call({
    input: z.strictObject({ clientId: Id, limit: z.int().min(1).max(500).default(100) }),
    output: z.strictObject({ clientId: Id, sessions: z.array(SessionLine), total: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'sessions-opened',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
    },
  }),
};

/** What may be talked about alone, and what may not even begin. */
export const StartReasons = z.array(ReadinessReason);
