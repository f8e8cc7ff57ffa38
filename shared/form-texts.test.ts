import { describe, expect, test } from 'vitest';
import { byVersion, type FormText, laidOver, nextVersion, ownParts, partsChanged, partsEmptied, versionOver } from './form-texts.ts';
import { moreThanSpelling } from './spelling.ts';

const text: FormText = {
  clientTitle: 'Fees',
  intro: 'What it costs.',
  elements: [
    { id: 'fee', title: 'The fee', text: 'A visit costs {{amount}}. You may pay within 14 days.', options: [] },
    {
      id: 'way',
      title: 'How you pay',
      text: 'Choose one.',
      options: [
        { value: 'cash', label: 'Cash' },
        { value: 'card', label: 'Card' },
      ],
    },
  ],
};

const withFee = (words: string): FormText => ({
  ...text,
  elements: text.elements.map((element) => (element.id === 'fee' ? { ...element, text: words } : element)),
});

describe('a spelling fix', () => {
  test.each([
    ['nothing', 'A visit costs {{amount}}. You may pay within 14 days.', true],
    ['a letter', 'A vissit costs {{amount}}. You may pay within 14 days.', true],
    ['a letter left out', 'A vist costs {{amount}}. You may pay within 14 days.', true],
    ['a full stop', 'A visit costs {{amount}}. You may pay within 14 days', true],
    ['a word for a word', 'A session costs {{amount}}. You may pay within 14 days.', false],
    ['capitals', 'A VISIT costs {{amount}}. You may pay within 14 days.', true],
    ['a figure', 'A visit costs {{amount}}. You may pay within 10 days.', false],
    ['a blank', 'A visit costs {{hours}}. You may pay within 14 days.', false],
    ['a blank gone', 'A visit costs money. You may pay within 14 days.', false],
    ['"may" to "must"', 'A visit costs {{amount}}. You must pay within 14 days.', false],
    ['"not" put in', 'A visit costs {{amount}}. You may not pay within 14 days.', false],
    ['a whole sentence', 'A visit costs {{amount}}. You may pay within 14 days. We send a bill each month.', false],
    ['a decimal', 'A visit costs {{amount}}. You may pay within 1.4 days.', false],
  ])('%s', (_, words, is) => expect(moreThanSpelling(text, withFee(words))).toEqual(is ? [] : ['fee/text']));

  test.each([
    ['You stay covered.', 'You stay uncovered.'],
    ['Your notes are kept private.', 'Your notes are kept public.'],
    ['The fee is twenty dollars', 'The fee is ninety dollars'],
    ['The fee is sixty dollars', 'The fee is sixteen dollars'],
    ['We ask first.', 'We ask last.'],
    ['We may touch some places', 'We may touch all places'],
    ['Your therapist sees it if you agree', 'Your therapist sees it'],
    ['We will tell you', 'We will tell police'],
    ['Within two days', 'With two days'],
  ])('%s is not %s', (before, now) => expect(moreThanSpelling(withFee(before), withFee(now))).toEqual(['fee/text']));

  test('is looked for in titles, the intro and the labels of options too', () => {
    const changed: FormText = {
      clientTitle: 'No fees',
      intro: 'What it never costs.',
      elements: text.elements.map((element) => ({
        ...element,
        title: `${element.title} without exception`,
        options: element.options.map((option) => ({ ...option, label: `Only ${option.label}` })),
      })),
    };
    expect(moreThanSpelling(text, changed)).toEqual(['clientTitle', 'intro', 'fee/title', 'way/title', 'way/cash', 'way/card']);
  });
});

test('versions', () => {
  expect([nextVersion('1.1.0', 'meaning'), nextVersion('1.1.0', 'spelling'), nextVersion('2.0.9', 'spelling')]).toEqual([
    '2.0.0',
    '1.1.1',
    '2.0.10',
  ]);
  expect(['2.0.0', '1.10.0', '1.9.12', '10.0.0'].sort(byVersion)).toEqual(['1.9.12', '1.10.0', '2.0.0', '10.0.0']);
});

describe('the parts of a form', () => {
  test('are those of the application, in its order', () => {
    expect(partsChanged(text, text)).toEqual([]);
    expect(partsChanged(text, { ...text, elements: text.elements.slice(1) })).toEqual([
      'fee/title',
      'fee/text',
      'way/title',
      'way/text',
      'way/cash',
      'way/card',
    ]);
    expect(partsChanged(text, { ...text, elements: [...text.elements, { id: 'more', title: 'x', text: 'x', options: [] }] })).toEqual([
      'more/title',
      'more/text',
    ]);
    const [fee, way] = [text.elements[0]!, text.elements[1]!];
    expect(partsChanged(text, { ...text, elements: [fee, { ...way, options: [...way.options].reverse() }] })).toEqual([
      'way/cash',
      'way/card',
    ]);
    expect(partsChanged(text, { ...text, elements: [fee, fee, way] })).not.toEqual([]);
  });

  test('keep words where they had some', () => {
    expect(partsEmptied(text, { ...withFee('\u200b'), intro: ' ' })).toEqual(['intro', 'fee/text']);
    expect(partsEmptied(withFee(''), withFee(''))).toEqual([]);
  });
});

describe('own words over a newer text of the application', () => {
  const own = { ...withFee('Pay what you can.'), intro: 'Our fees.' };
  const kept = { shipped: '1.1.0', own: [...ownParts(text, own)], text: own };

  test('stay where the practice wrote them, and nowhere else', () => {
    expect(kept.own).toEqual(['intro', 'fee/text']);
    expect(laidOver(text, kept)).toEqual(own);
    const newer: FormText = {
      clientTitle: 'What you pay',
      intro: 'A newer intro.',
      elements: [
        { id: 'fee', title: 'A newer title', text: 'A newer text.', options: [] },
        { id: 'tax', title: 'Tax', text: 'A newer part.', options: [{ value: 'yes', label: 'Yes' }] },
      ],
    };
    expect(laidOver(newer, kept)).toEqual({
      ...newer,
      intro: 'Our fees.',
      elements: [{ ...newer.elements[0], text: 'Pay what you can.' }, newer.elements[1]],
    });
  });

  test.each([
    ['2.0.0', '1.1.0', '1.1.0', '2.0.0'],
    ['2.0.0', '1.1.0', '1.1.3', '2.0.3'],
    ['2.0.1', '1.1.0', '1.2.0', '2.1.0'],
    ['1.1.1', '1.1.0', '1.1.1', '1.1.2'],
    ['2.0.0', '1.1.0', '2.0.0', '3.0.0'],
    ['5.0.2', '1.1.0', '3.1.0', '7.1.0'],
    // An older application: what is there stays as it is.
    ['2.0.0', '1.1.0', '1.0.0', '2.0.0'],
  ])('%s made over %s is, over %s, %s', (version, made, now, over) => expect(versionOver(version, made, now)).toBe(over));
});
