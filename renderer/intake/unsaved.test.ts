import { describe, expect, test } from 'vitest';
import type { Answer } from '../../shared/form-answers.ts';
import type { IntakeEntry } from '../../shared/intake.ts';
import { emptyEntry } from '../../shared/intake-rules.ts';
import { limits } from '../../shared/limits.ts';
import { afterSaving, allSaved, disputedFields, laidOn, settled, toSend, Unsaved, unfit, withChange, withoutKept } from './unsaved.ts';

const noon = '2026-11-24T12:00:00.000Z';
const words = (text: string): Answer => ({ kind: 'text', text });
const stands = (entries: Record<string, Partial<IntakeEntry>>) => ({
  entries: Object.fromEntries(Object.entries(entries).map(([id, entry]) => [id, { ...emptyEntry, ...entry }])),
});
const empty = stands({});

describe('what is typed and not saved', () => {
  test('gathers by item, the last word of each part', () => {
    const first = laidOn(allSaved, empty, 'one', { answer: words('a'), from: 'paper' });
    const both = laidOn(laidOn(first, empty, 'one', { answer: words('ab'), from: 'practitioner' }), empty, 'one', { discussed: true });
    expect(toSend(both, empty)).toEqual({ one: { answer: words('ab'), from: 'practitioner', discussed: true } });
  });

  test('is nothing once it stands in the record, spaces at the ends apart', () => {
    const typed = laidOn(laidOn(allSaved, empty, 'one', { answer: words('cool water ') }), empty, 'one', { note: ' calm' });
    const saved = stands({ one: { answer: words('cool water'), from: 'practitioner', answeredAt: noon, note: 'calm' } });
    expect(withoutKept(typed, saved)).toEqual(allSaved);
  });

  test('keeps what was typed while the save was on its way', () => {
    const sent = laidOn(allSaved, empty, 'one', { answer: words('cool') });
    const meanwhile = laidOn(sent, empty, 'one', { answer: words('cool water') });
    const saved = stands({ one: { answer: words('cool'), from: 'practitioner', answeredAt: noon } });
    const rest = afterSaving(meanwhile, toSend(sent, empty), saved);
    expect(toSend(rest, saved)).toEqual({ one: { answer: words('cool water') } });
    expect(disputedFields(rest.items.one ?? { change: {}, base: emptyEntry }, saved.entries.one ?? emptyEntry)).toEqual([]);
  });

  test('comes back from a draft as it was, a person without a name too', () => {
    const typed = laidOn(allSaved, empty, 'one', { answer: { kind: 'contacts', people: [{ name: '', role: 'brother', phone: '' }] } });
    expect(Unsaved.parse(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
    expect(toSend(typed, empty)).toEqual({});
  });
});

describe('when someone else saved meanwhile', () => {
  const begun = laidOn(allSaved, stands({ one: { answer: words('before') } }), 'one', { answer: words('mine') });

  test('another item is no reason to ask', () => {
    const theirs = stands({ one: { answer: words('before') }, two: { answer: words('theirs') } });
    expect(toSend(begun, theirs)).toEqual({ one: { answer: words('mine') } });
  });

  test('another part of the same item is none either', () => {
    const theirs = stands({ one: { answer: words('before'), note: 'theirs', discussedAt: noon } });
    expect(toSend(begun, theirs)).toEqual({ one: { answer: words('mine') } });
  });

  test('the same answer is not sent again', () => {
    expect(toSend(begun, stands({ one: { answer: words('mine') } }))).toEqual({});
  });

  test('another answer to the same item waits until one is chosen; other parts go on', () => {
    const theirs = stands({ one: { answer: words('theirs') } });
    const both = laidOn(begun, stands({ one: { answer: words('before') } }), 'one', { note: 'a word' });
    expect(toSend(both, theirs)).toEqual({ one: { note: 'a word' } });
    const work = both.items.one ?? { change: {}, base: emptyEntry };
    expect(disputedFields(work, theirs.entries.one ?? emptyEntry)).toEqual(['answer']);

    expect(toSend(settled(both, theirs, 'one', ['answer'], []), theirs)).toEqual({ one: { answer: words('mine'), note: 'a word' } });
    expect(toSend(settled(both, theirs, 'one', [], ['answer']), theirs)).toEqual({ one: { note: 'a word' } });
  });

  test('typing on after the choice does not ask again', () => {
    const theirs = stands({ one: { answer: words('theirs') } });
    const chosen = settled(begun, theirs, 'one', ['answer'], []);
    expect(toSend(laidOn(chosen, theirs, 'one', { answer: words('mine too') }), theirs)).toEqual({ one: { answer: words('mine too') } });
  });
});

describe('what cannot be kept as it is', () => {
  const person = { name: 'Luis', role: '', phone: '' };
  test.each([
    ['a person without a name', { answer: { kind: 'contacts', people: [{ ...person, name: ' ' }] } }, 'unnamed'],
    ['a name over its limit', { answer: { kind: 'contacts', people: [{ ...person, name: 'x'.repeat(limits.namePart + 1) }] } }, 'too-long'],
    ['words over their limit', { answer: { kind: 'text', text: 'x'.repeat(limits.paragraph + 1) } }, 'too-long'],
    ['a note over its limit', { note: 'x'.repeat(limits.paragraph + 1) }, 'too-long'],
    ['words of an option over their limit', { answer: { kind: 'choice', value: 'other', other: 'x'.repeat(limits.line + 1) } }, 'too-long'],
    ['a person with a name', { answer: { kind: 'contacts', people: [person] } }, null],
    ['nobody, on purpose', { answer: { kind: 'contacts', people: [] } }, null],
  ] as const)('%s', (_name, change, expected) => {
    expect(unfit(change as Parameters<typeof unfit>[0])).toBe(expected);
  });

  test('keeps nothing else of the item back', () => {
    const typed = laidOn(
      laidOn(allSaved, empty, 'one', { answer: { kind: 'contacts', people: [{ ...person, name: '' }] } }),
      empty,
      'one',
      {
        discussed: true,
      },
    );
    expect(toSend(typed, empty)).toEqual({ one: { discussed: true } });
  });
});

test('an entry reads with what waits on top of it', () => {
  const entry: IntakeEntry = { ...emptyEntry, discussedAt: '2026-11-24T11:00:00.000Z', note: 'before' };
  expect(withChange(entry, { answer: words('now'), from: 'paper', left: true, discussed: true }, noon)).toEqual({
    ...entry,
    answer: words('now'),
    from: 'paper',
    answeredAt: noon,
    discussedAt: noon,
    leftAt: noon,
  });
  const said: IntakeEntry = { ...entry, answer: words('mine'), from: 'client', answeredAt: noon };
  expect(withChange(said, { answer: words('theirs') }, noon)).toMatchObject({
    discussedAt: null,
    clientSaid: { answer: words('mine'), answeredAt: noon, asked: null },
  });
  expect(withChange(said, { answer: words('mine') }, noon)).toMatchObject({ discussedAt: entry.discussedAt, clientSaid: null });
  expect(withChange(entry, { discussed: false }, noon)).toEqual({ ...entry, discussedAt: null });
  expect(withChange(entry, undefined, noon)).toBe(entry);
});

test('a mark set while another answer is on its way is nobody else’s doing', () => {
  const before = stands({ one: { answer: words('a'), from: 'practitioner', answeredAt: noon, discussedAt: noon } });
  const sent = toSend(laidOn(allSaved, before, 'one', { answer: words('b') }), before);
  const marked = laidOn(laidOn(allSaved, before, 'one', { answer: words('b') }), before, 'one', { discussed: true });
  const kept = stands({ one: { answer: words('b'), from: 'practitioner', answeredAt: noon } });
  expect(toSend(afterSaving(marked, sent, kept), kept)).toEqual({ one: { discussed: true } });
});
