import { describe, expect, test } from 'vitest';
import { summaryOf } from '../../shared/session-summary.ts';
import { visitFrom } from '../../shared/visit-facts.ts';
import { minute, neck, otherShoulder, second, upperShoulder } from './session.test-world.ts';
import { inPause, inTouch, type Story, said, story } from './story.test-world.ts';

const visit = (one: Story, isOpen: boolean) => visitFrom(one.content, [{ state: one.state(), now: one.now(), isOpen }]);

describe('what a session of today adds to what is allowed', () => {
  const drifted = (): Story => {
    const one = story();
    one.drifted();
    return one;
  };
  const resumed = (): Story => {
    const one = drifted();
    one.present();
    one.checked(2);
    one.ask();
    return one;
  };
  const seen = (item: string): Story => {
    const one = inTouch();
    one.seen({ item });
    return one;
  };
  const late = (): Story => {
    const one = drifted();
    one.later(5 * minute + 1);
    return one;
  };
  const told = (tell: (one: Story) => unknown): Story => {
    const one = inTouch();
    one.tell('flagged', {});
    one.tell('hands-off', {});
    tell(one);
    return one;
  };
  /** Whether touch is over for the day: while it is open, and once it is closed. */
  test.each<[string, Story, boolean, boolean]>([
    ['nothing', inPause(), false, false],
    ['a plain stop', told((one) => one.present()), false, false],
    ['D2, waited for', drifted(), false, true],
    ['D2, too late', late(), true, true],
    ['D2, and on again', resumed(), false, false],
    ['D3', seen('dissoc-severe'), true, true],
    ['intoxicated', seen('intoxicated'), true, true],
    ['a flag nobody graded', told(() => undefined), false, true],
    ['D1, and "end"', told((one) => [one.seen({ dissociation: 'D1' }), one.tell('disposed', { choice: 'end', words: '' })]), true, true],
  ])('%s', (_, one, whileOpen, onceClosed) => {
    expect([visit(one, true).over, visit(one, false).over]).toEqual([whileOpen, onceClosed]);
  });

  test('what was left out is for that session, what was taken back or stopped for the day; the lowest ceiling holds', () => {
    const one = inTouch();
    one.tell('stop', {});
    one.tell('hands-off', {});
    one.tell('yes-heard', said('yes', { [neck]: 'no' }, 2));
    one.tell('places-taken-back', { areas: [upperShoulder], words: '' });
    expect(visit(one, true)).toEqual({ over: false, leftOut: [neck, upperShoulder], stopped: [otherShoulder], ceiling: 2 });
    expect(visit(one, false)).toEqual({ over: false, leftOut: [upperShoulder], stopped: [otherShoulder], ceiling: null });
    expect(visitFrom(one.content, [])).toEqual({ over: false, leftOut: [], stopped: [], ceiling: null });
  });
});

describe('what a session came to', () => {
  const summary = (one: Story) => summaryOf(one.content, one.state(), one.now());

  test('a block, a stop, a number before and after', () => {
    const one = story();
    one.checked(6);
    one.arrived();
    one.touch();
    one.later(15 * second);
    one.tell('stop', {});
    one.later(2500);
    one.tell('hands-off', {});
    one.tell('signal-named', { signal: 'word', words: '' });
    one.tell('grounded', { step: 3, what: 'helped' });
    one.tell('grounded', { step: 3, what: 'helped' });
    one.tell('grounded', { step: 4, what: 'shown' });
    one.checked(4);
    one.checked(2);
    expect(summary(one)).toMatchObject({
      touchSeconds: 45,
      blocks: 1,
      areas: [otherShoulder],
      distress: { before: 6, after: 2 },
      pain: { before: null, after: null },
      stops: [{ secondsToHandsOff: 2.5, signal: 'word', cause: 'signal' }],
      dissociation: null,
      underRule: false,
      incident: false,
      stirred: false,
      helped: ['Eyes open'],
    });
  });

  test.each<[string, (one: Story) => unknown, unknown]>([
    ['one number alone', (one) => one.checked(3), { before: 3, after: null }],
    ['declined before, a number after', (one) => [one.checked('declined'), one.checked(2)], { before: 'declined', after: 2 }],
    ['not asked', (one) => one.checked(null), { before: null, after: null }],
  ])('without touch, %s', (_, tell, distress) => {
    const one = story();
    tell(one);
    expect(summary(one).distress).toEqual(distress);
  });

  test('a number in a block is neither before nor after it', () => {
    const one = inTouch();
    one.checked(4);
    one.later(minute);
    one.tell('hands-lifted', { reason: 'planned' });
    expect(summary(one).distress).toEqual({ before: 3, after: null });
  });

  test('the highest of each, and that the rule closed it', () => {
    const one = story();
    one.drifted();
    one.seen({ dissociation: 'D1', item: 'tremor-pain' });
    expect(summary(one)).toMatchObject({ dissociation: 'D2', arousal: 'H2', action: 'P3', underRule: true, incident: true, stirred: true });
  });
});
