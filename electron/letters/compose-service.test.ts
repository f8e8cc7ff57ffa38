import { describe, expect, test } from 'vitest';
import { inBlank, visited, writingLetters } from './letters.test-world.ts';

describe('a progress update', () => {
  test('is filled from the sessions of its days', async () => {
    const made = await writingLetters();
    await visited(made, { before: 5, after: 2 });
    const open = await made.begun();
    expect(open.verdict).toMatchObject({ permitted: true });
    expect(inBlank(open, 'sessions_count')).toBe('1');
  });
});
