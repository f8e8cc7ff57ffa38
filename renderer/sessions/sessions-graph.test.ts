import { describe, expect, test } from 'vitest';
import type { SessionLine } from '../../shared/sessions.ts';
import { changesIn, field, graphOf, mostOnGraph } from './sessions-graph.ts';

const line = (n: number, more: Partial<SessionLine> = {}): SessionLine => ({
  id: `session-${n}`,
  startedAt: `2026-11-${String(n).padStart(2, '0')}T09:00:00.000Z`,
  endedAt: null,
  practitionerName: 'Hana Lindqvist',
  talkOnly: false,
  touchSeconds: 0,
  blocks: 0,
  areas: [],
  distress: { before: 6, after: 3 },
  pain: { before: null, after: null },
  stops: [],
  dissociation: null,
  arousal: null,
  action: null,
  underRule: false,
  helped: [],
  ...more,
});

describe('distress before and after, drawn', () => {
  test('of none is nothing', () => {
    expect(graphOf([], [])).toEqual([]);
  });

  test('of one stands in the middle, from its head to its foot', () => {
    const [column] = graphOf([line(3, { distress: { before: 10, after: 0 } })], [{ sessionId: 'session-3' }, { sessionId: 'other' }]);
    expect(column).toEqual({
      id: 'session-3',
      at: '2026-11-03T09:00:00.000Z',
      x: (field.left + field.right) / 2,
      before: { value: 10, y: field.head },
      after: { value: 0, y: field.foot },
      stops: 0,
      incidents: 1,
      isDated: true,
    });
  });

  test('of several goes from the oldest to the newest; what was not said is no mark', () => {
    const stop = { at: '2026-11-02T09:10:00.000Z', secondsToHandsOff: 2, signal: '', cause: 'signal' };
    const columns = graphOf(
      [
        line(3, { distress: { before: 'declined', after: 2 } }),
        line(2, { stops: [stop], distress: { before: null, after: null } }),
        line(1),
      ],
      [],
    );
    expect(columns.map(({ id, before, after, stops }) => [id, before?.value ?? null, after?.value ?? null, stops])).toEqual([
      ['session-1', 6, 3, 0],
      ['session-2', null, null, 1],
      ['session-3', null, 2, 0],
    ]);
    expect(columns.map(({ x }) => x)).toEqual([field.left + 24, (field.left + field.right) / 2, field.right - 24]);
  });

  test('of many are the newest, with the day of the newest and of every few before it', () => {
    const many = Array.from({ length: 30 }, (_, index) => line(30 - index));
    const columns = graphOf(many, []);
    expect([columns.length, columns[0]?.id, columns.at(-1)?.id]).toEqual([mostOnGraph, 'session-7', 'session-30']);
    expect(columns.flatMap(({ id, isDated }) => (isDated ? [id] : []))).toEqual([9, 12, 15, 18, 21, 24, 27, 30].map((n) => `session-${n}`));
  });

  test('counts only where both were said', () => {
    const with_ = (before: SessionLine['distress']['before'], after: SessionLine['distress']['after'], n: number) =>
      line(n, { distress: { before, after } });
    expect(changesIn([with_(6, 3, 1), with_(3, 3, 2), with_(2, 5, 3), with_('declined', 1, 4), with_(4, null, 5), with_(9, 8, 6)])).toEqual(
      {
        lower: 2,
        same: 1,
        higher: 1,
      },
    );
  });
});
