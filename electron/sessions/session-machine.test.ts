import { describe, expect, test } from 'vitest';
import { sessionEventKinds } from '../../shared/session-events.ts';
import { takenIn } from '../../shared/session-machine.ts';
import { sessionModes } from '../../shared/session-state.ts';
import { minute, neck, otherShoulder, second } from './session.test-world.ts';
import { inPause, inTouch, type Story, said, story } from './story.test-world.ts';

describe('STOP', () => {
  test('is taken in every mode but when it is over', () => {
    const open = sessionModes.filter((mode) => mode !== 'ended');
    for (const kind of ['stop', 'flagged', 'seen', 'places-taken-back'] as const) expect(takenIn[kind]).toEqual(open);
    expect(sessionEventKinds.filter((kind) => takenIn[kind].includes('ended'))).toEqual([]);
  });

  test.each<[string, () => Story, readonly string[]]>([
    ['in a block', inTouch, [otherShoulder]],
    ['in the pause after it', inPause, [otherShoulder]],
    ['before any touch', story, []],
  ])('%s: hands, then the seconds, then the client’s word', (_, before, places) => {
    const one = before();
    expect([one.tell('stop', {}), one.state().mode, one.state().stopped]).toEqual(['taken', 'stopping', places]);
    one.later(3 * second);
    expect(one.tell('stop', {})).toBe('taken');
    expect(one.tell('asked-on', { words: 'go on' })).toBe('not-now');
    one.tell('hands-off', {});
    const [stop, another] = one.state().stops;
    expect([stop?.areas, (stop?.handsOffAt ?? 0) - (stop?.at ?? 0), another]).toEqual([places, 3 * second, undefined]);
    expect([one.state().mode, one.standing(), one.tell('hands-off', {})]).toEqual(['halted', 'ask', 'not-now']);
    one.arrived();
    expect([one.ask(), one.standing(), one.state().episodes]).toEqual(['taken', 'open', []]);
  });

  test('a spoken yes does not outlast it, and the seconds of an earlier stop stand', () => {
    const one = inTouch();
    one.tell('stop', {});
    one.later(second);
    one.tell('hands-off', {});
    one.tell('place-asked', { area: neck, answer: 'yes', words: '' });
    one.later(minute);
    one.tell('stop', {});
    one.later(2 * second);
    one.tell('hands-off', {});
    expect(one.state().asked).toEqual([]);
    expect(one.state().stops.map(({ at, handsOffAt }) => (handsOffAt ?? 0) - at)).toEqual([second, 2 * second]);
  });

  test('no answer at the halfway word is one; "changing" is a pause; "staying" goes on', () => {
    const modes = (['none', 'changing', 'staying'] as const).map((answer) => {
      const one = inTouch();
      one.tell('halfway', { answer });
      return [one.state().mode, one.state().stops[0]?.cause ?? null, one.state().blocks[0]?.endedBy ?? null];
    });
    expect(modes).toEqual([
      ['stopping', 'no-answer', 'stop'],
      ['pause', null, 'client'],
      ['touch', null, null],
    ]);
  });
});

describe('a pause', () => {
  test('ends by the client’s word alone', () => {
    const one = inPause();
    expect([one.tell('phase', { to: 'touch-block' }), one.tell('settled', { technique: null, words: '' })]).toEqual(['not-now', 'not-now']);
    one.tell('answered', { choice: 'rest', words: '' });
    expect(one.state().mode).toBe('pause');
    one.tell('phase', { to: 'ground' });
    expect([one.standing(), one.tell('phase', { to: 'touch-block' })]).toEqual(['ask', 'touch-closed']);
    expect([one.ask(), one.standing()]).toEqual(['taken', 'open']);
  });

  test.each([
    ['continue', [otherShoulder], 'open'],
    ['less', [otherShoulder], 'open'],
    ['elsewhere', [], 'open'],
    ['enough', [], 'closed enough'],
  ] as const)('%s: a yes again for %j, and touch is %s', (choice, asked, standing) => {
    const one = inPause();
    one.tell('answered', { choice, words: '' });
    expect([one.state().asked, one.standing(), one.state().mode]).toEqual([asked, standing, 'ready']);
  });

  test.each<[string, (one: Story) => unknown]>([
    ['D1', (one) => one.seen({ dissociation: 'D1' })],
    ['H1', (one) => one.seen({ arousal: 'H1' })],
    ['distress up by 2', (one) => one.checked(5)],
    [
      'two words to watch',
      (one) =>
        one.checked(
          3,
          '',
          one.content.sensations
            .filter(({ watch }) => watch)
            .slice(0, 2)
            .map(({ id }) => id),
        ),
    ],
    ['a word to watch with a blank look', (one) => one.tell('hands-lifted', { reason: 'watch-word' })],
  ])('after %s in a block: "continue" goes on, and the place is asked for anew', (_, sign) => {
    const one = inTouch();
    sign(one);
    expect([one.state().mode, one.state().stops]).toEqual(['pause', []]);
    expect([one.tell('answered', { choice: 'continue', words: '' }), one.state().asked, one.standing()]).toEqual(['taken', [], 'open']);
  });

  test('a sign before or between blocks waits for the client as well', () => {
    const one = story();
    one.arrived();
    one.seen({ dissociation: 'D1' });
    expect([one.state().mode, one.standing()]).toEqual(['ready', 'ask']);
    expect([one.ask(), one.standing()]).toEqual(['taken', 'open']);
    one.checked(5);
    expect(one.standing()).toBe('ask');
  });
});

describe('a number for distress', () => {
  test.each<[string, readonly (number | 'declined' | null)[], string]>([
    ['up by one', [3, 4], 'touch'],
    ['up by two', [3, 5], 'pause'],
    ['up by one and one', [3, 4, 5], 'pause'],
    ['down, then up by two from there', [4, 2, 3, 4], 'pause'],
    ['up by two over one that was not given', [3, 'declined', 5], 'pause'],
    ['not given', [3, 'declined'], 'touch'],
    ['not asked', [3, null, 4], 'touch'],
    ['seven', [6, 7], 'stopping'],
    ['down to six', [8, 6], 'stopping'],
  ])('%s in a block', (_, numbers, mode) => {
    const one = story();
    one.tell('card-read', { sha256: '0'.repeat(64) });
    one.touch();
    for (const number of numbers) one.checked(number);
    expect(one.state().mode).toBe(mode);
  });
});

test('before the card was read nothing that leads to touch is taken, and the session can be ended all the same', () => {
  const one = story();
  expect([
    one.tell('yes-heard', said('yes')),
    one.tell('block-started', { despite: [] } as never),
    one.checked(2),
    one.tell('stop', {}),
    one.tell('hands-off', {}),
    one.tell('phase', { to: 'close' }),
    one.tell('aftercare', { items: [], words: '' }),
    one.tell('way-home', { how: 'Taxi', withWhom: '', advisedAgainstDriving: true }),
  ]).toEqual(['card-first', 'card-first', ...Array(6).fill('taken')]);
});
