import { expect, test } from 'vitest';
import { type Block, type Inline, type LetterDocument, plainText } from '../../shared/letter-document.ts';
import { withTicks } from './editor-sentences.ts';

const text = (words: string, fact?: string): Inline => ({ type: 'text', text: words, ...(fact && { fact }) });
const field = (name: string, value: string, fact: string): Inline => ({ type: 'field', name, value, fact });
const paragraph = (...content: Inline[]): Block => ({ type: 'paragraph', content });

const opening = { paragraph: 0, facts: [], content: [paragraph(text('This is a short update.'))] };
const visits = {
  paragraph: 1,
  facts: ['visits'],
  content: [paragraph(text('Maya came for ', 'visits'), field('sessions_count', '10', 'visits'), text(' visits.', 'visits'))],
};
/** One mark for all a sentence stands on. */
const both = 'visits contact client-read';
const contact = {
  paragraph: 1,
  facts: ['visits', 'contact'],
  content: [paragraph(text('Contact was ', both), field('contact_words', 'light', both), text('.', both))],
};
const stops = { paragraph: 1, facts: ['stops'], content: [paragraph(text('The stop signal was used once.', 'stops'))] };
const goal = { paragraph: 2, facts: ['goal'], content: [paragraph(text('The aim is “drive again”.', 'goal'))] };
const ending = { paragraph: 3, facts: [], content: [paragraph(text('I will follow your advice.'))] };
const sentences = [opening, visits, contact, stops, goal, ending];

const bare: LetterDocument = [...opening.content, ...ending.content];
const all = ['visits', 'contact', 'stops', 'goal'];
const full =
  'This is a short update.\nMaya came for 10 visits. Contact was light. The stop signal was used once.\nThe aim is “drive again”.\nI will follow your advice.';

test('sentences come to their place in the outline in whatever order they are ticked', () => {
  for (const order of [all, all.toReversed(), ['stops', 'goal', 'visits', 'contact']]) {
    let letter = bare;
    let ticked: readonly string[] = [];
    for (const fact of order) {
      letter = withTicks(letter, sentences, ticked, [...ticked, fact]);
      ticked = [...ticked, fact];
    }
    expect(plainText(letter)).toBe(full);
  }
});

test('a sentence goes with any fact it stands on, and leaves no gap', () => {
  const letter = withTicks(bare, sentences, [], all);
  expect(plainText(withTicks(letter, sentences, all, ['visits', 'stops', 'goal']))).toContain('10 visits. The stop signal');
  expect(plainText(withTicks(letter, sentences, all, ['contact', 'stops', 'goal']))).toContain('update.\nThe stop signal was used once.\n');
  expect(withTicks(letter, sentences, all, [])).toEqual(bare);
});

test('what was typed stays; a sentence that was changed goes by the mark of its fact', () => {
  const written: LetterDocument = [
    ...opening.content,
    paragraph(
      text('Maya kindly came for ', 'visits'),
      field('sessions_count', '10', 'visits'),
      text(' visits.', 'visits'),
      text(' She was early.'),
    ),
    ...ending.content,
  ];
  const left = withTicks(written, sentences, ['visits'], []);
  expect(plainText(left)).toBe('This is a short update.\nShe was early.\nI will follow your advice.');
});

test('a changed sentence that stands on two facts goes with either', () => {
  const written: LetterDocument = [
    ...opening.content,
    paragraph(text('Contact was often ', both), field('contact_words', 'light', both), text('.', both)),
  ];
  for (const left of [['visits'], ['contact']])
    expect(withTicks(written, sentences, ['visits', 'contact'], left)).not.toContainEqual(written[1]);
  expect(withTicks(written, sentences, ['visits', 'contact', 'goal'], ['visits', 'contact'])).toEqual(written);
});

test('what stands there already does not come twice', () => {
  const letter = withTicks(bare, sentences, [], all);
  expect(withTicks(letter, sentences, [], all)).toEqual(letter);
});
