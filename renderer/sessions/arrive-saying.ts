import type { SessionBody } from '../../shared/session-events.ts';
import type { SessionState } from '../../shared/session-state.ts';

type Yes = SessionBody<'yes-heard'>;

/** What is being said, until the yes or the no of today is heard. */
export type Saying = { readonly places: Yes['areas']; readonly ceiling: Yes['ceiling']; readonly words: string };

/** Said anew it begins with what was said before. */
export const sayingFrom = ({ asked, leftOut, takenBack, yes }: SessionState): Saying => ({
  places: {
    ...Object.fromEntries(asked.map((code) => [code, 'yes' as const])),
    ...Object.fromEntries(leftOut.filter((code) => !takenBack.includes(code)).map((code) => [code, 'no' as const])),
  },
  ceiling: yes?.ceiling ?? null,
  words: yes?.words ?? '',
});

/** Said once more it is unsaid: for a place that was left out before, that is a yes. */
export const said = (saying: Saying, code: string, answer: 'yes' | 'no'): Saying => {
  const { [code]: before, ...others } = saying.places;
  return { ...saying, places: before === answer ? others : { ...others, [code]: answer } };
};

/** A yes to less than all that is open is one in parts. A no to touch says nothing of places. */
export const yesFrom = ({ places, ceiling, words }: Saying, answer: 'yes' | 'no'): Yes => {
  if (answer === 'no') return { answer, areas: {}, ceiling: null, words: words.trim() };
  const isPart = ceiling !== null || Object.values(places).includes('no');
  return { answer: isPart ? 'partly' : 'yes', areas: places, ceiling, words: words.trim() };
};
