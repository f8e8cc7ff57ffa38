import type { NoteField } from '../../shared/note-content.ts';
import type { CustomField, NoteValue } from '../../shared/note-values.ts';
import { shows } from '../../shared/text.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { words } from './note-pdf-words.ts';

/** A field as it goes on paper: in a line beside its name, or as words under it. */
export type PrintedField = {
  readonly label: string;
  /** What was chosen, counted or timed; empty: nothing, or it is drawn. */
  readonly fact: string;
  readonly text: string;
  readonly areas: NoteValue['areas'];
  /** What the areas do not name is out. */
  readonly isWhole: boolean;
  /** Where it was carried over from, in words. */
  readonly copied: string;
};

const scaleWords = (number: NoteValue['number']): string => {
  if (number === null) return '';
  return number === 'declined' ? words.declined : words.of10(number);
};

type Options = readonly { readonly value: string; readonly label: string }[];

const labelOf = (options: Options, chosen: string | null): string =>
  chosen === null ? '' : (options.find(({ value }) => value === chosen)?.label ?? chosen);

const factOf = ({ type, options }: NoteField, value: NoteValue): string => {
  switch (type) {
    case 'time':
      return value.time ?? '';
    case 'integer':
      return typeof value.number === 'number' ? words.minutes(value.number) : scaleWords(value.number);
    case '0-10|declined':
      return scaleWords(value.number);
    case 'choice':
    case 'choice+text':
      return labelOf(options, value.choice);
    case 'choice+time': {
      const choice = labelOf(options, value.choice);
      return value.time === null ? choice : words.at(choice === '' ? words.open : choice, value.time);
    }
    case 'two_choices':
      return [value.choice, value.also]
        .filter((one) => one !== null)
        .map((one) => labelOf(options, one))
        .join(', ');
    case 'text':
    case 'quotes':
    case 'list':
    case 'area_map':
    case 'area_map+text':
      return '';
  }
};

const copiedOf = ({ copied }: NoteValue): string => (copied ? words.copied(dayWords(copied.on)) : '');
const textOf = ({ text }: NoteValue): string => (shows(text) ? text : '');

export const printedField = (field: NoteField, value: NoteValue): PrintedField => ({
  label: field.label,
  fact: factOf(field, value),
  text: textOf(value),
  areas: field.type === 'area_map' || field.type === 'area_map+text' ? value.areas : null,
  isWhole: field.type === 'area_map',
  copied: copiedOf(value),
});

const customFact = ({ kind, low, high }: CustomField, value: NoteValue): string => {
  switch (kind) {
    case 'text':
      return '';
    case 'choice':
      return value.choice ?? '';
    case 'number':
      return value.number === null ? '' : value.number === 'declined' ? words.declined : String(value.number);
    case 'scale': {
      if (value.number === null && value.after === null) return '';
      const [before, after] = [value.number, value.after].map((one) => scaleWords(one) || words.open.toLowerCase());
      const ends = words.ends(low, high);
      return [words.beforeAfter(before ?? '', after ?? ''), ...(ends === '' ? [] : [`(${ends})`])].join(' ');
    }
  }
};

export const printedCustom = (field: CustomField, value: NoteValue): PrintedField => ({
  label: field.label,
  fact: customFact(field, value),
  text: textOf(value),
  areas: null,
  isWhole: false,
  copied: copiedOf(value),
});
