import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { element, formOf, options } from './form.test-world.ts';
import {
  type Answer,
  type Answers,
  answersNotAllowed,
  askedAnswers,
  isAsked,
  partsToReview,
  sameAnswers,
  unansweredStatements,
} from './form-answers.ts';

const at = '2026-11-24T15:58:00.000Z';
const documentId = '0193a5c2-7b1e-7c3d-8a4f-1234567890ab';

const form = formOf(
  element('read', 'display'),
  element('why', 'text', { asks: 'person', allowDeclined: true }),
  element('areas', 'map', { asks: 'touch' }),
  element('level', 'choice', { asks: 'touch', options: options('C0', 'C1') }),
  element('help', 'multi', { options: options('a', 'b', 'none'), exclusive: ['none'], required: false }),
  element('feelings', 'initial'),
  element('free', 'confirm'),
  element('review', 'date', { asks: 'legal' }),
  element('paper', 'upload', { asks: 'legal', by: 'practitioner' }),
  element('fresh', 'spoken_recorded', { asks: 'person', allowDeclined: true, by: 'practitioner' }),
  element('kept', 'system', { by: 'app' }),
  element('signature', 'signature', { signers: ['client', 'practitioner'] }),
);

const complete: Answers = {
  why: { kind: 'text', text: 'sleep' },
  areas: { kind: 'map', areas: { 'B-TRAP-L': 'ask' } },
  level: { kind: 'choice', value: 'C0', other: '' },
  feelings: { kind: 'initials', initials: 'MR' },
  free: { kind: 'agreed' },
  review: { kind: 'date', day: '2026-12-24' },
  paper: { kind: 'upload', documentId, title: 'Court order' },
  fresh: { kind: 'spoken', words: 'Yes, today too', at },
};

const required = Object.keys(complete);

describe('a form is complete', () => {
  test('only with every required answer', () => {
    expect(unansweredStatements(form, {})).toEqual(required);
    expect([unansweredStatements(form, complete), answersNotAllowed(form, complete)]).toEqual([[], []]);
    for (const id of required) {
      const { [id]: _, ...rest } = complete;
      expect(unansweredStatements(form, rest)).toEqual([id]);
    }
  });

  test.each([
    ['why', { kind: 'text', text: '  ' }],
    ['feelings', { kind: 'initials', initials: ' ' }],
    ['why', { kind: 'text', text: '\u200b' }],
    ['feelings', { kind: 'initials', initials: '\u2060' }],
    ['fresh', { kind: 'spoken', words: '\u3164', at }],
  ] as const)('not with %s left blank: %o', (id, answer) =>
    expect(unansweredStatements(form, { ...complete, [id]: answer })).toEqual([id]),
  );

  test('with a refusal to say, where the question is about the person and nowhere else', () => {
    for (const id of required) {
      const given: Answers = { ...complete, [id]: { kind: 'declined' } };
      const expected = id === 'why' || id === 'fresh' ? [] : [id];
      expect([unansweredStatements(form, given), answersNotAllowed(form, given)]).toEqual([expected, expected]);
    }
  });

  test('with everything left out, said on purpose', () =>
    expect(unansweredStatements(form, { ...complete, areas: { kind: 'map', areas: {} } })).toEqual([]));
});

describe('an answer is refused', () => {
  const foreign: readonly (readonly [string, Answer])[] = [
    ['level', { kind: 'choice', value: 'C9', other: '' }],
    ['level', { kind: 'choice', value: 'C0', other: 'and a word' }],
    ['level', { kind: 'multi', values: ['C0'], other: '' }],
    ['level', { kind: 'agreed' }],
    ['help', { kind: 'multi', values: ['a', 'c'], other: '' }],
    ['help', { kind: 'multi', values: ['a', 'a'], other: '' }],
    ['help', { kind: 'multi', values: ['a', 'none'], other: '' }],
    ['help', { kind: 'multi', values: ['a'], other: 'more' }],
    ['areas', { kind: 'map', areas: { 'F-GROIN': 'yes' } }],
    ['areas', { kind: 'map', areas: { 'F-GROIN': 'no' } }],
    ['areas', { kind: 'map', areas: { 'B-GLUTE-L': 'yes' } }],
    ['read', { kind: 'agreed' }],
    ['kept', { kind: 'text', text: 'x' }],
    ['signature', { kind: 'initials', initials: 'x' }],
    ['review', { kind: 'text', text: 'soon' }],
    ['paper', { kind: 'text', text: 'it is here' }],
    ['fresh', { kind: 'text', text: 'yes' }],
    ['nowhere', { kind: 'agreed' }],
    ['constructor', { kind: 'agreed' }],
  ];
  test.each(foreign)('%s: %o', (id, answer) => expect(answersNotAllowed(form, { ...complete, [id]: answer })).toEqual([id]));
});

describe('the words beside an option', () => {
  const other = formOf(
    element('help', 'multi', { options: options('a', 'other'), otherText: true }),
    element('one', 'choice', { options: options('more', 'b'), otherText: true }),
  );
  const judged = (answers: Answers) => [unansweredStatements(other, answers), answersNotAllowed(other, answers)];
  const one: Answers = { one: { kind: 'choice', value: 'b', other: '' } };
  test.each([
    ['are asked with "other"', ['a', 'other'], '', [['help'], []]],
    ['answer it', ['a', 'other'], 'a blanket', [[], []]],
    ['must show', ['other'], '\u200b', [['help'], []]],
    ['belong to no other option', ['a'], 'a blanket', [['help'], ['help']]],
  ] as const)('%s', (_, values, words, expected) =>
    expect(judged({ ...one, help: { kind: 'multi', values: [...values], other: words } })).toEqual(expected),
  );
  test('are asked with "more" too', () =>
    expect(judged({ help: { kind: 'multi', values: ['a'], other: '' }, one: { kind: 'choice', value: 'more', other: '' } })).toEqual([
      ['one'],
      [],
    ]));
});

describe('a question that hangs on another', () => {
  const asked = formOf(
    element('person', 'text', { asks: 'person', allowDeclined: true }),
    element('what', 'multi', { options: options('call', 'lift'), askIf: { element: 'person', values: [] } }),
    element('expire', 'choice', { options: options('date', 'event') }),
    element('day', 'date', { askIf: { element: 'expire', values: ['date'] } }),
    element('note', 'text', { required: false, askIf: { element: 'day', values: [] } }),
  );
  const named: Answers = { person: { kind: 'text', text: 'Ana' }, expire: { kind: 'choice', value: 'date', other: '' } };
  const ids = (answers: Answers) => asked.elements.filter((one) => isAsked(asked, one, answers)).map((one) => one.id);

  test('is asked after that answer and no other', () => {
    expect(ids({})).toEqual(['person', 'expire']);
    expect(ids(named)).toEqual(['person', 'what', 'expire', 'day']);
    expect(ids({ ...named, day: { kind: 'date', day: '2027-01-01' } })).toContain('note');
    expect(ids({ ...named, person: { kind: 'declined' } })).not.toContain('what');
    expect(ids({ ...named, person: { kind: 'text', text: ' ' } })).not.toContain('what');
    expect(ids({ ...named, expire: { kind: 'choice', value: 'event', other: '' } })).not.toContain('day');
  });

  test('is required only when it is asked, and takes no answer when it is not', () => {
    expect(unansweredStatements(asked, named)).toEqual(['what', 'day']);
    expect(
      unansweredStatements(asked, { ...named, person: { kind: 'declined' }, expire: { kind: 'choice', value: 'event', other: '' } }),
    ).toEqual([]);
    const given: Answers = { ...named, expire: { kind: 'choice', value: 'event', other: '' }, day: { kind: 'date', day: '2027-01-01' } };
    expect(answersNotAllowed(asked, given)).toEqual(['day']);
    expect(Object.keys(askedAnswers(asked, given))).toEqual(['person', 'expire']);
  });

  test('and on one that is not asked is not asked either', () => {
    const day: Answers = { day: { kind: 'date', day: '2027-01-01' } };
    expect(ids({ ...named, ...day, expire: { kind: 'choice', value: 'event', other: '' } })).not.toContain('note');
  });

  test('does not go round for ever where two hang on each other', () => {
    const round = formOf(
      element('a', 'confirm', { askIf: { element: 'b', values: [] } }),
      element('b', 'confirm', { askIf: { element: 'a', values: [] } }),
      element('c', 'confirm', { askIf: { element: 'c', values: [] } }),
    );
    const given: Answers = { a: { kind: 'agreed' }, b: { kind: 'agreed' }, c: { kind: 'agreed' } };
    expect(round.elements.filter((one) => isAsked(round, one, given))).toEqual([]);
  });
});

test('what is read through afterwards is what was asked of the client', () =>
  expect(partsToReview(form, complete)).toEqual(['why', 'areas', 'level', 'help', 'feelings', 'free', 'review']));

test('the same answers are the same in whatever order they were given', () => {
  const answers = fc.dictionary(fc.constantFrom('B-NECK', 'B-TRAP-L', 'F-SCALP', 'F-FACE'), fc.constantFrom('yes', 'ask', 'no'));
  fc.assert(
    fc.property(answers, fc.string(), (areas, text) => {
      const one: Answers = { areas: { kind: 'map', areas: { ...areas } as never }, why: { kind: 'text', text } };
      const turned = Object.fromEntries(Object.entries(areas).reverse()) as never;
      expect(sameAnswers(one, { why: { kind: 'text', text }, areas: { kind: 'map', areas: turned } })).toBe(true);
      expect(sameAnswers(one, { ...one, why: { kind: 'text', text: `${text}.` } })).toBe(false);
      expect(sameAnswers(one, { areas: one.areas! })).toBe(false);
    }),
  );
});
