import { describe, expect, test } from 'vitest';
import type { AreaState } from './consent-form.ts';
import { options } from './form.test-world.ts';
import { answered, choice, item } from './intake.test-world.ts';
import type { IntakeEntries } from './intake.ts';
import { contradictions, prompts } from './intake-notes.ts';

const items = [
  item('s-own-choice', 'choice', { options: options('no', 'partly', 'yes') }),
  item('s-steady', 'choice', { options: options('no', 'unsure', 'yes') }),
  item('s-what-helps', 'multi', { options: options('quiet', 'none'), exclusive: ['none'] }),
  item('s-stop-sign', 'choice', { options: options('hand', 'tap', 'squeeze', 'bell') }),
  item('a-areas', 'map'),
  item('a-contact-level', 'choice', { options: options('C0', 'C1', 'C4') }),
  item('a-positions', 'multi', { options: options('seated', 'prone') }),
];
const map = (areas: Record<string, AreaState>) => answered({ kind: 'map', areas });
const many = (...values: string[]) => answered({ kind: 'multi', values, other: '' });

describe('answers that do not go together', () => {
  const level = ['a-areas', 'a-contact-level'];
  const faceDown = { kind: 'face-down-without-bell', items: ['s-stop-sign', 'a-positions'] };
  const cases: readonly (readonly [string, IntakeEntries, readonly object[]])[] = [
    ['nothing said', {}, []],
    [
      'a place in, and no contact',
      { 'a-areas': map({ A: 'yes' }), 'a-contact-level': choice('C0') },
      [{ kind: 'places-but-no-contact', items: level }],
    ],
    [
      'a place on asking, and no contact',
      { 'a-areas': map({ A: 'ask' }), 'a-contact-level': choice('C0') },
      [{ kind: 'places-but-no-contact', items: level }],
    ],
    [
      'every place out, and contact',
      { 'a-areas': map({ A: 'no' }), 'a-contact-level': choice('C1') },
      [{ kind: 'contact-but-no-places', items: level }],
    ],
    ['every place out, and no contact', { 'a-areas': map({ A: 'no' }), 'a-contact-level': choice('C0') }, []],
    ['a place in, and contact', { 'a-areas': map({ A: 'yes' }), 'a-contact-level': choice('C4') }, []],
    ['no places marked yet', { 'a-contact-level': choice('C0') }, []],
    ['a level the content does not offer any more', { 'a-areas': map({ A: 'yes' }), 'a-contact-level': choice('C9') }, []],
    ['face down with a lifted hand', { 'a-positions': many('seated', 'prone'), 's-stop-sign': choice('hand') }, [faceDown]],
    ['face down with no signal', { 'a-positions': many('prone') }, [faceDown]],
    ['face down with a bell', { 'a-positions': many('prone'), 's-stop-sign': choice('bell') }, []],
    ['face down with an object', { 'a-positions': many('prone'), 's-stop-sign': choice('squeeze') }, []],
    ['seated with two taps', { 'a-positions': many('seated'), 's-stop-sign': choice('tap') }, []],
  ];
  test.each(cases)('%s', (_, entries, found) => {
    expect(contradictions(items, entries)).toEqual(found);
  });
});

describe('answers that lead to a question of the screen', () => {
  const cases: readonly (readonly [string, IntakeEntries, readonly string[]])[] = [
    ['not really here by choice', { 's-own-choice': choice('no') }, ['g13']],
    ['partly', { 's-own-choice': choice('partly') }, ['g13']],
    ['by choice', { 's-own-choice': choice('yes') }, []],
    ['not steady, and nothing known that helps', { 's-steady': choice('no'), 's-what-helps': many('none') }, ['g2', 'g5']],
    ['not sure', { 's-steady': choice('unsure') }, ['g2']],
    ['steady, and something helps', { 's-steady': choice('yes'), 's-what-helps': many('quiet') }, []],
    ['rather not said', { 's-steady': answered({ kind: 'declined' }) }, []],
  ];
  test.each(cases)('%s', (_, entries, questions) => {
    expect(prompts(items, entries).map(({ question }) => question)).toEqual(questions);
  });
});
