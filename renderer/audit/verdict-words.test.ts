import { beforeAll, expect, test } from 'vitest';
import { setDatesOf } from '../dates.ts';
import { words } from '../words.ts';
import { type Verified, verdictWords } from './verdict-words.ts';

const t = words.getFixedT('en', 'audit');
beforeAll(() => setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' }));

const evidence: Verified['evidence'] = { verdict: 'whole', anchorAt: '2026-11-24T10:41:00.000Z', anchorCommits: 4820, commits: 4812 };
const verified = (verdict: Verified['verdict'], firstBad: number | null = null): Verified => ({
  verdict,
  entries: 4812,
  firstBad,
  evidence,
  found: [],
});
const lines = [{ seq: 1300, at: '2026-11-20T09:05:00.000Z' }];

test.each<readonly [Verified, string]>([
  [verified('whole'), '4,812 entries follow from one another, and the anchor agrees.'],
  [verified('altered', 1300), 'Entry 1,300 does not follow from the one before it. It says 20 November 2026, 09:05.'],
  [verified('altered', 7), 'Entry 7 does not follow from the one before it.'],
  [
    verified('missing-tail'),
    'The anchor knows of 4,820 saves; the database holds 4,812. An older copy of the database may have been put in its place. What is gone is from before 24 November 2026, 10:41.',
  ],
  [verified('anchor-mismatch'), 'It is gone, damaged, much older, or of another trail. The entries themselves follow from one another.'],
])('%j in words', (found, said) => expect(verdictWords(found, lines, t)).toBe(said));
