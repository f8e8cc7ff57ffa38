import { describe, expect, test } from 'vitest';
import type { AllowedArea } from '../../shared/allowed.ts';
import { type BlockFacts, blockVerdict } from '../../shared/block-rules.ts';
import { type SessionRuleId, sessionRuleIds } from '../../shared/session-content.ts';
import type { BlockPlan } from '../../shared/session-events.ts';
import { clinicalContent } from '../practice/practice.test-world.ts';
import { minute, neck, otherShoulder, plan, upperShoulder } from './session.test-world.ts';
import { type Story, said, story } from './story.test-world.ts';

const sensitive = 'F-STERNUM';
const place = (code: string, holds: AllowedArea['holds'], ceiling: AllowedArea['ceiling'] = 3): AllowedArea => ({
  code,
  holds,
  ceiling,
  reasons: [],
});

/** A client with two settled sessions behind them, who had all of this before. */
const facts: BlockFacts = {
  content: clinicalContent().session,
  allowed: {
    today: '2026-11-24',
    general: [],
    areas: [
      place(otherShoulder, 'yes'),
      place(upperShoulder, 'yes', 2),
      place(neck, 'ask'),
      place(sensitive, 'ask'),
      place('B-KNEE-L', 'no', 0),
    ],
  },
  sensitive: new Set([sensitive, 'F-HIP-L']),
  talkOnly: false,
  signal: { word: 'amber', gesture: 'a lifted hand' },
  before: {
    sessions: 2,
    settled: 2,
    areas: new Set([otherShoulder, upperShoulder, neck, sensitive]),
    techniques: new Set(clinicalContent().session.techniques.map(({ id }) => id)),
    stirred: false,
  },
  clinician: false,
  plan: false,
  avoided: new Set(),
};
const first = { ...facts.before, sessions: 0, settled: 0 };
const good: BlockPlan = { ...plan, minutes: 3 };

type Case = {
  readonly plan?: Partial<BlockPlan>;
  readonly facts?: Partial<BlockFacts>;
  readonly before?: Partial<BlockFacts['before']>;
  readonly told?: (one: Story) => unknown;
};
/** `refused area-ask`, `warned announce`, `may start`. */
const verdict = ({ plan: more = {}, facts: other = {}, before = {}, told: happened }: Case): string => {
  const one = story();
  one.arrived();
  happened?.(one);
  const all = { ...facts, ...other, before: { ...facts.before, ...before } };
  const { refused, warned } = blockVerdict(all, one.state(), { ...good, ...more }, one.now());
  const words = [
    ...(refused.length > 0 ? [`refused ${refused.map(({ code }) => code).join(' ')}`] : []),
    ...(warned.length > 0 ? [`warned ${warned.map(({ code }) => code).join(' ')}`] : []),
  ];
  return words.length > 0 ? words.join(', ') : 'may start';
};
const block = (one: Story, more: Partial<BlockPlan> = {}, choice: 'continue' | 'elsewhere' = 'continue'): void => {
  one.touch({ ...good, ...more });
  one.tell('hands-lifted', { reason: 'planned' });
  one.tell('answered', { choice, words: '' });
};
const underRule = (one: Story): void => {
  one.touch({ ...good, minutes: 4, level: 2 });
  one.seen({ arousal: 'H2' });
  one.tell('hands-off', {});
  one.present();
  one.checked(3);
  one.ask();
};
const stopped = (one: Story): void => {
  one.touch(good);
  one.tell('stop', {});
  one.tell('hands-off', {});
  one.ask();
};

describe('a block that nothing is against', () => {
  test.each<[string, Case]>([
    ['as it is', {}],
    ['at the ceiling', { plan: { level: 3, technique: 'palm-compress' } }],
    ['at the ceiling of its place', { plan: { areas: [upperShoulder], level: 2 } }],
    [
      'an "ask" place after its yes',
      { plan: { areas: [neck] }, told: (one) => one.tell('place-asked', { area: neck, answer: 'yes', words: '' }) },
    ],
    [
      'a written place after its yes',
      { plan: { areas: [sensitive] }, told: (one) => one.tell('yes-heard', said('yes', { [sensitive]: 'yes' })) },
    ],
    ['five minutes', { plan: { minutes: 5 } }],
    ['"partly", on a place that was named', { told: (one) => one.tell('yes-heard', said('partly', { [otherShoulder]: 'yes' })) }],
    ['grade B after a settled session, asked for', { plan: { technique: 'kneading' } }],
    ['grade C, stable', { plan: { technique: 'trigger-hold' } }],
    ['the first block of a client, two minutes', { plan: { minutes: 2 }, before: first }],
    ['after the rule shorter and lighter', { plan: { minutes: 3, level: 1 }, told: underRule }],
    ['after a stop, lighter', { plan: { level: 1 }, told: stopped }],
    ['after a stop, elsewhere', { plan: { areas: [upperShoulder] }, told: stopped }],
    ['one new place, after what was easy', { plan: { areas: [upperShoulder] }, before: { areas: new Set([otherShoulder]) }, told: block }],
  ])('%s', (_, one) => {
    expect(verdict(one)).toBe('may start');
  });
});

describe('refused', () => {
  test.each<[string, Case]>([
    ['area', { plan: { areas: ['B-KNEE-L'] } }],
    ['area', { plan: { areas: ['B-NOWHERE'] } }],
    ['area', { plan: { areas: [otherShoulder, 'B-KNEE-L'] } }],
    ['area-ask', { plan: { areas: [neck] } }],
    ['area-ask', { told: (one) => one.tell('yes-heard', said('partly', { [upperShoulder]: 'yes' })) }],
    ['area-ask', { told: (one) => one.tell('yes-heard', said('partly')) }],
    ['area-sensitive', { plan: { areas: [sensitive] } }],
    ['area-sensitive', { plan: { areas: ['F-HIP-L'] } }],
    ['contact-level', { plan: { level: 4, technique: 'calf-firm' } }],
    ['contact-level', { plan: { areas: [upperShoulder], level: 3, technique: 'palm-compress' } }],
    ['technique-unknown', { plan: { technique: 'none' } }],
    ['technique-no-touch', { plan: { technique: 'orient-room' } }],
    ['talk-only', { facts: { talkOnly: true } }],
    ['stop-rehearsed', { facts: { signal: { word: 'amber', gesture: 'a fist' } } }],
    ['stop-rehearsed', { facts: { signal: { word: 'lantern', gesture: 'a lifted hand' } } }],
    ['grade', { told: (one) => [one.seen({ dissociation: 'D1' }), one.seen({ dissociation: 'D0' })] }],
    ['spoken-yes grade', { told: (one) => one.tell('yes-heard', said('no')) }],
    ['not-now', { told: (one) => one.touch(good) }],
    ['not-now', { told: (one) => [one.touch(good), one.tell('hands-lifted', { reason: 'planned' })] }],
  ])('%s %#', (code, one) => {
    expect(verdict(one).split(', warned')[0]).toBe(`refused ${code}`);
  });

  test.each(facts.content.techniques.filter(({ suitability }) => suitability === 'D').map(({ id }) => id))(
    '%s, which is graded D',
    (technique) => {
      expect(verdict({ plan: { technique } }).split(', ')[0]).toBe('refused technique-d');
    },
  );

  test('a session in which nothing was asked yet', () => {
    const { refused } = blockVerdict(facts, story().state(), good, 0);
    expect(refused.map(({ code }) => code)).toEqual(['card-first', 'health-first', 'spoken-yes', 'stop-rehearsed']);
  });
});

describe('warned', () => {
  test.each<[string, Case]>([
    ['first-block-minutes', { plan: { minutes: 3 }, before: first }],
    ['first-block-minutes first-session-touch', { plan: { minutes: 16 }, before: first }],
    ['later-block-minutes', { plan: { minutes: 2 } }],
    ['later-block-minutes', { plan: { minutes: 6 } }],
    [
      'first-session-touch',
      {
        before: first,
        told: (one) => [
          one.touch(good),
          one.later(11.6 * minute),
          one.tell('hands-lifted', { reason: 'planned' }),
          one.tell('answered', { choice: 'continue', words: '' }),
        ],
      },
    ],
    ['grade-b-new', { plan: { technique: 'kneading' }, before: { settled: 0 } }],
    ['grade-b-not-asked', { plan: { technique: 'kneading', chosenBy: 'practitioner' } }],
    ['grade-c', { plan: { technique: 'trigger-hold' }, before: { settled: 0 } }],
    ['grade-c', { plan: { technique: 'trigger-hold' }, before: { stirred: true } }],
    ['grade-c', { plan: { technique: 'trigger-hold' }, facts: { clinician: true } }],
    ['grade-c', { plan: { technique: 'trigger-hold' }, facts: { plan: true } }],
    [
      'grade-c',
      {
        plan: { technique: 'trigger-hold' },
        told: (one) => [one.seen({ dissociation: 'D1' }), one.seen({ dissociation: 'D0' }), one.ask()],
      },
    ],
    ['position-c', { plan: { position: 'prone' }, before: { stirred: true } }],
    ['position-c', { plan: { position: null }, before: { stirred: true }, told: (one) => one.tell('position', { position: 'prone' }) }],
    ['position-avoided', { plan: { position: 'supine' }, facts: { avoided: new Set(['supine']) } }],
    ['plan-position', { plan: { position: 'supine' }, facts: { plan: true } }],
    ['plan-position', { plan: { position: null }, facts: { plan: true } }],
    ['firmer-than-meant', { plan: { level: 3 } }],
    ['new-first', { plan: { areas: [upperShoulder] }, before: { areas: new Set([otherShoulder]) } }],
    ['one-new-thing', { before: { areas: new Set([neck]) }, plan: { areas: [upperShoulder] }, told: block }],
    ['one-new-thing new-first', { before: { areas: new Set(), techniques: new Set() } }],
    ['after-rule', { plan: { minutes: 4, level: 1 }, told: underRule }],
    ['after-rule', { plan: { minutes: 3, level: 2 }, told: underRule }],
    ['after-stop', { told: stopped }],
    ['not-present', { told: (one) => [one.seen({ dissociation: 'D1' }), one.ask()] }],
    ['announce', { plan: { announced: false } }],
  ])('%s %#', (code, one) => {
    expect(verdict(one)).toBe(`warned ${code}`);
  });

  test('no number was asked for on arrival', () => {
    const one = story();
    one.tell('card-read', { sha256: '0'.repeat(64) });
    expect(blockVerdict(facts, one.state(), good, 0).warned.map(({ code }) => code)).toEqual(['no-check-in']);
  });

  test('what the content calls a refusal is one', () => {
    const strict = { ...facts.content, rules: facts.content.rules.map((rule) => ({ ...rule, severity: 'refuse' as const })) };
    expect(verdict({ plan: { announced: false }, facts: { content: strict } })).toBe('refused announce');
  });
});

/** Said to people and kept by them: nothing in a plan tells whether they are. */
const sentences: readonly SessionRuleId[] = ['hands-off-at-pauses', 'early-end', 'no-promise'];

test('every rule of the content is kept here, or is a sentence', () => {
  const found = new Set<string>(sentences);
  const everything = { ...facts, before: { ...first, sessions: 1, areas: new Set<string>(), techniques: new Set<string>() } };
  const look = (all: BlockFacts, more: Partial<BlockPlan>, happened: (one: Story) => unknown = () => undefined): void => {
    const one = story();
    happened(one);
    const { refused, warned } = blockVerdict(all, one.state(), { ...good, ...more }, one.now());
    for (const { rule } of [...refused, ...warned]) if (rule !== null) found.add(rule);
  };
  look(everything, { areas: ['B-KNEE-L', neck, sensitive, upperShoulder], level: 4, minutes: 9, technique: 'kneading', announced: false });
  look({ ...facts, before: first }, { minutes: 20, technique: 'deep-tissue' }, (one) => one.seen({ dissociation: 'D3' }));
  expect([...found].sort()).toEqual([...sessionRuleIds].sort());
  expect(facts.content.rules.map(({ id }) => id).sort()).toEqual([...sessionRuleIds].sort());
});
