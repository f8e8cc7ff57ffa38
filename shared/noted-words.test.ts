import { expect, test } from 'vitest';
import { notedWords, quoted } from './noted-words.ts';
import type { SessionContent } from './session-content.ts';

const lists = {
  sensations: [{ id: 's001', word: 'warm', group: 'temperature', watch: false }],
  seen: [{ id: 'drifting', what: 'Slow to answer (D1)' }] as unknown as SessionContent['seen'],
};
const saw = (signs: readonly string[], words: string) => ({
  kind: 'seen',
  body: { dissociation: null, arousal: null, item: null, signs, words },
});
const said = (words: string, sensations: readonly string[] = []) => ({
  kind: 'checked-in',
  body: { distress: 2, pain: null, words, sensations },
});

test('what was seen comes first, then what the client said, as a quotation, each once', () => {
  expect(
    notedWords(lists, [
      said('lighter', ['s001']),
      saw(['long breath out', 'tears for about a minute'], ''),
      { kind: 'asked-on', body: { words: 'Please go on' } },
      said('lighter', ['s001']),
      { kind: 'seen', body: { dissociation: null, arousal: null, item: 'drifting', signs: [], words: 'Eyes on the wall' } },
    ]),
  ).toEqual(['long breath out, tears for about a minute', 'Slow to answer, Eyes on the wall', '“warm, lighter”', '“Please go on”']);
});

test('numbers, grades, what was decided and what others were told are no words of theirs', () => {
  expect(
    notedWords(lists, [
      said(''),
      { kind: 'seen', body: { dissociation: 'D2', arousal: null, item: null, signs: [], words: ' ' } },
      { kind: 'told', body: { who: 'Dr. Okafor', means: 'phone', under: '', words: 'That she cried' } },
      { kind: 'disposed', body: { choice: 'end', words: 'It was offered' } },
      { kind: 'health-asked', body: { changed: true, words: 'New tablets' } },
      { kind: 'stop', body: {} },
      { kind: 'checked-in', body: { words: 'of another version' } },
    ]),
  ).toEqual([]);
});

test.each([
  ['it "let go"', '“it ‘let go’”'],
  ['“so” «far»', '“‘so’ ‘far’”'],
  [' one\n  two ', '“one two”'],
  ['"all of it"', '“‘all of it’”'],
])('%s stays one quotation', (words, expected) => expect(quoted(words)).toBe(expected));
