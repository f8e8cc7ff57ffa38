import { describe, expect, test } from 'vitest';
import { minute, second } from './session.test-world.ts';
import { type Story, story } from './story.test-world.ts';

/** After D2 with hands off: what is told, and what the client's asking then comes to. */
const cases: readonly (readonly [string, (one: Story) => void, string])[] = [
  ['nothing else', () => undefined, 'touch-closed'],
  ['D0, H0 and 4', (one) => [one.present(), one.checked(4)], 'taken'],
  ['D0, H0 and 5', (one) => [one.present(), one.checked(5)], 'touch-closed'],
  ['D0 and 4, without H0', (one) => [one.seen({ dissociation: 'D0' }), one.checked(4)], 'touch-closed'],
  ['H0 and 4, without D0', (one) => [one.seen({ arousal: 'H0' }), one.checked(4)], 'touch-closed'],
  ['D0 and H0 one after the other', (one) => [one.seen({ arousal: 'H0' }), one.seen({ dissociation: 'D0' }), one.checked(4)], 'taken'],
  ['D0 and H0, no number asked', (one) => one.present(), 'touch-closed'],
  ['D0, H0 and 4 said before they were seen', (one) => [one.checked(4), one.present()], 'taken'],
  ['a number that came down and went up again', (one) => [one.present(), one.checked(3), one.checked(5)], 'touch-closed'],
  ['declined', (one) => [one.present(), one.checked('declined')], 'touch-closed'],
  ['declined, other words', (one) => [one.present(), one.checked('declined', 'fine')], 'touch-closed'],
  ['declined, settled', (one) => [one.present(), one.checked('declined', 'No number. Settled, looks round')], 'taken'],
  [
    'declined, does not want one and is settled',
    (one) => [one.present(), one.checked('declined', "doesn't want one, is settled")],
    'taken',
  ],
  ['declined, unsettled', (one) => [one.present(), one.checked('declined', 'still unsettled')], 'touch-closed'],
  ['declined, not settled', (one) => [one.present(), one.checked('declined', 'not yet settled')], 'touch-closed'],
  ['declined, isn’t settled', (one) => [one.present(), one.checked('declined', 'She isn’t settled')], 'touch-closed'],
  ['settled, then not settled', (one) => [one.present(), one.checked('declined', 'settled. Now not settled')], 'touch-closed'],
  ['4, then declined without the word', (one) => [one.present(), one.checked(4), one.checked('declined')], 'touch-closed'],
  ['present after exactly five minutes', (one) => [one.later(5 * minute), one.present(), one.checked(4)], 'taken'],
  ['present a millisecond later', (one) => [one.later(5 * minute + 1), one.present(), one.checked(4)], 'touch-closed'],
  ['present after five minutes and a second', (one) => [one.later(5 * minute + second), one.present(), one.checked(4)], 'touch-closed'],
  [
    'D0 in time and H0 after it',
    (one) => [one.seen({ dissociation: 'D0' }), one.later(5 * minute + 1), one.seen({ arousal: 'H0' }), one.checked(1)],
    'touch-closed',
  ],
  ['present in time, the number after it', (one) => [one.present(), one.later(9 * minute), one.checked(4)], 'taken'],
  ['H1 after it', (one) => [one.present(), one.checked(4), one.seen({ arousal: 'H1' })], 'touch-closed'],
  ['D1 after it', (one) => [one.present(), one.checked(4), one.seen({ dissociation: 'D1' })], 'touch-closed'],
  ['an item after it', (one) => [one.present(), one.checked(4), one.seen({ item: 'tears' })], 'touch-closed'],
  ['an item, and looked at again in time', (one) => [one.present(), one.seen({ item: 'tears' }), one.present(), one.checked(4)], 'taken'],
  [
    'broken, and present again too late',
    (one) => [one.present(), one.later(4 * minute), one.seen({ arousal: 'H1' }), one.later(minute + 1), one.present(), one.checked(2)],
    'touch-closed',
  ],
  [
    'broken long after, and present again',
    (one) => [one.present(), one.later(6 * minute), one.seen({ arousal: 'H1' }), one.present(), one.checked(2)],
    'touch-closed',
  ],
  ['a number of 7 between', (one) => [one.present(), one.checked(7), one.checked(2)], 'touch-closed'],
  ['a number of 7 between, and seen again', (one) => [one.present(), one.checked(7), one.present(), one.checked(2)], 'taken'],
  [
    'D3 after it',
    (one) => [one.present(), one.checked(2), one.seen({ dissociation: 'D3' }), one.present(), one.checked(0)],
    'touch-closed',
  ],
  ['the flag raised again', (one) => [one.present(), one.checked(2), one.tell('flagged', {})], 'touch-closed'],
  ['the flag raised again and graded', (one) => [one.tell('flagged', {}), one.present(), one.checked(2)], 'taken'],
  [
    'the flag raised again, and D0 alone seen since',
    (one) => [one.present(), one.checked(2), one.tell('flagged', {}), one.seen({ dissociation: 'D0' })],
    'touch-closed',
  ],
  ['signs and words alone', (one) => [one.present(), one.checked(2), one.tell('flagged', {}), one.seen({ words: 'pale' })], 'touch-closed'],
  ['another stop, hands off again', (one) => [one.present(), one.checked(2), one.tell('stop', {}), one.tell('hands-off', {})], 'taken'],
];

describe('the resume rule, after D2 in a block', () => {
  test.each(cases)('%s', (_, tell, asking) => {
    const one = story();
    one.drifted();
    tell(one);
    expect(one.ask()).toBe(asking);
    expect(one.state().mode).toBe(asking === 'taken' ? 'ready' : 'halted');
  });

  test('what was seen before hands were off says nothing', () => {
    const one = story();
    one.arrived();
    one.touch();
    one.seen({ dissociation: 'D2' });
    one.present();
    one.checked(2);
    one.tell('hands-off', {});
    expect([one.ask(), one.gate().rule]).toMatchObject(['touch-closed', { presentAt: null, settled: false, met: false }]);
    one.present();
    one.checked(2);
    expect(one.ask()).toBe('taken');
  });

  test('it runs from "Hands are off" and not from the sign', () => {
    const one = story();
    one.arrived();
    one.touch();
    one.seen({ arousal: 'H2' });
    one.later(4 * minute);
    expect([one.standing(), one.gate().rule?.until]).toEqual(['rule', null]);
    one.tell('hands-off', {});
    expect(one.gate().rule).toMatchObject({ handsOffAt: one.now(), until: one.now() + 5 * minute });
    one.later(5 * minute);
    expect(one.standing()).toBe('rule');
    one.later(1);
    expect(one.standing()).toBe('closed rule-over');
  });

  test('nothing passes without the client: neither time nor a phase nor a rest', () => {
    const one = story();
    one.drifted();
    one.present();
    one.checked(1);
    expect([one.standing(), one.gate().rule?.met]).toEqual(['rule', true]);
    expect(one.tell('phase', { to: 'touch-block' })).toBe('not-now');
    one.tell('phase', { to: 'ground' });
    expect([one.tell('phase', { to: 'touch-block' }), one.standing()]).toEqual(['touch-closed', 'rule']);
    expect([one.ask(), one.standing(), one.state().phase]).toEqual(['taken', 'open', 'touch-block']);
  });
});

describe('the resume rule, by what else may come', () => {
  test.each([
    [6, 'open'],
    [7, 'rule'],
    [10, 'rule'],
    ['declined', 'open'],
  ] as const)('%s on arrival: %s', (distress, touch) => {
    const one = story();
    one.checked(distress);
    expect([one.gate().touch, one.state().mode]).toEqual(touch === 'rule' ? ['rule', 'stopping'] : [touch, 'ready']);
  });

  test('two open at once: both must be met, and the one that is over closes', () => {
    const one = story();
    one.drifted();
    one.tell('phase', { to: 'ground' });
    one.later(4 * minute);
    one.seen({ arousal: 'H2' });
    one.tell('hands-off', {});
    expect(one.state().episodes.map(({ n, stop, weight }) => [n, stop, weight])).toEqual([
      [1, 1, 'rule'],
      [2, 2, 'rule'],
    ]);
    one.later(2 * minute);
    one.present();
    one.checked(2);
    expect([one.standing(), one.ask()]).toEqual(['closed rule-over', 'touch-closed']);
  });

  test('two open at once, both met in time', () => {
    const one = story();
    one.drifted();
    one.tell('phase', { to: 'ground' });
    one.later(minute);
    one.seen({ arousal: 'H2' });
    one.tell('hands-off', {});
    one.present();
    one.checked(2);
    expect([one.ask(), one.state().episodes.map(({ resumedAt }) => resumedAt === one.now())]).toEqual(['taken', [true, true]]);
  });

  test('after it was met once, the next one has a clock of its own', () => {
    const one = story();
    one.drifted();
    one.present();
    one.checked(2);
    one.ask();
    one.later(10 * minute);
    one.touch();
    one.checked(8);
    one.tell('hands-off', {});
    expect([one.ask(), one.state().episodes.length]).toEqual(['touch-closed', 2]);
    one.present();
    one.checked(4);
    expect(one.ask()).toBe('taken');
  });

  test('D3, then all of it met: never again today', () => {
    const one = story();
    one.drifted();
    one.seen({ dissociation: 'D3' });
    one.present();
    one.checked(0);
    expect([
      one.standing(),
      one.ask(),
      one.tell('yes-heard', { answer: 'yes', areas: {}, ceiling: null, words: '' }),
      one.standing(),
    ]).toEqual(['closed never', 'touch-closed', 'taken', 'closed never']);
  });
});
