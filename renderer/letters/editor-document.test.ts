import { expect, test } from 'vitest';
import { LetterDocument } from '../../shared/letter-document.ts';
import { asKept, fieldIn, fromEditor, toEditor, typedIn, withField, withWordsOf } from './editor-document.ts';

const letter: LetterDocument = [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: 'Maya came for ', fact: 'visits' },
      { type: 'field', name: 'sessions_count', value: '10', fact: 'visits' },
      { type: 'text', text: ' visits.', fact: 'visits' },
      { type: 'text', text: ' Please ', bold: true },
      { type: 'text', text: 'read on.' },
    ],
  },
  { type: 'list', ordered: true, items: [[{ type: 'text', text: 'One' }], [{ type: 'field', name: 'next_plan', value: '' }]] },
  { type: 'list', ordered: false, items: [[{ type: 'text', text: 'Two' }]] },
];

test('a letter comes back from the editor as it went in', () => {
  expect(fromEditor(toEditor(letter))).toEqual(letter);
  expect(LetterDocument.parse(fromEditor(toEditor(letter)))).toEqual(letter);
});

test('without words it is one line to type into, and nothing is kept of it', () => {
  expect(toEditor([])).toEqual({ type: 'doc', content: [{ type: 'paragraph' }] });
  expect(fromEditor(toEditor([]))).toEqual([]);
  expect(
    asKept([
      { type: 'paragraph', content: [] },
      { type: 'list', ordered: false, items: [] },
    ]),
  ).toEqual([]);
});

test('words that are alike are one piece, and those of another fact are not', () => {
  const split: LetterDocument = [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'a' },
        { type: 'text', text: 'b' },
        { type: 'text', text: 'c', fact: 'goal' },
        { type: 'text', text: 'd', fact: 'goal' },
      ],
    },
  ];
  expect(asKept(split)).toEqual([
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'ab' },
        { type: 'text', text: 'cd', fact: 'goal' },
      ],
    },
  ]);
});

test('what the editor should not hold is left out, and control characters are spaces', () => {
  const held = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'a\u0007b\ud800' },
          { type: 'image', attrs: { src: 'x' } },
          { type: 'field', attrs: { name: 'no name', value: '' } },
        ],
      },
    ],
  };
  expect(fromEditor(held)).toEqual([{ type: 'paragraph', content: [{ type: 'text', text: 'a b\ufffd' }] }]);
});

test('blanks the record fills follow it, what was typed stays', () => {
  const typed = withField(letter, 'next_plan', 'shorter blocks', true);
  const other = withField(withField(letter, 'next_plan', 'seated only', false), 'sessions_count', '11', false);
  const followed = withWordsOf(typed, other);
  expect([fieldIn(followed, 'next_plan'), fieldIn(followed, 'sessions_count')]).toEqual(['shorter blocks', '11']);
});

test('a blank is filled wherever it stands, by hand or from the record', () => {
  const typed = withField(letter, 'next_plan', 'shorter blocks', true);
  expect(typedIn(typed)).toEqual(['next_plan']);
  expect(fieldIn(typed, 'next_plan')).toBe('shorter blocks');
  expect(withField(typed, 'next_plan', '', true)).toEqual(letter);
  expect(typedIn(withField(letter, 'next_plan', 'seated only', false))).toEqual([]);
});
