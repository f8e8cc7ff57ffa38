import { describe, expect, test } from 'vitest';
import { type AnchorState, AuditLine, auditCalls, type HeldTrail, judgeEvidence } from './audit.ts';

const at = '2026-11-24T15:58:00.000Z';
const [head, other] = ['a'.repeat(64), 'b'.repeat(64)];
const anchor: AnchorState = { commits: 10, seq: 7, head, at };
const held: HeldTrail = { commits: 10, seq: 7, headAtAnchor: head };

describe('the trail beside its anchor', () => {
  test.each<[string, Partial<HeldTrail>, Partial<AnchorState> | null, string]>([
    ['agree', {}, {}, 'whole'],
    ['a new practice that counted nothing has no anchor', { commits: 0, seq: 1 }, null, 'whole'],
    ['the anchor is gone', {}, null, 'anchor-mismatch'],
    ['the anchor is gone after the first commit', { commits: 1, seq: 1 }, null, 'anchor-mismatch'],
    ['a crash between commit and anchor', { commits: 11, seq: 8 }, {}, 'one-ahead'],
    ['a crash after a commit that recorded nothing', { commits: 11 }, {}, 'one-ahead'],
    ['a crash after a commit of several entries', { commits: 11, seq: 40 }, {}, 'one-ahead'],
    ['a crash after the very first commit', { commits: 1, seq: 2 }, { commits: 0, seq: 1 }, 'one-ahead'],
    ['an anchor two commits old', { commits: 12, seq: 9 }, {}, 'anchor-mismatch'],
    ['an anchor of long ago', { commits: 5_000, seq: 4_000 }, {}, 'anchor-mismatch'],
    ['commits are lost', { commits: 9, seq: 6, headAtAnchor: null }, {}, 'missing-tail'],
    ['commits are lost that recorded nothing', { commits: 9 }, {}, 'missing-tail'],
    ['entries are lost, but no commits', { seq: 6, headAtAnchor: null }, {}, 'missing-tail'],
    ['entries are lost, and commits made up', { commits: 11, seq: 6, headAtAnchor: null }, {}, 'missing-tail'],
    ['everything is lost', { commits: 0, seq: 0, headAtAnchor: null }, {}, 'missing-tail'],
    ['entries came without a commit', { seq: 8 }, {}, 'anchor-mismatch'],
    ['another entry stands where the anchor points', { headAtAnchor: other }, {}, 'anchor-mismatch'],
    ['another entry stands there, one ahead', { commits: 11, seq: 8, headAtAnchor: other }, {}, 'anchor-mismatch'],
    ['no entry stands there, though there are later ones', { seq: 8, headAtAnchor: null }, {}, 'anchor-mismatch'],
  ])('%s', (_, change, anchorChange, verdict) => {
    const known = anchorChange === null ? null : { ...anchor, ...anchorChange };
    const found = { ...held, ...change };
    expect(judgeEvidence(found, known)).toEqual({
      verdict,
      anchorAt: known?.at ?? null,
      anchorCommits: known?.commits ?? null,
      commits: found.commits,
    });
  });
});

test('leafing on is one reading of the trail, another filter is another', () => {
  const { audit } = auditCalls['audit.list'];
  if (audit === 'none' || audit.by !== 'dispatch') throw new Error('reading the trail is recorded');
  const input = auditCalls['audit.list'].input.parse({ actions: ['client-opened'] });
  expect(audit.run?.(input, { ...input, before: 40 })).toBe(true);
  expect(audit.run?.(input, { ...input, actions: ['client-opened', 'client-changed'] })).toBe(false);
  expect(audit.run?.(input, { ...input, from: '2026-11-01' })).toBe(false);
});

test('a line names no action that is none', () => {
  const line = { seq: 1, at, action: 'client-opened', actor: null, client: null, recordId: null };
  expect(AuditLine.safeParse(line).success).toBe(true);
  expect(AuditLine.safeParse({ ...line, action: 'client-forgotten' }).success).toBe(false);
});
