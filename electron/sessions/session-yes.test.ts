import { describe, expect, test } from 'vitest';
import { neck, otherShoulder, upperShoulder } from './session.test-world.ts';
import { inPause, inTouch, said, story } from './story.test-world.ts';

describe('yes and no', () => {
  test('a yes is for the next block, wherever that is; a no takes it away', () => {
    const one = story();
    one.arrived();
    one.tell('yes-heard', said('yes', { [neck]: 'yes', [upperShoulder]: 'no' }));
    expect([one.state().asked, one.state().leftOut]).toEqual([[neck], [upperShoulder]]);
    one.tell('place-asked', { area: upperShoulder, answer: 'yes', words: '' });
    one.tell('place-asked', { area: neck, answer: 'no', words: '' });
    expect([one.state().asked, one.state().leftOut]).toEqual([[upperShoulder], [neck]]);
    one.touch();
    one.tell('hands-lifted', { reason: 'planned' });
    expect(one.state().asked).toEqual([]);
  });

  test('"no" in mid-session closes touch until they ask, and the yes is asked for anew', () => {
    const one = inPause();
    one.tell('yes-heard', said('no', { [neck]: 'yes' }));
    expect([one.standing(), one.state().asked]).toEqual(['closed said-no', []]);
    expect([one.ask(), one.standing(), one.state().yes]).toEqual(['taken', 'open', null]);
  });

  test('"enough", and a change of mind', () => {
    const one = inPause();
    one.tell('answered', { choice: 'enough', words: '' });
    expect([one.tell('phase', { to: 'touch-block' }), one.state().phase]).toEqual(['touch-closed', 'ground']);
    expect([one.ask(), one.standing(), one.state().phase]).toEqual(['taken', 'open', 'touch-block']);
  });

  test('"no" under the resume rule opens nothing before the rule is met', () => {
    const one = story();
    one.drifted();
    one.tell('yes-heard', said('no'));
    expect([one.standing(), one.ask()]).toEqual(['closed said-no', 'touch-closed']);
    one.present();
    one.checked(2);
    expect([one.ask(), one.standing()]).toEqual(['taken', 'open']);
  });

  test('a place taken back in a block stops it, and a later yes does not bring it back today', () => {
    const one = inTouch();
    one.tell('places-taken-back', { areas: [otherShoulder], words: 'not there' });
    expect([one.state().mode, one.state().stops[0]?.cause]).toEqual(['stopping', 'taken-back']);
    one.tell('hands-off', {});
    one.tell('place-asked', { area: otherShoulder, answer: 'yes', words: '' });
    one.tell('yes-heard', said('yes', { [otherShoulder]: 'yes' }));
    expect([one.state().asked, one.state().takenBack]).toEqual([[], [otherShoulder]]);
    one.ask();
    one.tell('places-taken-back', { areas: [neck], words: '' });
    expect(one.state().mode).toBe('ready');
  });
});
