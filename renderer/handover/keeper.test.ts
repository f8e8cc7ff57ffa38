import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Filled, Handover } from '../../shared/handover.ts';
import { createKeeper, type Keeper } from './keeper.ts';

/** The vault at the other end of the corridor, in the test's hand: what was asked of it, and what it answers. */
type Input = Filled & { readonly fillingId: string; readonly revision: number };
type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: AppError };
let asked: Input[] = [];
let answer: (name: string, input: Input) => Reply | Promise<Reply>;

const savedAt = '2026-11-24T15:58:00.000Z';
const kept = (_name: string, input: Input): Reply => ({
  ok: true,
  value: { revision: input.revision + 1, savedAt, signatures: input.signatures, clientId: 'noor', calm: false },
});
const no = (error: AppError): Reply => ({ ok: false, error });
const diskFull: AppError = { code: 'unavailable', reason: 'disk-full' };

const filled = (answers: Answers, page = 1): Filled => ({ answers, talk: [], seen: [], signatures: [], substitutesAgreed: false, page });
const text = (words: string) => ({ kind: 'text', text: words }) as const;
const handover = (one: Filled = filled({}), revision = 1): Handover =>
  ({
    id: 'now',
    clientId: 'noor',
    fillings: [
      { id: 'one', revision, ...one },
      { id: 'two', revision: 7, ...filled({}) },
    ],
  }) as unknown as Handover;

let keeper: Keeper;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  asked = [];
  answer = kept;
  const call = async (name: string, input: Input): Promise<Reply> => {
    if (name === 'handover.answer') asked.push(input);
    return answer(name, input);
  };
  vi.stubGlobal('window', { stillpoint: { call } });
  keeper = createKeeper(handover(), () => undefined);
});
afterEach(() => {
  keeper.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});
const words = (): readonly unknown[] => asked.map(({ fillingId, revision, answers }) => [fillingId, revision, Object.values(answers)]);

test('what is typed goes once, soon after the last key, and is said to be kept only then', async () => {
  keeper.keep('one', filled({ why: text('S') }));
  await vi.advanceTimersByTimeAsync(300);
  keeper.keep('one', filled({ why: text('Sl') }));
  await vi.advanceTimersByTimeAsync(300);
  expect([asked, keeper.state()]).toEqual([[], { waiting: true, kept: false, problem: null, calm: false }]);
  await vi.advanceTimersByTimeAsync(200);
  expect([words(), keeper.state()]).toEqual([[['one', 1, [text('Sl')]]], { waiting: false, kept: true, problem: null, calm: false }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});

test('typing without a pause is kept within a second', async () => {
  for (let key = 0; key < 12; key += 1) {
    keeper.keep('one', filled({ why: text('x'.repeat(key + 1)) }));
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(asked.length).toBeGreaterThan(0);
});

test('one save is in flight, and the next goes on top of it', async () => {
  const first = Promise.withResolvers<Reply>();
  answer = () => first.promise;
  keeper.keep('one', filled({ why: text('Sleep') }));
  const flushed = keeper.flush();
  keeper.keep('one', filled({ why: text('Sleep better') }));
  keeper.keep('two', filled({ stop: text('river') }));
  void keeper.flush();
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toHaveLength(1);
  answer = kept;
  first.resolve(kept('', { ...filled({}), fillingId: 'one', revision: 1 }));
  expect(await flushed).toBe(true);
  expect(words()).toEqual([
    ['one', 1, [text('Sleep')]],
    ['one', 2, [text('Sleep better')]],
    ['two', 7, [text('river')]],
  ]);
});

test('what was not kept is said, and tried again until it is', async () => {
  answer = () => no(diskFull);
  keeper.keep('one', filled({ why: text('Sleep') }));
  expect(await keeper.flush()).toBe(false);
  expect(keeper.state()).toEqual({ waiting: true, kept: false, problem: diskFull, calm: false });
  answer = kept;
  await vi.advanceTimersByTimeAsync(3_000);
  expect([words().at(-1), keeper.state()]).toEqual([
    ['one', 1, [text('Sleep')]],
    { waiting: false, kept: true, problem: null, calm: false },
  ]);
});

test('what another hand kept meanwhile stays where nothing was changed here', async () => {
  keeper = createKeeper(handover(filled({ why: text('Sleep'), stop: text('river') })), () => undefined);
  answer = (name, input) => {
    if (name === 'handover.current') return { ok: true, value: handover(filled({ why: text('Rest'), stop: text('amber') }), 4) };
    return input.revision === 4 ? kept(name, input) : no({ code: 'conflict', current: { revision: 4 } });
  };
  keeper.keep('one', filled({ why: text('Sleep'), stop: text('marmalade') }));
  expect(await keeper.flush()).toBe(true);
  expect(asked.map(({ revision, answers }) => [revision, answers])).toEqual([
    [1, { why: text('Sleep'), stop: text('marmalade') }],
    [4, { why: text('Rest'), stop: text('marmalade') }],
  ]);
});

test('into another hand-over nothing is kept', async () => {
  answer = (name) =>
    name === 'handover.current'
      ? { ok: true, value: { ...handover(), id: 'another' } }
      : no({ code: 'conflict', current: { revision: 4 } });
  keeper.keep('one', filled({ why: text('Sleep') }));
  expect(await keeper.flush()).toBe(false);
  expect(keeper.state().problem).toEqual({ code: 'refused', reason: 'handover-over' });
});

test('once an answer ended the questions, it is said', async () => {
  answer = (_name, input) => ({
    ok: true,
    value: { revision: input.revision + 1, savedAt, signatures: [], clientId: 'noor', calm: true },
  });
  keeper.keep('one', filled({}, 2));
  expect([await keeper.flush(), keeper.state()]).toEqual([true, { waiting: false, kept: true, problem: null, calm: true }]);
});

test('after the questions have ended nothing more is sent', async () => {
  answer = () => no({ code: 'refused', reason: 'handover-calm' });
  keeper.keep('one', filled({ why: text('Sleep') }));
  keeper.keep('two', filled({ stop: text('river') }));
  await keeper.flush();
  await vi.advanceTimersByTimeAsync(60_000);
  expect([asked.length, keeper.state()]).toEqual([1, { waiting: false, kept: false, problem: null, calm: true }]);
});
