import type { TFunction } from 'i18next';
import { foldForSearch } from '../../shared/clients.ts';
import type { FormArea } from '../../shared/consent-form.ts';
import { type AreaMark, keysOf, type LegendKey } from './chart-marks.ts';

/** The side of the body a place is seen from, unless its name says so itself. */
export const viewWords = (t: TFunction<'chart'>, area: FormArea): string | null => {
  const word = t(`view.${area.view}`);
  return foldForSearch(area.label).includes(foldForSearch(word)) ? null : word;
};

type Said = { readonly area: FormArea; readonly mark: AreaMark; readonly forClient: boolean };

/** A client reads "ask me", a practitioner "ask". */
export const wordOf = (t: TFunction<'chart'>, key: LegendKey, forClient: boolean): string =>
  key === 'ask' && forClient ? t('mark.askMe') : t(`mark.${key}`);

/** What a place is marked with: "In", or "Out, limited". */
export const markWords = (t: TFunction<'chart'>, { area, mark, forClient }: Said): string => {
  const words = keysOf(area, mark).map((key) => wordOf(t, key, forClient));
  const said = mark.order === undefined ? words : [...words, t('order', { order: mark.order })];
  return said.join(', ');
};

/** All that a screen reader says of a place: "Jaw, left. Front. In." */
export const nameOf = (t: TFunction<'chart'>, said: Said): string =>
  [said.area.label, viewWords(t, said.area), markWords(t, said)]
    .filter((part) => part !== null)
    .join('. ')
    .concat('.');
