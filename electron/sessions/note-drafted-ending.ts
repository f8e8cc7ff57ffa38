import { shows } from '../../shared/text.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { type DraftFacts, joined, type Line, listed } from './note-drafted-facts.ts';
import { words } from './note-words.ts';

/** How it ended, and what stays to be done. */

export const wayHome = ({ told: { state } }: DraftFacts): string | null => {
  if (!state.wayHome) return null;
  const { how, withWhom, advisedAgainstDriving } = state.wayHome;
  const way = [how, withWhom].filter(shows).join(', ');
  return [...(way === '' ? [] : [words.wayHome(way)]), ...(advisedAgainstDriving ? [words.advised] : [])].join(' ') || null;
};

export const howTheyLeft = (facts: DraftFacts): string | null =>
  [facts.told.kept.ended?.end.left ?? '', wayHome(facts) ?? ''].filter(shows).join('\n') || null;

/** By their titles. Null where nobody said which: that none was given is not for us to say. */
export const aftercareGiven = ({ told, content }: DraftFacts): string | null => {
  const { aftercare } = told.state;
  if (!aftercare) return null;
  const titles = aftercare.items.map((id) => content.session.aftercare.find((one) => one.id === id)?.title ?? id);
  return [...titles, ...(shows(aftercare.words) ? [aftercare.words] : [])].join('\n') || words.none;
};

export const toldLines = ({ told: { state } }: DraftFacts): readonly Line[] =>
  state.told.map(({ at, who, means, under, words: own }) => ({
    at,
    text: `${joined([
      words.told(who, words.means[means as keyof typeof words.means] ?? means),
      shows(under) ? words.under(under) : null,
      shows(own) ? words.saidThen(own.trim().replace(/\s*\n\s*/g, ' ')) : null,
    ])}.`,
  }));

export const taskLines = ({ told }: DraftFacts): readonly string[] =>
  (told.kept.ended?.end.tasks ?? []).map(({ what, dueOn, note }) =>
    [words.task(words.tasks[what], dayWords(dueOn)), ...(shows(note) ? [note] : [])].join(': '),
  );

/** Who was told, under which permission, and the tasks that were made. */
export const coordination = (facts: DraftFacts): string | null => {
  const lines = toldLines(facts);
  return [...(lines.length > 0 ? [listed(facts, lines)] : []), ...taskLines(facts)].join('\n') || null;
};
