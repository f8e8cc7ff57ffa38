import type { ContactLevel } from '../../shared/body-areas.ts';
import type { BlockPlan, SessionBody, SessionEvent } from '../../shared/session-events.ts';
import type { Chance } from './chance.ts';
import { forbidden } from './session-blocks.ts';
import type { Place, Sat } from './session-place.ts';
import type { Stand } from './session-reference.ts';
import { items, watchWords } from './session-signs.ts';

/** What may happen in a session, by chance. */

export const areas = ['B-TRAP-L', 'B-TRAP-R', 'B-NECK', 'F-PALM-L', 'F-FOOT-R', 'F-STERNUM', 'F-THROAT', 'B-KNEE-L'] as const;
/** Those that a map may hold. */
export const markable = ['B-TRAP-L', 'B-TRAP-R', 'B-NECK', 'F-PALM-L', 'F-FOOT-R'] as const;

const levels: readonly ContactLevel[] = [1, 1, 2, 2, 3, 3, 4];
const techniques = ['hold-shoulder', 'hold-palm', 'kneading', 'gliding-long', 'neck-occiput', 'deep-tissue', 'feet-floor'] as const;

/** All that may be warned of was read: what is warned of is tested elsewhere. */
const despite = [
  'no-check-in',
  'first-block-minutes',
  'later-block-minutes',
  'first-session-touch',
  'grade-b-new',
  'grade-b-not-asked',
  'grade-c',
  'position-c',
  'position-avoided',
  'plan-position',
  'firmer-than-meant',
  'one-new-thing',
  'new-first',
  'after-rule',
  'after-stop',
  'not-present',
  'announce',
];

const somePlan = (chance: Chance): BlockPlan => ({
  areas: chance.below(5) === 0 ? [...new Set([chance.pick(areas), chance.pick(areas)])] : [chance.pick(chance.below(8) ? markable : areas)],
  technique: chance.below(12) === 0 ? chance.pick(techniques) : 'hold-shoulder',
  level: chance.pick(levels),
  minutes: 1 + chance.below(6),
  position: 'seated',
  cover: 'clothed',
  chosenBy: 'client',
  announced: true,
});

/** One that nothing is against, or one with a single thing against it, each thing as often: where the two differ is what is worth trying. */
export const planNear = (chance: Chance, place: Place, sat: Sat): BlockPlan => {
  const plans = Array.from({ length: 16 }, () => somePlan(chance)).map((plan) => ({ plan, against: forbidden(place, sat, plan) }));
  const free = plans.find(({ against }) => against.length === 0);
  const single = plans.filter(({ against }) => against.length === 1);
  const what = single.length > 0 ? chance.pick([...new Set(single.map(({ against }) => against[0]))]) : null;
  const near = single.find(({ against }) => against[0] === what);
  const [one, other] = chance.below(3) ? [free, near] : [near, free];
  return (one ?? other ?? plans.reduce((best, next) => (next.against.length < best.against.length ? next : best))).plan;
};

export const startOf = (plan: BlockPlan): SessionEvent => ({ kind: 'block-started', body: { ...plan, despite: [...despite] } });

type Looked = SessionBody<'seen'>;
type Graded = Pick<Looked, 'dissociation' | 'arousal'>;

export const lookedAt = (more: Partial<Looked>): SessionEvent => ({
  kind: 'seen',
  body: { dissociation: null, arousal: null, item: null, signs: [], words: '', ...more },
});

const mild: readonly Graded[] = [
  { dissociation: 'D0', arousal: 'H0' },
  { dissociation: 'D0', arousal: null },
  { dissociation: null, arousal: 'H0' },
  { dissociation: 'D1', arousal: null },
  { dissociation: 'D0', arousal: 'H1' },
];
const strong: readonly Graded[] = [
  { dissociation: 'D2', arousal: null },
  { dissociation: null, arousal: 'H2' },
  { dissociation: 'D2', arousal: 'H2' },
];
const grave: readonly Graded[] = [
  { dissociation: 'D3', arousal: null },
  { dissociation: null, arousal: 'H3' },
  { dissociation: 'D4', arousal: 'H0' },
  { dissociation: 'D0', arousal: 'H4' },
];

const someSeen = (chance: Chance): SessionEvent => {
  const roll = chance.below(100);
  if (roll < 40) return lookedAt(chance.pick(mild));
  if (roll < 70) return lookedAt(chance.pick(strong));
  if (roll < 77) return lookedAt(chance.pick(grave));
  if (roll < 80) return lookedAt({ words: 'Quiet' });
  const open = items.filter(({ resume }) => resume !== 'never_today' && resume !== 'not_today');
  const item = chance.pick(roll < 94 ? open : items).id;
  return lookedAt(chance.below(4) ? { item } : { item, ...chance.pick([...mild, ...strong]) });
};

const declined = ['', 'settled now', 'not asked', 'still unsettled', 'Settled, eyes clear'] as const;

export const numbered = (chance: Chance): SessionEvent => {
  const distress = chance.pick([2, 3, 3, 3, 4, 4, 4, 5, 6, 7, 9, 'declined', 'declined', null] as const);
  const sensations = chance.below(8) ? [] : watchWords.slice(0, 1 + chance.below(2));
  return { kind: 'checked-in', body: { distress, pain: null, words: chance.pick(declined), sensations } };
};

export const yesOf = (chance: Chance): SessionEvent => ({
  kind: 'yes-heard',
  body: {
    answer: chance.pick(['yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'no'] as const),
    areas: chance.below(3) ? {} : { [chance.pick(markable)]: chance.pick(['yes', 'yes', 'no'] as const) },
    ceiling: chance.pick([null, null, null, 1, 2, 3] as const),
    words: '',
  },
});

const placeAsked = (chance: Chance): SessionEvent => ({
  kind: 'place-asked',
  body: { area: chance.pick(markable), answer: chance.pick(['yes', 'yes', 'yes', 'yes', 'no'] as const), words: '' },
});

/** By how often it is tried. */
const kinds: readonly (readonly [times: number, make: (chance: Chance, place: Place, sat: Sat) => SessionEvent])[] = [
  [12, (chance, place, sat) => startOf(planNear(chance, place, sat))],
  [6, () => ({ kind: 'stop', body: {} })],
  [5, () => ({ kind: 'hands-off', body: {} })],
  [5, () => ({ kind: 'asked-on', body: { words: 'Please go on' } })],
  [7, someSeen],
  [3, numbered],
  [3, (chance) => ({ kind: 'hands-lifted', body: { reason: chance.pick(['planned', 'client', 'practitioner'] as const) } })],
  [
    4,
    (chance) => ({
      kind: 'answered',
      body: { choice: chance.pick(['continue', 'less', 'elsewhere', 'rest', 'enough'] as const), words: '' },
    }),
  ],
  [2, (chance) => ({ kind: 'halfway', body: { answer: chance.pick(['staying', 'changing', 'none'] as const) } })],
  [2, () => ({ kind: 'flagged', body: {} })],
  [3, placeAsked],
  [2, yesOf],
  [1, (chance) => ({ kind: 'places-taken-back', body: { areas: [chance.pick(markable)], words: 'Not there' } })],
  [4, (chance) => ({ kind: 'phase', body: { to: chance.pick(['settle', 'touch-block', 'ground', 'ground', 'close'] as const) } })],
  [2, (chance) => ({ kind: 'disposed', body: { choice: chance.pick(['go-on-gently', 'end', 'end', 'refer-now'] as const), words: '' } })],
  [1, () => ({ kind: 'remark', body: { words: 'A quiet room' } })],
  [1, () => ({ kind: 'settled', body: { technique: 'orient-room', words: '' } })],
  [1, () => ({ kind: 'grounded', body: { step: 1, what: 'helped' } })],
  [1, () => ({ kind: 'signal-named', body: { signal: 'word', words: '' } })],
  [1, (_, { signal }) => ({ kind: 'signal-rehearsed', body: signal })],
  [1, (chance) => ({ kind: 'health-asked', body: { changed: chance.below(4) === 0, words: '' } })],
];
const bag = kinds.flatMap(([times, make]) => Array.from({ length: times }, () => make));

export const someEvent = (chance: Chance, place: Place, sat: Sat): SessionEvent => chance.pick(bag)(chance, place, sat);

/** D0 and H0 were both seen since hands were off. */
export const isPresent = ({ needs, looks }: Stand): boolean =>
  needs.every(
    ({ off }) => off !== null && looks.some(({ seq, dissociation, arousal }) => seq > off.seq && dissociation === 0 && arousal === 0),
  );

/** What would come next in a session that goes well; null for nothing in particular. */
export const nextEvent = (chance: Chance, place: Place, sat: Sat): SessionEvent | null => {
  const { stand } = sat;
  if (stand.hands === 'on')
    return chance.pick<SessionEvent>([
      { kind: 'hands-lifted', body: { reason: 'planned' } },
      { kind: 'stop', body: {} },
      lookedAt(chance.pick(strong)),
    ]);
  if (stand.hands === 'lifting') return { kind: 'hands-off', body: {} };
  // In the face of whatever is in the way, too.
  if (stand.yes && chance.below(5) === 0) return startOf(planNear(chance, place, sat));
  const goesOn: SessionEvent = { kind: 'asked-on', body: { words: 'Please go on' } };
  if (stand.needs.length > 0 || stand.flag) {
    const calm = lookedAt({ dissociation: 'D0', arousal: 'H0' });
    const low: SessionEvent = { kind: 'checked-in', body: { distress: 3, pain: null, words: '', sensations: [] } };
    if (!isPresent(stand)) return chance.pick([calm, calm, calm, low, goesOn]);
    return chance.pick([low, low, numbered(chance), goesOn, goesOn]);
  }
  if (stand.hands === 'lifted') return goesOn;
  if (!stand.health) return { kind: 'health-asked', body: { changed: false, words: '' } };
  if (!stand.tried || stand.tried.word !== place.signal.word) return { kind: 'signal-rehearsed', body: place.signal };
  if (!stand.yes || stand.yes.answer === 'no') return yesOf(chance);
  if (stand.word)
    return chance.pick<SessionEvent>([
      { kind: 'answered', body: { choice: chance.pick(['continue', 'less', 'elsewhere'] as const), words: '' } },
      goesOn,
    ]);
  if (chance.below(6) === 0) return placeAsked(chance);
  if (chance.below(20) === 0) return goesOn;
  return startOf(planNear(chance, place, sat));
};
