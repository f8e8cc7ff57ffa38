import type { AppError } from '../../shared/app-error.ts';
import { type Answers, answerAsText } from '../../shared/form-answers.ts';
import type { Filled, Handover } from '../../shared/handover.ts';
import type { Signature } from '../../shared/signatures.ts';
import { call } from '../call.ts';

/** How far what stands on the screen is kept. */
export type KeepState = {
  /** Something is not kept yet. */
  readonly waiting: boolean;
  /** Something was kept since the screen came. */
  readonly kept: boolean;
  /** Why the last try kept nothing. */
  readonly problem: AppError | null;
  /** The questions have ended: something answered calls for the practitioner now. */
  readonly calm: boolean;
};

type Kept = { readonly revision: number; readonly filled: Filled };

/** A change goes this long after the last one, and at the latest this long after the first that was not sent. */
const pause = 400;
const longest = 900;
/** After a no, the same is tried again this much later. */
const tryAgain = 3_000;

const sameFilled = (one: Filled, other: Filled): boolean => JSON.stringify(one) === JSON.stringify(other);

const isEnded = (problem: AppError): boolean => problem.code === 'refused' && problem.reason === 'handover-calm';

/** What somebody else kept meanwhile stands wherever nothing was changed here since. */
const merged = (base: Answers, ours: Answers, theirs: Answers): Answers => {
  const ids = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])];
  return Object.fromEntries(
    ids.flatMap((id) => {
      const answer = answerAsText(ours[id]) === answerAsText(base[id]) ? theirs[id] : ours[id];
      return answer ? [[id, answer]] : [];
    }),
  );
};

export type Keeper = {
  readonly keep: (fillingId: string, filled: Filled) => void;
  /** Sends at once; true when everything is kept. */
  readonly flush: () => Promise<boolean>;
  readonly answersKept: (fillingId: string) => Answers;
  readonly state: () => KeepState;
  readonly follow: (listener: () => void) => () => void;
  readonly stop: () => void;
};

/** Keeps the forms of one hand-over: one save in flight, in the order they were made, each on top of the last. */
export const createKeeper = (
  handover: Handover,
  onSignatures: (fillingId: string, sent: Filled, standing: readonly Signature[]) => void,
): Keeper => {
  const kept = new Map<string, Kept>(
    handover.fillings.map(({ id, revision, answers, talk, seen, signatures, substitutesAgreed, page }) => [
      id,
      { revision, filled: { answers, talk, seen, signatures, substitutesAgreed, page } },
    ]),
  );
  const wanted = new Map<string, Filled>();
  const listeners = new Set<() => void>();
  let state: KeepState = { waiting: false, kept: false, problem: null, calm: false };
  let running: Promise<void> | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstUnsent: number | null = null;

  const put = (next: KeepState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    state = next;
    for (const listener of listeners) listener();
  };

  /** What was kept by another hand is taken up, and what was typed here put on top of it. */
  const rebase = async (fillingId: string): Promise<AppError | null> => {
    const reply = await call('handover.current', {});
    if (!reply.ok) return reply.error;
    const before = kept.get(fillingId);
    const now = reply.value.fillings.find((filling) => filling.id === fillingId);
    if (reply.value.id !== handover.id || !now || !before) return { code: 'refused', reason: 'handover-over' };
    const ours = wanted.get(fillingId) ?? before.filled;
    wanted.set(fillingId, { ...ours, answers: merged(before.filled.answers, ours.answers, now.answers) });
    kept.set(fillingId, { revision: now.revision, filled: { ...before.filled, answers: now.answers } });
    return null;
  };

  const sendOne = async (fillingId: string, filled: Filled): Promise<AppError | null> => {
    const before = kept.get(fillingId);
    if (!before || sameFilled(before.filled, filled)) {
      if (wanted.get(fillingId) === filled) wanted.delete(fillingId);
      return null;
    }
    const reply = await call('handover.answer', { ...filled, handoverId: handover.id, fillingId, revision: before.revision });
    if (reply.ok) {
      const { revision, signatures } = reply.value;
      kept.set(fillingId, { revision, filled: { ...filled, signatures } });
      if (wanted.get(fillingId) === filled) wanted.delete(fillingId);
      put({ ...state, kept: true, problem: null, calm: state.calm || reply.value.calm });
      onSignatures(fillingId, filled, signatures);
      return null;
    }
    return reply.error.code === 'conflict' ? rebase(fillingId) : reply.error;
  };

  const sendAll = async (): Promise<void> => {
    for (let next = wanted.entries().next(); !next.done; next = wanted.entries().next()) {
      const problem = await sendOne(...next.value);
      if (!problem) continue;
      if (isEnded(problem)) {
        // Nothing more is asked, so nothing more is kept.
        wanted.clear();
        return put({ ...state, waiting: false, problem: null, calm: true });
      }
      put({ ...state, waiting: true, problem });
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), tryAgain);
      return;
    }
    put({ ...state, waiting: false, problem: null });
  };

  const flush = async (): Promise<boolean> => {
    clearTimeout(timer);
    firstUnsent = null;
    running ??= sendAll().finally(() => {
      running = null;
    });
    await running;
    return wanted.size === 0;
  };

  return {
    keep: (fillingId, filled) => {
      wanted.set(fillingId, filled);
      put({ ...state, waiting: true });
      const now = performance.now();
      firstUnsent ??= now;
      clearTimeout(timer);
      timer = setTimeout(() => void flush(), Math.max(0, Math.min(pause, firstUnsent + longest - now)));
    },
    flush,
    answersKept: (fillingId) => kept.get(fillingId)?.filled.answers ?? {},
    state: () => state,
    follow: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    stop: () => clearTimeout(timer),
  };
};
