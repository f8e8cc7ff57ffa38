import type { TFunction } from 'i18next';
import { foldForSearch } from '../../shared/clients.ts';
import type { FormArea } from '../../shared/consent-form.ts';
import { type AreaMark, keysOf } from './chart-marks.ts';

/** The side of the body a place is seen from, unless its name says so itself. */
export const viewWords = (t: TFunction<'chart'>, area: FormArea): string | null => {
  const word = t(`view.${area.view}`);
  return foldForSearch(area.label).includes(foldForSearch(word)) ? null : word;
};

/** What a place is marked with: "In", or "Out, limited". */
export const markWords = (t: TFunction<'chart'>, area: FormArea, mark: AreaMark): string => {
  const words = keysOf(area, mark).map((key) => t(`mark.${key}`));
  const said = mark.order === undefined ? words : [...words, t('order', { order: mark.order })];
  return said.join(', ');
};

/** All that a screen reader says of a place: "Jaw, left. Front. In." */
export const nameOf = (t: TFunction<'chart'>, area: FormArea, mark: AreaMark): string =>
  [area.label, viewWords(t, area), markWords(t, area, mark)]
    .filter((part) => part !== null)
    .join('. ')
    .concat('.');
