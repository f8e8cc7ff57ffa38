import { lookWords, noticedWords, quoted } from '../../shared/noted-words.ts';
import type { Block, StopEvent } from '../../shared/session-state.ts';
import { shows } from '../../shared/text.ts';
import { distressAfter, wordsDuring } from './note-drafted-blocks.ts';
import {
  type DraftFacts,
  eventsOf,
  type Line,
  lengthOfTime,
  levelOf,
  placeOf,
  placesOf,
  positionDuring,
  positionOf,
  secondsBetween,
  techniqueOf,
  wallOf,
} from './note-drafted-facts.ts';
import { named } from './note-drafted-said.ts';
import { signalOf } from './note-drafted-stops.ts';
import { words } from './note-words.ts';
import { story } from './note-words-story.ts';

/** What happened between arriving and leaving, a sentence or a few for each, in the order in which it happened. */

const joinedUp = (parts: readonly string[]): string => `${parts.filter(shows).join(', ')}.`;
const saying = (own: string): string => (shows(own) ? story.said(quoted(own)) : '');

const manner = (facts: DraftFacts, block: Block): string => {
  const { startedAt, endedAt, technique, areas, level, cover } = block;
  const position = positionDuring(facts, block);
  return joinedUp([
    story.block(wallOf(facts, startedAt), words.done(techniqueOf(facts, technique), placesOf(facts, areas))),
    story.level(levelOf(facts, level)),
    position === null ? '' : positionOf(facts, position),
    words.cover[cover],
    endedAt === null ? '' : story.lasted(lengthOfTime(endedAt - startedAt)),
  ]);
};

const blockStory = (facts: DraftFacts, block: Block): string => {
  const said = wordsDuring(facts, block);
  const after = distressAfter(facts, block);
  return [
    manner(facts, block),
    story.chosenBy[block.chosenBy],
    block.endedBy ? story.ended[block.endedBy] : '',
    said.length > 0 ? story.during(said.join(', ')) : '',
    after === null || after === words.declined ? '' : story.after(after),
  ]
    .filter(shows)
    .join(' ');
};

const stopStory = (facts: DraftFacts, stop: StopEvent): string => {
  const { at, handsOffAt, areas, cause, words: own } = stop;
  const signal = signalOf(facts, stop);
  const what = joinedUp([
    story.stop[cause](wallOf(facts, at)),
    signal === words.stop[cause] ? '' : signal.toLowerCase(),
    areas.length > 0 ? words.at(placesOf(facts, areas)) : '',
    saying(own),
  ]);
  return handsOffAt === null ? what : `${what} ${story.handsOff(secondsBetween(at, handsOffAt))}`;
};

const yesStories = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'yes-heard').map(({ at, by, answer, areas, ceiling, words: own }) => ({
    at,
    text: joinedUp([
      story.spoken[answer](wallOf(facts, at), facts.names.get(by) ?? ''),
      saying(own),
      named(areas, 'yes').length > 0 ? story.yesTo(placesOf(facts, named(areas, 'yes'))) : '',
      named(areas, 'no').length > 0 ? story.noTo(placesOf(facts, named(areas, 'no'))) : '',
      ceiling === null ? '' : words.atMost(levelOf(facts, ceiling)),
    ]),
  }));

const placeStories = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'place-asked').map(({ at, area, answer, words: own }) => ({
    at,
    text: joinedUp([story.asked[answer](wallOf(facts, at), placeOf(facts, area)), saying(own)]),
  }));

const takenBackStories = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'places-taken-back').map(({ at, areas, words: own }) => ({
    at,
    text: joinedUp([story.takenBack(wallOf(facts, at), placesOf(facts, areas)), saying(own)]),
  }));

/** What was noticed outside a block and the pause after it stands by itself. */
const noticedStories = (facts: DraftFacts): readonly Line[] => {
  const first = facts.told.state.blocks[0]?.startedAt ?? Number.POSITIVE_INFINITY;
  return eventsOf(facts, 'checked-in').flatMap(({ at, ...noticed }): Line[] => {
    const all = noticedWords(facts.content.session, noticed);
    return at < first && shows(all) ? [{ at, text: story.noticed(wallOf(facts, at), quoted(all)) }] : [];
  });
};

const choiceStories = (facts: DraftFacts): readonly Line[] => [
  ...eventsOf(facts, 'answered').map(({ at, choice, words: own }) => ({
    at,
    text: joinedUp([story.chose[choice](wallOf(facts, at)), saying(own)]),
  })),
  ...eventsOf(facts, 'asked-on').map(({ at, words: own }) => ({ at, text: joinedUp([story.askedOn(wallOf(facts, at)), saying(own)]) })),
  ...eventsOf(facts, 'disposed').map(({ at, choice, words: own }) => ({
    at,
    text: [`${story.disposed[choice]}.`, own.trim()].filter(shows).join(' '),
  })),
];

const seenStories = (facts: DraftFacts): readonly Line[] => {
  const { session } = facts.content;
  const looks = eventsOf(facts, 'seen').flatMap(({ at, ...look }): Line[] => {
    const what = lookWords(session, look);
    return shows(what) ? [{ at, text: story.seen(wallOf(facts, at), what.replace(/\.$/, '')) }] : [];
  });
  const grounding = eventsOf(facts, 'grounded').map(({ at, step, what }) => {
    const title = session.grounding.find(({ n }) => n === step)?.title ?? String(step);
    return { at, text: story.grounded[what](wallOf(facts, at), title) };
  });
  return [...looks, ...grounding];
};

/** From the first yes to the last choice. */
export const happenedStory = (facts: DraftFacts): readonly string[] => {
  const { blocks, stops } = facts.told.state;
  return [
    ...yesStories(facts),
    ...placeStories(facts),
    ...noticedStories(facts),
    ...blocks.map((block) => ({ at: block.startedAt, text: blockStory(facts, block) })),
    ...stops.map((stop) => ({ at: stop.at, text: stopStory(facts, stop) })),
    ...seenStories(facts),
    ...choiceStories(facts),
    ...takenBackStories(facts),
  ]
    .toSorted((one, other) => one.at - other.at)
    .map(({ text }) => text);
};
