import { type AppError, Refused, type Reply } from '../../shared/app-error.ts';
import type { Audit, Call, VaultState } from '../../shared/call.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import type { Topic } from '../../shared/notices.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { storeProblem } from '../store/store-problem.ts';
import { type DoorHandlers, practiceHandlers } from './handlers.ts';
import { issuesOf } from './issues.ts';
import type { Log } from './log.ts';
import { type OpenPractice, type Practice, practiceFor } from './practice.ts';

/** Where the vault stands when a call comes in. */
export type Standing =
  | { readonly state: 'unavailable'; readonly problem: Extract<AppError, { code: 'unavailable' }>['reason'] }
  | { readonly state: 'no-practice' | 'locked' }
  | { readonly state: 'open'; readonly practice: OpenPractice };

export type House = {
  readonly standing: () => Standing;
  readonly door: DoorHandlers;
  readonly log: Log;
  readonly announce: (topics: readonly Topic[]) => void;
  /** A call came that a locked practice does not answer. */
  readonly refusedWhileLocked: () => void;
};

export type Dispatch = (name: unknown, input: unknown) => Promise<Reply<unknown>>;

const refused = (error: AppError): Refused => new Refused(error);
const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);
const isDoor = (name: CallName, door: DoorHandlers): name is keyof DoorHandlers => Object.hasOwn(door, name);

/** One search as you type is one entry: milliseconds between two of its calls, and for all of it. */
const runGap = 2_000;
const longestRun = 30_000;

const stateOf = (standing: Standing): VaultState =>
  standing.state === 'open' && standing.practice.handOver.current() ? 'handed-over' : standing.state;

/** The client has the screen: whatever is not theirs is refused and stands in the trail. */
const refuseHandedOver = async (name: CallName, call: Call, standing: Standing): Promise<void> => {
  if (standing.state !== 'open' || stateOf(standing) !== 'handed-over' || call.states.includes('handed-over')) return;
  const practice = practiceFor(standing.practice, 'call-refused');
  await practice.write((tx) => recordAudit(tx, practice, { recordId: name }));
  throw refused({ code: 'handed-over' });
};

/** Written with their entry, and yet no change of what is kept: the cards nobody has read, what is promised and held, and to lock. */
const onlyRead: readonly CallName[] = ['vault.lock', 'crisis.open', 'security.probes'];

/** What changes something and has no entry with the change: what is typed, each time it is kept. */
export const changedApart: readonly CallName[] = [
  'drafts.save',
  'drafts.discard',
  'handover.answer',
  'handover.noteRead',
  'handover.pause',
  'handover.review',
  'intake.save',
  'language.set',
  'notes.save',
  'reflections.save',
];

/** What changes something writes its entry with the change, or is one of those. Nothing leaves either: there would be no entry of it. */
const refuseReadOnly = (name: CallName, call: Call, standing: Standing): void => {
  if (standing.state !== 'open' || !standing.practice.readOnly || onlyRead.includes(name)) return;
  const changes = changedApart.includes(name) || (call.audit !== 'none' && call.audit.by === 'transaction');
  if (changes) throw refused({ code: 'refused', reason: 'read-only' });
};

const refuseState = (call: Call, standing: Standing, name: CallName): void => {
  if (call.states.includes(stateOf(standing))) return;
  if (standing.state === 'unavailable') throw refused({ code: 'unavailable', reason: standing.problem });
  if (standing.state === 'no-practice') throw refused({ code: 'refused', reason: 'no-practice' });
  if (standing.state === 'open')
    throw refused({ code: 'refused', reason: call.states.includes('handed-over') ? 'handover-over' : 'already-open' });
  throw refused(name === 'vault.create' ? { code: 'refused', reason: 'practice-exists' } : { code: 'locked' });
};

/** JSON length in characters, or null for what is no JSON at all. */
const jsonLength = (input: unknown): number | null => {
  try {
    return JSON.stringify(input)?.length ?? null;
  } catch {
    return null;
  }
};

const parsedInput = (call: Call, input: unknown): unknown => {
  const length = jsonLength(input);
  if (length === null) throw refused({ code: 'invalid', issues: [{ path: [], problem: 'wrong-kind' }] });
  if (length > limits.call) throw refused({ code: 'invalid', issues: [{ path: [], problem: 'too-long', limit: limits.call, length }] });
  const parsed = call.input.safeParse(input, { reportInput: true });
  if (!parsed.success) throw refused({ code: 'invalid', issues: issuesOf(parsed.error, input) });
  return parsed.data;
};

const refuseRole = async (name: CallName, call: Call, open: OpenPractice): Promise<void> => {
  if (call.roles === 'anyone' || call.roles.includes(open.actor.role)) return;
  const practice = practiceFor(open, 'call-refused');
  await practice.write((tx) => recordAudit(tx, practice, { recordId: name }));
  throw refused({ code: 'not-allowed' });
};

export const createDispatch = (house: House): Dispatch => {
  const runs = new Map<CallName, { readonly first: number; readonly last: number; readonly input: unknown }>();

  const recordAfter = async (
    name: CallName,
    audit: Audit<unknown, unknown>,
    practice: Practice,
    input: unknown,
    output: unknown,
    clock: () => number,
  ): Promise<void> => {
    if (audit === 'none' || audit.by !== 'dispatch') return;
    const run = audit.run ? runs.get(name) : undefined;
    const goesOn =
      run !== undefined && clock() - run.last < runGap && clock() - run.first < longestRun && audit.run?.(run.input, input) === true;
    if (goesOn) return void runs.set(name, { first: run.first, last: clock(), input });
    await practice.write((tx) => recordAudit(tx, practice, audit.about(input, output)));
    if (audit.run) runs.set(name, { first: clock(), last: clock(), input });
  };

  const inPractice = async (
    name: Exclude<CallName, keyof DoorHandlers>,
    call: Call,
    open: OpenPractice,
    input: unknown,
  ): Promise<unknown> => {
    const topics: Topic[] = [];
    const practice = practiceFor(open, call.audit === 'none' ? null : call.audit.action, topics);
    await refuseRole(name, call, open);
    const parsed = parsedInput(call, input);
    const handler = practiceHandlers[name] as (practice: Practice, input: unknown) => Promise<unknown>;
    const output = call.output.parse(await handler(practice, parsed));
    await recordAfter(name, call.audit as Audit<unknown, unknown>, practice, parsed, output, open.clock);
    if (topics.length > 0) house.announce(topics);
    return output;
  };

  const answer = async (name: unknown, input: unknown): Promise<unknown> => {
    if (!isCall(name)) throw refused({ code: 'not-found', what: 'call' });
    const call = calls[name] as unknown as Call;
    const standing = house.standing();
    await refuseHandedOver(name, call, standing);
    try {
      refuseState(call, standing, name);
    } catch (failure) {
      if (standing.state === 'locked') house.refusedWhileLocked();
      throw failure;
    }
    refuseReadOnly(name, call, standing);
    if (isDoor(name, house.door)) {
      if (standing.state === 'open') await refuseRole(name, call, standing.practice);
      const handler = house.door[name] as (input: unknown) => Promise<unknown>;
      return call.output.parse(await handler(parsedInput(call, input)));
    }
    if (standing.state !== 'open') throw refused({ code: 'locked' });
    return inPractice(name, call, standing.practice, input);
  };

  return async (name, input) => {
    const replyOf = async (work: () => Promise<unknown>): Promise<Reply<unknown>> => {
      try {
        return { ok: true, value: await work() };
      } catch (failure) {
        if (failure instanceof Refused) return { ok: false, error: failure.error };
        const known = storeProblem(failure);
        const incident = house.log.incident(failure);
        return { ok: false, error: known ? { code: 'unavailable', reason: known } : { code: 'unexpected', incident } };
      }
    };
    const admitted = stateOf(house.standing());
    const reply = await replyOf(() => answer(name, input));
    if (admitted !== 'open' || !isCall(name) || (name === 'handover.begin' && reply.ok)) return reply;
    // The screen may have gone to the client meanwhile: what was done stays done, but nothing of it is shown to them.
    const shown = await replyOf(() => refuseHandedOver(name, calls[name] as unknown as Call, house.standing()));
    return shown.ok ? reply : shown;
  };
};
