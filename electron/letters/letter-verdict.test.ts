import { expect, test } from 'vitest';
import { clinicalContent } from '../practice/practice.test-world.ts';
import { factsOffered, kindsOf, outlineOf } from './letter-verdict.ts';

const outline = outlineOf({ content: clinicalContent() }, 'progress-update');
const [first] = factsOffered(outline);

test('kinds are those of the ticked facts; of none, or of one nobody knows any more, all of the letter', () => {
  const all = [...outline.information_kinds].sort();
  expect(kindsOf(outline, [first?.id ?? ''])).toEqual([first?.kind]);
  expect([...kindsOf(outline, [])].sort()).toEqual(all);
  expect([...kindsOf(outline, [first?.id ?? '', 'gone-from-the-content'])].sort()).toEqual(all);
});
