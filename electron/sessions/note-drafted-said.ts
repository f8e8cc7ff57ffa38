import type { NoteValue } from '../../shared/note-values.ts';
import { noticedWords, quoted } from '../../shared/noted-words.ts';
import { shows } from '../../shared/text.ts';
import { type DraftFacts, eventsOf, joined, type Line, levelOf, listed, placeOf, placesOf, wallOf } from './note-drafted-facts.ts';
import { words } from './note-words.ts';

/** What the client said in the session, in their own words and as a yes or a no. */

const said = (text: string): string | null => (shows(text) ? quoted(text) : null);

export const named = (areas: Readonly<Record<string, 'yes' | 'no'>>, answer: 'yes' | 'no'): string[] =>
  Object.keys(areas).filter((code) => areas[code] === answer);

const yesLines = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'yes-heard').map(({ at, by, answer, areas, ceiling, words: own }) => ({
    at,
    text: joined([
      words.askedBy(facts.names.get(by) ?? ''),
      [words.spoken[answer], said(own)].filter((part) => part !== null).join(' '),
      named(areas, 'yes').length > 0 ? words.yesTo(placesOf(facts, named(areas, 'yes'))) : null,
      named(areas, 'no').length > 0 ? words.noTo(placesOf(facts, named(areas, 'no'))) : null,
      ceiling === null ? null : words.atMost(levelOf(facts, ceiling)),
    ]),
  }));

const placeLines = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'place-asked').map(({ at, area, answer, words: own }) => ({
    at,
    text: joined([words.placeAsked(placeOf(facts, area), words.spoken[answer]), said(own)]),
  }));

export const takenBackLines = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'places-taken-back').map(({ at, areas, words: own }) => ({
    at,
    text: joined([words.takenBack(placesOf(facts, areas)), said(own)]),
  }));

const inOrder = (lines: readonly Line[]): readonly Line[] => lines.toSorted((one, other) => one.at - other.at);

/** The answer hands went on with: the last before the first touch; without touch, the last of all. Every other one stands in its lines. */
export const spokenConsent = (facts: DraftFacts): Partial<NoteValue> | null => {
  const heard = eventsOf(facts, 'yes-heard');
  const touch = facts.told.state.blocks[0]?.startedAt ?? Number.POSITIVE_INFINITY;
  const held = heard.findLast(({ at }) => at <= touch);
  const lines = inOrder([...yesLines(facts), ...placeLines(facts), ...takenBackLines(facts)]);
  if (!held) return lines.length > 0 ? { text: listed(facts, lines) } : null;
  return { choice: held.answer, time: wallOf(facts, held.at), text: listed(facts, lines) };
};

const bodyWords = (facts: DraftFacts): readonly Line[] =>
  eventsOf(facts, 'checked-in').flatMap(({ at, ...noticed }): Line[] => {
    const all = noticedWords(facts.content.session, noticed);
    return shows(all) ? [{ at, text: quoted(all) }] : [];
  });

const otherWords = (facts: DraftFacts): readonly Line[] =>
  inOrder([
    ...(['settled', 'answered', 'signal-named', 'asked-on'] as const).flatMap((kind) =>
      eventsOf(facts, kind).flatMap(({ at, words: own }): Line[] => (shows(own) ? [{ at, text: quoted(own) }] : [])),
    ),
    ...eventsOf(facts, 'remark').map(({ at, words: own }) => ({ at, text: joined([words.toRemember(quoted(own))]) })),
  ]);

/** Words for the body first, then what else they said; what was said with a yes or a no stands there. */
export const clientWords = (facts: DraftFacts): string | null => {
  const lines = [...bodyWords(facts), ...otherWords(facts)];
  return lines.length > 0 ? listed(facts, lines) : null;
};

/** Null where nobody asked. */
export const healthChange = (facts: DraftFacts): string | null => {
  const asked = eventsOf(facts, 'health-asked');
  if (asked.length === 0) return null;
  const changes = asked.filter(({ changed }) => changed);
  if (changes.length === 0) return words.noneReported;
  return changes.map(({ words: own }) => said(own) ?? words.changeWithoutWords).join('\n');
};
