import type { z } from 'zod';
import type { AppError, Reply } from '../shared/app-error.ts';
import type { Draft } from '../shared/drafts.ts';
import { limits } from '../shared/limits.ts';
import type { Instant } from '../shared/time.ts';
import { call } from './call.ts';

/**
 * Which screen's work it is, how it is called in the list of unfinished work, and where it goes on. Drafts whose keys are the same
 * before a slash are one piece of work. No secret ever goes into a draft.
 */
export type DraftPlace = { readonly key: string; readonly title: string; readonly place: string };

/** What was typed and not saved yet: here while the practice is open, encrypted in the vault for the time after. */
export type KeptDraft = DraftPlace & {
  readonly value: unknown;
  /** JSON that was sent last, and JSON the vault has said is kept; null before the first. */
  readonly sent: string | null;
  readonly kept: string | null;
  readonly keptAt: Instant | null;
  /** Something of it is not kept yet. */
  readonly waiting: boolean;
  /** Why the last try did not keep it. */
  readonly problem: AppError | 'too-large' | null;
};

const drafts = new Map<string, KeptDraft>();
const listeners = new Set<() => void>();
let list: readonly KeptDraft[] = [];

const told = (): void => {
  list = [...drafts.values()];
  for (const listener of listeners) listener();
};
const put = (draft: KeptDraft): void => {
  drafts.set(draft.key, draft);
  told();
};

/** For `useSyncExternalStore`: the same list until something changes. */
export const allDrafts = (): readonly KeptDraft[] => list;
export const followDrafts = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** A draft goes this long after the last change, and at the latest this long after the first one that was not sent. */
const pause = 400;
const longest = 1_000;
let timer: ReturnType<typeof setTimeout> | undefined;
let firstUnsent: number | null = null;

const send = async (draft: KeptDraft): Promise<void> => {
  const { key, title, place, value } = draft;
  const text = JSON.stringify(value);
  if (text === draft.sent) return put({ ...draft, waiting: text !== draft.kept });
  if (text.length > limits.draft) return put({ ...draft, problem: 'too-large' });
  put({ ...draft, sent: text });
  const reply = await call('drafts.save', { key, title, place, text });
  const now = drafts.get(key);
  // Dropped, or sent again in other words meanwhile: the answer to that one counts.
  if (now?.sent !== text) return;
  if (reply.ok) put({ ...now, kept: text, keptAt: reply.value.savedAt, waiting: now.value !== value, problem: null });
  else put({ ...now, sent: now.kept, problem: reply.error });
};

/** Sends at once what is not kept yet. What is called after it arrives after it. */
export const flushDrafts = (): void => {
  clearTimeout(timer);
  firstUnsent = null;
  for (const draft of [...drafts.values()]) if (draft.waiting) void send(draft);
};

/** Keeps what stands on a screen now. */
export const keepDraft = ({ key, title, place }: DraftPlace, value: unknown): void => {
  const before = drafts.get(key) ?? { sent: null, kept: null, keptAt: null, problem: null };
  put({ ...before, key, title, place, value, waiting: true });
  const now = performance.now();
  firstUnsent ??= now;
  clearTimeout(timer);
  timer = setTimeout(flushDrafts, Math.max(0, Math.min(pause, firstUnsent + longest - now)));
};

/** The same work gone on with, wherever it was begun. */
export const changeDraft = (key: string, value: unknown): void => {
  const draft = drafts.get(key);
  if (draft) keepDraft(draft, value);
};

/** Gone here at once; when the vault could not let go of it, it stands in the list again. */
export const dropDraft = async (key: string): Promise<Reply<unknown>> => {
  const draft = drafts.get(key);
  if (draft) {
    drafts.delete(key);
    told();
  }
  if (!draft || draft.sent === null) return { ok: true, value: null };
  const reply = await call('drafts.discard', { key });
  if (!reply.ok && reply.error.code !== 'locked' && !drafts.has(key)) put(draft);
  return reply;
};

/** What was typed, as its screen knows it. One that no longer fits the screen is as none. */
export const draftOf = <T>(key: string, shape: z.ZodType<T>): T | undefined => shape.safeParse(drafts.get(key)?.value).data;

const valueIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What is kept comes back into this page, once, before any screen is shown. */
export const openDrafts = async (): Promise<Reply<{ readonly drafts: readonly Draft[] }>> => {
  const reply = await call('drafts.get', {});
  if (!reply.ok) return reply;
  for (const { savedAt, text, ...place } of reply.value.drafts)
    drafts.set(place.key, { ...place, value: valueIn(text), sent: text, kept: text, keptAt: savedAt, waiting: false, problem: null });
  told();
  return reply;
};

/** At a lock that leaves the page alive. What is kept waits in the vault. */
export const clearDrafts = (): void => {
  clearTimeout(timer);
  firstUnsent = null;
  drafts.clear();
  told();
};

const command = (event: KeyboardEvent): void => {
  if (event.key === 'Control' || event.key === 'Meta') flushDrafts();
};

/** Sends early where the page may end without asking: a field is left, the window turns away, a shortcut such as Lock begins. */
export const flushEarly = (): (() => void) => {
  const ends = new AbortController();
  const { signal } = ends;
  window.addEventListener('focusout', flushDrafts, { signal });
  window.addEventListener('blur', flushDrafts, { signal });
  window.addEventListener('pagehide', flushDrafts, { signal });
  window.addEventListener('keydown', command, { signal, capture: true });
  document.addEventListener('visibilitychange', flushDrafts, { signal });
  return () => ends.abort();
};
