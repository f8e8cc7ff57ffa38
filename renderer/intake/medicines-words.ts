import type { TFunction } from 'i18next';
import type { Medicine, MedicineClass } from '../../shared/medicines.ts';
import { dayWords } from '../dates.ts';
import { type Care, placeNames } from './use-health.ts';

export const classOf = (
  { content }: Pick<Care, 'content'>,
  { match, classId }: Pick<Medicine, 'match' | 'classId'>,
): MedicineClass | null => (match === 'class' ? (content.classes.find(({ id }) => id === classId) ?? null) : null);

/** It caps one place, and nobody has said which: it counts as clearance until then. */
export const needsItsPlace = (care: Pick<Care, 'content'>, medicine: Medicine): boolean =>
  classOf(care, medicine)?.scope === 'site' && !medicine.areas?.length;

/** A medicine in one line: what kind, where, and until when. */
export const medicineLine = (t: TFunction<'health'>, medicine: Medicine, care: Pick<Care, 'content' | 'areas'>): string =>
  [
    `${medicine.name}: ${classOf(care, medicine)?.label ?? t(`medicine.match.${medicine.match === 'none' ? 'none' : 'not-yet'}`)}.`,
    medicine.areas?.length ? `${placeNames(care.areas, medicine.areas)}.` : '',
    medicine.takenUntil ? t('medicine.takenUntil', { day: dayWords(medicine.takenUntil) }) : '',
  ]
    .filter((part) => part !== '')
    .join(' ');
