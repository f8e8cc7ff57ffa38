import { describe, expect, test } from 'vitest';
import { auditActions } from '../../shared/call.ts';
import { words } from '../words.ts';
import { actionKinds, actionsOf } from './action-kinds.ts';
import { byDay, detailWords } from './line-words.ts';

const t = words.getFixedT('en', 'audit');

describe('what stands with an entry', () => {
  test.each([
    ['locked', 'idle', 'after the idle time'],
    ['locked', 'something-new', ''],
    ['lock-settings-changed', '1', 'after 1 idle minute'],
    ['lock-settings-changed', '10', 'after 10 idle minutes'],
    ['locked-journal-unreadable', '3', '3 lines'],
    ['call-refused', 'audit.list', 'asked for audit.list'],
    ['client-opened', '0190', ''],
    ['locked', null, ''],
  ] as const)('%s with %s', (action, recordId, detail) => expect(detailWords({ action, recordId }, t)).toBe(detail));
});

test('every action is of exactly one kind', () =>
  expect(actionKinds.flatMap((kind) => actionsOf(kind)).toSorted()).toEqual([...auditActions].toSorted()));

test('entries stand under their day, in the order they came', () => {
  const lines = [{ at: 'b3' }, { at: 'b1' }, { at: 'a9' }];
  expect(byDay(lines, (at) => at.slice(0, 1))).toEqual([
    { day: 'b', lines: [{ at: 'b3' }, { at: 'b1' }] },
    { day: 'a', lines: [{ at: 'a9' }] },
  ]);
});
