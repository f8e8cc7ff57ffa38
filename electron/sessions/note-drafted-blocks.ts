import { noticedWords, quoted } from '../../shared/noted-words.ts';
import type { Block } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import {
  type DraftFacts,
  eventsOf,
  joined,
  type Line,
  lengthOfTime,
  levelOf,
  placeOf,
  positionDuring,
  positionOf,
  scaleOf,
  techniqueOf,
} from './note-drafted-facts.ts';
import { words } from './note-words.ts';

/** What was said from the moment hands came on until they came on again. */
const checkInsOf = ({ told: { state } }: DraftFacts, { n, startedAt }: Block) => {
  const next = state.blocks.find((one) => one.n === n + 1)?.startedAt ?? Number.POSITIVE_INFINITY;
  return state.checkIns.filter(({ at }) => at >= startedAt && at < next);
};

/** The first number that was given with hands off again; null where nobody asked. */
export const distressAfter = (facts: DraftFacts, block: Block): string | null => {
  const after = checkInsOf(facts, block).find(({ at, distress }) => distress !== null && block.endedAt !== null && at >= block.endedAt);
  return after?.distress == null ? null : scaleOf(after.distress);
};

/** What the client said they noticed during it, and in the pause after. */
export const wordsDuring = (facts: DraftFacts, block: Block): readonly string[] =>
  checkInsOf(facts, block)
    .map((one) => noticedWords(facts.content.session, one))
    .filter(shows)
    .map(quoted);

const manner = (facts: DraftFacts, block: Block): string => {
  const position = positionDuring(facts, block);
  return [
    words.done(
      words.withCode(techniqueOf(facts, block.technique), block.technique),
      block.areas.map((code) => words.withCode(placeOf(facts, code), code)).join(' and '),
    ),
    words.contact(block.level, levelOf(facts, block.level)),
    ...(position === null ? [] : [positionOf(facts, position)]),
    words.cover[block.cover],
    words.chosenBy[block.chosenBy],
    ...(block.announced ? [words.announced] : []),
  ].join('; ');
};

const blockLine = (facts: DraftFacts, block: Block): Line => {
  const { startedAt, endedAt, halfway, endedBy, minutes, n } = block;
  const after = distressAfter(facts, block);
  const length = endedAt === null ? words.planned(minutes) : `${lengthOfTime(endedAt - startedAt)}, ${words.planned(minutes)}`;
  const parts = [
    manner(facts, block),
    joined([length]),
    halfway && words.halfway[halfway],
    endedBy && words.ended[endedBy],
    wordsDuring(facts, block).join(', '),
    after === null ? null : joined([words.distressAfter(after)]),
  ];
  return { at: startedAt, text: `${n}. ${joined(parts, '. ')}.` };
};

/** Each block with all that a note asks of it. */
export const blockLines = (facts: DraftFacts): readonly Line[] => facts.told.state.blocks.map((block) => blockLine(facts, block));

const answersBetween = (facts: DraftFacts, from: number, to: number): readonly string[] =>
  eventsOf(facts, 'answered')
    .filter(({ seq }) => seq > from && seq < to)
    .map(({ choice, words: own }) => [words.chose(words.answered[choice]), ...(shows(own) ? [quoted(own)] : [])].join(' '));

const groundingBetween = (facts: DraftFacts, from: number, to: number): readonly string[] =>
  eventsOf(facts, 'grounded')
    .filter(({ seq }) => seq > from && seq < to)
    .map(({ step, what }) => {
      const title = facts.content.session.grounding.find(({ n }) => n === step)?.title ?? String(step);
      return words.grounding(title, words.grounded[what]);
    });

/** What followed on it, in words, until the next event of its kind. */
export const followed = (facts: DraftFacts, from: number, to: number): readonly string[] => [
  ...groundingBetween(facts, from, to),
  ...answersBetween(facts, from, to),
];

/** Hands came off without a stop: why, and what the client chose. */
export const pauseLines = (facts: DraftFacts): readonly Line[] => {
  const { pauses, blocks, stops } = facts.told.state;
  const starts = eventsOf(facts, 'block-started');
  return pauses.map(({ seq, at, reason }) => {
    const next = [...pauses, ...starts, ...stops].map((one) => one.seq).filter((one) => one > seq);
    const by = blocks.find(({ endedAt, endedBy }) => endedAt === at && endedBy === reason)?.endedBy;
    return { at, text: `${joined([by ? words.ended[by] : reason, ...followed(facts, seq, Math.min(...next))])}.` };
  });
};
