import { describe, expect, test } from 'vitest';
import type { ConsentForm, FormElement } from '../../shared/consent-form.ts';
import type { Answer, Answers } from '../../shared/form-answers.ts';
import { limits } from '../../shared/limits.ts';
import type { Signature } from '../../shared/signatures.ts';
import { answerOf, isNobody, nobodyYet, type Person } from './people.ts';
import {
  answered,
  choosesPaper,
  dayTyped,
  holdsBack,
  keepable,
  lastInitials,
  openParts,
  type Sheet,
  sectionAt,
  signedBy,
  skippedAsItStood,
  talkedAbout,
  talkParts,
  withStanding,
} from './sheet.ts';

const part = (id: string, capture: FormElement['capture'], more: Partial<FormElement> = {}): FormElement => ({
  id,
  title: id,
  text: 'A sentence.',
  help: '',
  section: '',
  capture,
  asks: 'agreement',
  required: true,
  allowDeclined: false,
  options: [],
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: false,
  ...more,
});

const options = ['date', 'event', 'other'].map((value) => ({ value, label: value }));
const elements = [
  part('who', 'display'),
  part('why', 'text', { allowDeclined: true }),
  part('limit', 'text', { by: 'practitioner' }),
  part('stop', 'initial'),
  part('questions', 'confirm'),
  part('expire', 'choice', { options, otherText: true }),
  part('day', 'date', { askIf: { element: 'expire', values: ['date'] } }),
  part('signature', 'signature', { signers: ['client', 'witness', 'practitioner'] }),
];

const intents = Object.fromEntries(
  ['client', 'practitioner', 'witness', 'guardian', 'young_person', 'decision_maker', 'observer', 'personal_representative'].map(
    (signer) => [signer, ''],
  ),
) as ConsentForm['intents'];

const form: ConsentForm = {
  id: 'a-form',
  version: '1.1.0',
  language: 'en',
  title: 'A form',
  clientTitle: 'A form',
  area: null,
  intro: '',
  elements,
  areas: [],
  unfilled: [],
  intents,
  validity: { kind: 'months', count: 12 },
  eachBirthday: false,
  shownSha256: 'a'.repeat(64),
};

const sheet = (answers: Answers = {}, more: Partial<Sheet> = {}): Sheet => ({
  id: 'one',
  form,
  answers,
  talk: [],
  seen: [],
  signatures: [],
  substitutesAgreed: false,
  page: 0,
  typed: {},
  signAgain: false,
  ...more,
});

const name: Signature = { signer: 'client', method: 'typed', name: 'Noor Abadi' };
const drawn = (signer: Signature['signer'], length: number, written = ''): Signature => ({
  signer,
  name: written,
  method: 'drawn',
  strokes: [
    [
      { x: 0, y: 0 },
      { x: length, y: 0 },
    ],
  ],
  width: 400,
  height: 148,
});

const ids = (parts: readonly FormElement[]): readonly string[] => parts.map(({ id }) => id);

describe('what is open', () => {
  test('nothing is answered beforehand, and nothing of the practitioner is asked', () => {
    expect(ids(openParts(sheet(), elements))).toEqual(['why', 'stop', 'questions', 'expire']);
  });
  test('the wish to talk takes the answer back, an answer takes the wish back', () => {
    const talking = talkedAbout(sheet({ why: { kind: 'text', text: 'Sleep' } }), 'why', true);
    expect([talking.answers.why, ids(talkParts(talking))]).toEqual([undefined, ['why']]);
    expect(talkParts(answered(talking, 'why', { kind: 'declined' }))).toEqual([]);
  });
  test('what was said on a page of questions stays beside the wish to talk', () => {
    const page = { ...form, elements: [part('heart', 'screen', { questions: ['a', 'b'].map((id) => ({ id, question: id })) })] };
    const half = { ...sheet({ heart: { kind: 'screen', answers: { a: 'yes' } } }), form: page };
    const talking = talkedAbout(half, 'heart', true);
    expect([ids(openParts(half, page.elements)), ids(openParts(talking, page.elements)), talking.answers.heart, talking.talk]).toEqual([
      ['heart'],
      [],
      { kind: 'screen', answers: { a: 'yes' } },
      ['heart'],
    ]);
  });
  test('an option with words of its own wants them', () => {
    const other = (words: string) => sheet({ expire: { kind: 'choice', value: 'other', other: words } });
    expect(ids(openParts(other(''), elements))).toContain('expire');
    expect(ids(openParts(other('when I say so'), elements))).not.toContain('expire');
  });
  test('a day half typed is no answer, and stays as it was typed', () => {
    const asked = sheet({ expire: { kind: 'choice', value: 'date', other: '' } });
    const half = dayTyped(asked, 'day', '31 4 2027', null);
    expect([half.answers.day, half.typed.day, ids(openParts(half, elements)).includes('day')]).toEqual([undefined, '31 4 2027', true]);
    const whole = dayTyped(half, 'day', '30 4 2027', '2027-04-30');
    expect([whole.answers.day, ids(openParts(whole, elements)).includes('day')]).toEqual([{ kind: 'date', day: '2027-04-30' }, false]);
  });
});

describe('people a client names', () => {
  const contacts = (people: readonly Partial<Person>[]): Answer => ({
    kind: 'contacts',
    people: people.map((person) => ({ name: '', role: '', phone: '', ...person })),
  });
  const keptOf = (people: readonly Partial<Person>[]) => keepable(sheet({ who: contacts(people) }), {}).answers.who;
  test('are kept once they have a name; a number alone waits on the screen', () => {
    const half = sheet({ who: contacts([{ name: 'Ana' }, { phone: '416 555 0100' }]) });
    expect(keepable(half, {}).answers.who).toEqual(contacts([{ name: 'Ana' }]));
    expect(holdsBack(half)).toBe(true);
    expect(ids(openParts(half, [part('who', 'contacts', { required: false })]))).toEqual(['who']);
    expect(holdsBack(sheet({ who: contacts([{ name: 'Ana' }, {}]) }))).toBe(false);
  });
  test('nobody is what was said, and never what is left of empty rows', () => {
    expect(keptOf([])).toEqual(contacts([]));
    expect(keptOf([{}, { role: 'my sister' }])).toBeUndefined();
    expect(answerOf([nobodyYet])).toBeNull();
    expect([isNobody(contacts([])), isNobody(undefined), isNobody(contacts([{}]))]).toEqual([true, false, false]);
  });
  test('with a name longer than can be kept, what was kept before stands', () => {
    const before = { who: contacts([{ name: 'Ana' }]) };
    expect(keepable(sheet({ who: contacts([{ name: 'x'.repeat(limits.namePart + 1) }]) }), before).answers).toEqual(before);
  });
});

describe('sections', () => {
  const pages = [[part('one', 'text', { section: 'Safety' })], [part('two', 'text', { section: 'Autonomy' })]];
  test('a page names its own, and how many there are', () => {
    expect([0, 1, 2, 3].map((page) => sectionAt(pages, page))).toEqual([
      null,
      { name: 'Safety', number: 1, of: 2 },
      { name: 'Autonomy', number: 2, of: 2 },
      null,
    ]);
    expect(sectionAt([[part('one', 'text')]], 1)).toBeNull();
  });
});

describe('a form about one place', () => {
  const map = part('area', 'map');
  const place = { code: 'B-GLUTE-L', label: 'Buttock, left', view: 'back' as const, region: 'pelvis', offered: true };
  const one = { ...form, area: place.code, areas: [place], elements: [map, part('stop', 'initial')] };
  const given = (state: 'no' | 'ask'): Answers => ({ area: { kind: 'map', areas: { 'B-GLUTE-L': state } } });
  test('asks nothing more once the place is left out', () => {
    expect(openParts(sheet(given('no'), { form: one }), one.elements)).toEqual([]);
    expect(ids(openParts(sheet(given('ask'), { form: one }), one.elements))).toEqual(['stop']);
  });
});

describe('what was signed', () => {
  test('falls with another answer, and is asked for again', () => {
    const signed = signedBy(sheet({ stop: { kind: 'initials', initials: 'NA' } }, { substitutesAgreed: true }), 'client', name);
    expect(answered(signed, 'stop', { kind: 'initials', initials: 'NA' }).signatures).toEqual([name]);
    const other = answered(signed, 'stop', { kind: 'initials', initials: 'N' });
    expect(other).toMatchObject({ signatures: [], signAgain: true, substitutesAgreed: false });
    expect(signedBy(other, 'client', name).signAgain).toBe(false);
    expect(signedBy(other, 'client', drawn('client', 3)).signAgain).toBe(true);
  });
});

test('a signature falls when what was kept came back without it, not when its name came back trimmed', () => {
  const typed = { ...name, name: 'Noor ' };
  const signed = sheet({}, { signatures: [typed] });
  const sent = keepable(signed, {});
  expect(withStanding(signed, sent, [{ ...name, name: 'Noor' }])).toBe(signed);
  expect(withStanding(signed, sent, [])).toMatchObject({ signatures: [], signAgain: true });
  const signedSince = { ...signed, signatures: [{ ...name, name: 'Noor A' }] };
  expect(withStanding(signedSince, sent, [])).toBe(signedSince);
});

describe('what can be kept', () => {
  test('is without a tap, without a signature that does not say whose it is, and without what is not asked', () => {
    const all = sheet(
      { expire: { kind: 'choice', value: 'event', other: '' }, day: { kind: 'date', day: '2027-04-30' } },
      { signatures: [drawn('client', 3), drawn('witness', 90)], talk: ['why', 'day'], seen: ['who'], page: 3 },
    );
    expect(keepable(all, {})).toEqual({
      answers: { expire: { kind: 'choice', value: 'event', other: '' } },
      talk: ['why'],
      seen: ['who'],
      signatures: [],
      substitutesAgreed: false,
      page: 3,
    });
    expect(holdsBack(all)).toBe(true);
    const named = sheet({}, { signatures: [drawn('client', 90), drawn('witness', 90, 'Ines Duarte')] });
    expect([keepable(named, {}).signatures, holdsBack(named)]).toEqual([named.signatures, false]);
  });
  test.each<[string, Answer]>([
    ['why', { kind: 'text', text: 'x'.repeat(limits.paragraph + 1) }],
    ['stop', { kind: 'initials', initials: 'N'.repeat(21) }],
    ['expire', { kind: 'choice', value: 'other', other: 'x'.repeat(limits.line + 1) }],
  ])('is what was kept before where %s is too long', (id, answer) => {
    const long = sheet({ [id]: answer });
    const before: Answers = { [id]: { kind: 'declined' } };
    expect([keepable(long, before).answers, keepable(long, {}).answers, holdsBack(long)]).toEqual([before, {}, true]);
    expect(ids(openParts(long, elements))).toContain(id);
  });
});

test('initials put before are offered again', () => {
  expect(lastInitials({ stop: { kind: 'initials', initials: 'MR' } })).toBe('MR');
  expect(lastInitials({ stop: { kind: 'initials', initials: ' ' } })).toBe('');
});

test('paper is chosen in the form about screens alone', () => {
  const way: Answers = { way: { kind: 'choice', value: 'paper', other: '' } };
  expect(choosesPaper({ form: { ...form, id: 'electronic-records' }, answers: way })).toBe(true);
  expect(choosesPaper({ form, answers: way })).toBe(false);
});

describe('a page of plain questions that is skipped', () => {
  const screen = (answers: Extract<Answer, { kind: 'screen' }>['answers']): Answer => ({ kind: 'screen', answers });
  const withAnswer = (answer: Answer): Sheet => sheet({ safety: answer });

  test('takes back a no of another time, and never a yes or a not sure', () => {
    const before = screen({ a: 'no', b: 'declined', c: 'yes', d: 'not_sure' });
    expect(skippedAsItStood(withAnswer(before), 'safety', { safety: before }).answers.safety).toEqual(screen({ c: 'yes', d: 'not_sure' }));
    const noes = screen({ a: 'no' });
    expect(skippedAsItStood(withAnswer(noes), 'safety', { safety: noes }).answers).not.toHaveProperty('safety');
  });

  test('keeps what was answered on it just now', () => {
    const now = screen({ a: 'no', b: 'no' });
    expect(skippedAsItStood(withAnswer(now), 'safety', { safety: screen({ a: 'no' }) }).answers.safety).toEqual(now);
    expect(skippedAsItStood(withAnswer(now), 'safety', {}).answers.safety).toEqual(now);
  });
});
