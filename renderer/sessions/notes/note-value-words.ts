import type { TFunction } from 'i18next';
import { emptyValue, type NoteValue } from '../../../shared/note-values.ts';
import { shows } from '../../../shared/text.ts';
import { countsOf } from '../../ui/areas.ts';
import type { AskedField, AskedPart } from './note-asked.ts';

type T = TFunction<'notes'>;

const scaleWords = (t: T, number: NoteValue['number']): string =>
  number === null ? t('value.open') : number === 'declined' ? t('value.declined') : t('value.of10', { number });

/** How many places are in, to be asked about, and out. */
export const areasWords = (t: T, areas: NonNullable<NoteValue['areas']>): string => {
  const { yes, ask } = countsOf(areas);
  if (yes + ask === 0) return t('value.noAreas');
  return t('value.areas', { yes, ask });
};

const partWords = (t: T, part: AskedPart, { options }: AskedField, value: NoteValue): string => {
  const labelOf = (chosen: string | null): string => options.find((option) => option.value === chosen)?.label ?? chosen ?? '';
  switch (part) {
    case 'time':
      return value.time ?? '';
    case 'minutes':
      return typeof value.number === 'number' ? t('value.minutes', { count: value.number }) : '';
    case 'number':
      return value.number === null ? '' : String(value.number);
    case 'choice':
      return labelOf(value.choice);
    case 'grades':
      return [value.choice, value.also]
        .filter((one) => one !== null)
        .map(labelOf)
        .join(', ');
    case 'scale':
      return value.number === null ? '' : scaleWords(t, value.number);
    case 'scales':
      return value.number === null && value.after === null
        ? ''
        : t('value.beforeAfter', { before: scaleWords(t, value.number), after: scaleWords(t, value.after) });
    case 'areas':
      return value.areas === null ? '' : areasWords(t, value.areas);
    case 'words':
    case 'quotes':
    case 'list':
      return shows(value.text) ? value.text : '';
  }
};

/** What was chosen or noted in a field, in one line; the words beside it. */
export const factWords = (t: T, field: AskedField, value: NoteValue = emptyValue): string =>
  field.parts
    .filter((part) => part !== 'words' && part !== 'quotes' && part !== 'list')
    .map((part) => partWords(t, part, field, value))
    .filter((words) => words !== '')
    .join(', ');

/** All of a field in words. */
export const valueWords = (t: T, field: AskedField, value: NoteValue = emptyValue): string =>
  field.parts
    .map((part) => partWords(t, part, field, value))
    .filter((words) => words !== '')
    .join('. ');
