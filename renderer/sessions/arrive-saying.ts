import type { SessionBody } from '../../shared/session-events.ts';
import type { SessionState } from '../../shared/session-state.ts';

type Yes = SessionBody<'yes-heard'>;

/** What is being said, until the yes or the no of today is heard. */
export type Saying = {
  /** Only the places that are named; else all that are open but those left out. */
  readonly only: boolean;
  readonly places: Yes['areas'];
  readonly ceiling: Yes['ceiling'];
  readonly words: string;
};

const each = (codes: readonly string[], answer: 'yes' | 'no'): Yes['areas'] => Object.fromEntries(codes.map((code) => [code, answer]));

/** Said anew it begins with what was said before. */
export const sayingFrom = ({ asked, leftOut, takenBack, yes }: SessionState): Saying => ({
  only: yes?.answer === 'partly',
  places: {
    ...each(yes?.answer === 'partly' ? yes.places : [], 'yes'),
    ...each(asked, 'yes'),
    ...each(
      leftOut.filter((code) => !takenBack.includes(code)),
      'no',
    ),
  },
  ceiling: yes?.ceiling ?? null,
  words: yes?.words ?? '',
});

/** Said once more it is unsaid. */
export const said = (saying: Saying, code: string, answer: 'yes' | 'no'): Saying => {
  const { [code]: before, ...others } = saying.places;
  return { ...saying, places: before === answer ? others : { ...others, [code]: answer } };
};

export const isIn = ({ only, places }: Saying, code: string): boolean => (only ? places[code] === 'yes' : places[code] !== 'no');

/** In or out by one touch. A place that was left out before comes in by a yes; one that is only not named is not left out. */
export const turned = (saying: Saying, code: string): Saying =>
  saying.only ? said(saying, code, 'yes') : { ...saying, places: { ...saying.places, [code]: isIn(saying, code) ? 'no' : 'yes' } };

type Standing = Pick<SessionState, 'asked' | 'leftOut'>;

/** Only some, or all that are open: in either manner the places begin anew, and what is asked by name stays as it was said. */
export const inManner = (saying: Saying, only: boolean, open: readonly string[], { leftOut }: Standing): Saying => {
  const others = Object.entries(saying.places).filter(([code]) => !open.includes(code));
  const back = only ? [] : open.filter((code) => leftOut.includes(code));
  return { ...saying, only, places: { ...Object.fromEntries(others), ...each(back, 'yes') } };
};

/**
 * A no to touch says nothing of places. Not answering counts as no, so only some is said place by place (domain.md 0.2), and one that was
 * named before and is not named now is out.
 */
export const yesFrom = ({ only, places, ceiling, words }: Saying, answer: 'yes' | 'no', { asked }: Standing): Yes => {
  if (answer === 'no') return { answer, areas: {}, ceiling: null, words: words.trim() };
  const unnamed = only ? asked.filter((code) => !Object.hasOwn(places, code)) : [];
  return { answer: only ? 'partly' : 'yes', areas: { ...places, ...each(unnamed, 'no') }, ceiling, words: words.trim() };
};
