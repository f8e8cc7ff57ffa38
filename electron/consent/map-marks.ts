import { Temporal } from 'temporal-polyfill';
import { type ContactLevel, levelFrom } from '../../shared/body-areas.ts';
import type { ConsentMap, MapAreas } from '../../shared/consent-map.ts';
import type { Answer, Answers } from '../../shared/form-answers.ts';
import { noLimit, out } from '../../shared/sayings.ts';
import { type Instant, instantFrom } from '../../shared/time.ts';

/** Places as they are marked in a form. */
export type Marks = Pick<Extract<Answer, { kind: 'map' }>, 'areas' | 'ceilings'>;

/** Where a client chooses how firm contact may be: in the consent, and in the intake. */
const levelParts = ['contact-level', 'a-contact-level'];

export const isLevelPart = (id: string): boolean => levelParts.includes(id);

export const levelIn = (answer: Answer | null | undefined): ContactLevel | null =>
  answer?.kind === 'choice' ? levelFrom(answer.value) : null;

/** The level chosen in a form; null where it asks for none, or none was chosen. */
export const levelOf = (answers: Answers): ContactLevel | null =>
  levelParts.reduce<ContactLevel | null>((level, id) => level ?? levelIn(answers[id]), null);

/** The places marked in a form; null where there are none to mark, or nobody marked any. */
export const placesOf = (answers: Answers): Marks | null => Object.values(answers).find((answer) => answer.kind === 'map') ?? null;

/** Each mark with the limit of its own, or none. */
export const areasSaid = (marks: Marks): MapAreas =>
  Object.fromEntries(
    Object.entries(marks.areas).map(([code, state]) => [
      code,
      state === 'no' ? out : { state, ceiling: marks.ceilings?.[code] ?? noLimit },
    ]),
  );

/** Each mark with its ceiling: the place's own, or everywhere's. */
export const mapAreas = (marks: Marks, ceiling: ContactLevel): MapAreas =>
  Object.fromEntries(
    Object.entries(marks.areas).map(([code, state]) => [
      code,
      state === 'no' ? out : { state, ceiling: marks.ceilings?.[code] ?? ceiling },
    ]),
  );

/** A map as it would be marked in a form. */
export const marksOf = (map: Pick<ConsentMap, 'areas' | 'ceiling'>): Marks => {
  const open = Object.entries(map.areas).filter(([, area]) => area.state !== 'no' && area.ceiling < map.ceiling);
  const areas = Object.fromEntries(Object.entries(map.areas).map(([code, { state }]) => [code, state]));
  return open.length > 0 ? { areas, ceilings: Object.fromEntries(open.map(([code, { ceiling }]) => [code, ceiling])) } : { areas };
};

/** Now, and after the map before: a clock that was set back does not turn the history round. */
export const momentAfter = (now: Instant, newest: { readonly madeAt: Instant } | null): Instant =>
  newest === null || now > newest.madeAt ? now : instantFrom(Temporal.Instant.from(newest.madeAt).epochMilliseconds + 1);
