import { describe, expect, test } from 'vitest';
import { minute } from './session.test-world.ts';
import { inPause, inTouch, type Story, said, story } from './story.test-world.ts';

describe('a red flag', () => {
  test.each<[string, (one: Story) => void]>([
    ['asking', () => undefined],
    ['a "no" before it', (one) => one.tell('yes-heard', said('no'))],
    ['going to the end and asking there', (one) => one.tell('phase', { to: 'ground' })],
    ['"end" and asking', (one) => one.tell('disposed', { choice: 'end', words: '' })],
    ['signs alone', (one) => one.seen({ signs: ['pale'], words: 'looks away' })],
  ])('that nobody graded is not done away with by %s', (_, tell) => {
    const one = inTouch();
    one.tell('flagged', {});
    one.tell('hands-off', {});
    tell(one);
    expect([one.standing(), one.ask()]).toEqual(['grade', 'touch-closed']);
  });

  test('that turns out to be nothing still waits for the client', () => {
    const one = inTouch();
    one.tell('flagged', {});
    one.tell('flagged', {});
    one.tell('hands-off', {});
    one.present();
    expect([one.standing(), one.state().stops.length, one.state().episodes.length]).toEqual(['ask', 1, 1]);
    expect([one.ask(), one.standing()]).toEqual(['taken', 'open']);
  });

  test('left ungraded for the end of the session is answered by the grades of what came then', () => {
    const one = story();
    one.arrived();
    one.tell('flagged', {});
    one.tell('hands-off', {});
    one.later(6 * minute);
    one.tell('phase', { to: 'ground' });
    one.checked(9);
    one.tell('hands-off', {});
    one.checked(3);
    expect([one.standing(), one.ask()]).toEqual(['grade', 'touch-closed']);
    one.present();
    expect([one.standing(), one.state().episodes.map(({ weight }) => weight)]).toEqual(['rule', ['ask', 'rule']]);
    expect([one.ask(), one.standing()]).toEqual(['taken', 'open']);
  });

  test.each([
    ['end', 'closed not-today', null],
    ['refer-now', 'closed never', 'P4'],
    ['emergency', 'closed never', 'P5'],
  ] as const)('%s after D1: %s, whatever is asked', (choice, standing, action) => {
    const one = inTouch();
    one.tell('flagged', {});
    one.tell('hands-off', {});
    one.seen({ dissociation: 'D1', arousal: 'H0' });
    one.tell('disposed', { choice, words: '' });
    expect([one.standing(), one.ask(), one.state().phase]).toEqual([standing, 'touch-closed', 'ground']);
    expect(one.tell('disposed', { choice: 'go-on-gently', words: '' })).toBe('touch-closed');
    if (action) expect(one.state().episodes[0]).toMatchObject({ action, incident: true, weight: 'never' });
  });

  test('"go on gently" is no yes, and is refused where touch may not go on', () => {
    const one = story();
    one.drifted();
    expect(one.tell('disposed', { choice: 'go-on-gently', words: '' })).toBe('touch-closed');
    one.present();
    one.checked(3);
    expect([one.tell('disposed', { choice: 'go-on-gently', words: '' }), one.standing(), one.state().mode]).toEqual([
      'taken',
      'rule',
      'halted',
    ]);
  });

  test('nothing is disposed of where nothing was', () => {
    const one = inPause();
    expect(one.tell('disposed', { choice: 'emergency', words: '' })).toBe('not-now');
  });
});
