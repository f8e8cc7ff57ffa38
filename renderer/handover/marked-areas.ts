import type { ConsentForm, FormArea } from '../../shared/consent-form.ts';
import type { Answers } from '../../shared/form-answers.ts';
import type { Instant } from '../../shared/time.ts';
import { type MapAnswer, mapAnswer } from '../ui/map-answer.ts';

/** Marks the client made before, offered as a beginning. `at` is null for another form of this sitting. */
export type Earlier = Pick<MapAnswer, 'areas' | 'ceilings'> & { readonly at: Instant | null };

/** Earlier marks as this form can take them: a place that is not offered here is left behind, and so stays out. */
export const begunWith = (earlier: Pick<Earlier, 'areas' | 'ceilings'>, areas: readonly FormArea[]): MapAnswer => {
  const offered = new Set(areas.filter((area) => area.offered).map(({ code }) => code));
  return mapAnswer(Object.fromEntries(Object.entries(earlier.areas).filter(([code]) => offered.has(code))), earlier.ceilings ?? {});
};

/** Whether there is a place in it that is not out. */
export const opensAny = ({ areas }: Pick<MapAnswer, 'areas'>): boolean => Object.values(areas).some((state) => state !== 'no');

const smallBeginning = ['F-PALM-L', 'F-PALM-R', 'B-HAND-L', 'B-HAND-R', 'F-FOOT-L', 'F-FOOT-R', 'B-SOLE-L', 'B-SOLE-R'];

/** Hands and feet (body-areas.json, preset `hands-feet`), to be asked about each time: a beginning that is never made for anyone. */
export const handsAndFeet = (areas: readonly FormArea[]): MapAnswer | null => {
  const begun = begunWith({ areas: Object.fromEntries(smallBeginning.map((code) => [code, 'ask'])) }, areas);
  return opensAny(begun) ? begun : null;
};

type Marking = { readonly id: string; readonly form: Pick<ConsentForm, 'area'>; readonly answers: Answers };

/** What the client marked in another form of this sitting; the form of one place is no beginning for the others. */
export const markedBeside = (own: Marking, sheets: readonly Marking[]): Earlier | null => {
  const maps = sheets
    .filter(({ id, form }) => id !== own.id && form.area === null)
    .flatMap(({ answers }) => Object.values(answers))
    .filter((answer) => answer.kind === 'map');
  const found = maps.find(opensAny);
  return found ? { ...found, at: null } : null;
};
