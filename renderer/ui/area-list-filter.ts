import type { TFunction } from 'i18next';
import { foldForSearch } from '../../shared/clients.ts';
import type { FormArea } from '../../shared/consent-form.ts';

const regionKeys = ['head', 'neck', 'shoulder', 'arm', 'hand', 'chest', 'back', 'trunk', 'abdomen', 'pelvis', 'leg', 'foot'] as const;

/** What a place is found by, folded: its name, the part of the body, the side it is seen from and the person's own left or right. */
const foundBy = (t: TFunction<'chart'>, area: FormArea): string => {
  const region = regionKeys.find((one) => one === area.region) ?? 'other';
  const side = /-([LR])$/.exec(area.code)?.[1];
  const sides = side === undefined ? [] : [t(side === 'L' ? 'side.left' : 'side.right')];
  return foldForSearch([area.label, t(`region.${region}`), t(`view.${area.view}`), ...sides].join(' '));
};

/** The places that hold every word typed, in any order, in the order of the list. */
export const areasFound = (t: TFunction<'chart'>, areas: readonly FormArea[], query: string): readonly FormArea[] => {
  const typed = foldForSearch(query).split(' ');
  return areas.filter((area) => {
    const text = foundBy(t, area);
    return typed.every((word) => text.includes(word));
  });
};
