import { quoted } from '../../shared/noted-words.ts';
import type { Scale } from '../../shared/session-events.ts';
import type { SessionSummary } from '../../shared/session-summary.ts';
import { shows } from '../../shared/text.ts';
import { aftercareGiven, howTheyLeft, taskLines, toldLines } from './note-drafted-ending.ts';
import { contactMinutes, type DraftFacts, eventsOf, wallOf } from './note-drafted-facts.ts';
import { happenedStory } from './note-drafted-story.ts';
import { story } from './note-words-story.ts';

const number = (scale: Scale | null, said: (value: string) => string, declined: string): string =>
  scale === null ? '' : scale === 'declined' ? declined : said(String(scale));

const visitStory = (facts: DraftFacts, { touchSeconds }: SessionSummary): string => {
  const { kept, state } = facts.told;
  const minutes = contactMinutes(touchSeconds * 1_000);
  const to = kept.ended ? wallOf(facts, kept.ended.offset) : null;
  return [story.visit(wallOf(facts, 0), to), state.blocks.length > 0 ? story.contact(minutes) : story.noTouch].join(' ');
};

const healthStory = (facts: DraftFacts): string => {
  const asked = eventsOf(facts, 'health-asked');
  if (asked.length === 0) return '';
  const changes = asked.filter(({ changed }) => changed);
  if (changes.length === 0) return story.noChange;
  return changes.map(({ words: own }) => (shows(own) ? story.change(quoted(own)) : story.changeWithoutWords)).join(' ');
};

const arrivalStory = (facts: DraftFacts, { distress, pain }: SessionSummary): string =>
  [
    healthStory(facts),
    number(distress.before, story.distress, story.distressDeclined),
    number(pain.before, story.pain, story.painDeclined),
    facts.told.state.rehearsed ? story.rehearsed : '',
  ]
    .filter(shows)
    .join(' ');

const leavingStory = (facts: DraftFacts, { distress }: SessionSummary): string =>
  [
    number(distress.after, story.distressEnd, story.distressEndDeclined),
    ...eventsOf(facts, 'remark').map(({ words: own }) => story.remember(quoted(own))),
    howTheyLeft(facts)
      ?.replace(/([^.!?])\n/g, '$1.\n')
      .replaceAll('\n', ' ') ?? '',
  ]
    .filter(shows)
    .join(' ');

const afterStory = (facts: DraftFacts): string => {
  const given = facts.told.state.aftercare?.items.length ? (aftercareGiven(facts) ?? '') : '';
  return [
    given === '' ? '' : story.aftercare(given.replaceAll('\n', '; ')),
    ...toldLines(facts).map(({ text }) => text),
    ...taskLines(facts),
  ]
    .filter(shows)
    .join('\n');
};

/** The session in one piece: how they came, what happened, how they left. */
export const narrativeFrom = (facts: DraftFacts, summary: SessionSummary): string =>
  [
    visitStory(facts, summary),
    arrivalStory(facts, summary),
    happenedStory(facts).join('\n'),
    leavingStory(facts, summary),
    afterStory(facts),
  ]
    .filter(shows)
    .join('\n\n');
