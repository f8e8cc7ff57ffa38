import type { NoteField, NoteFieldType } from '../../../shared/note-content.ts';
import { type CustomField, customKey, isCustomFilled, isFilled, type NoteValue } from '../../../shared/note-values.ts';

/** What a field is answered with, one control for each. */
export type AskedPart = 'time' | 'minutes' | 'number' | 'choice' | 'grades' | 'scale' | 'scales' | 'areas' | 'words' | 'quotes' | 'list';

/** A field of a note, or one the practice asks for itself, as the window lays it out. */
export type AskedField = {
  /** The name its value stands under. */
  readonly key: string;
  readonly label: string;
  readonly help: string;
  readonly required: boolean;
  readonly parts: readonly AskedPart[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly isFilled: (value: NoteValue | undefined) => boolean;
};

const partsOfType: Readonly<Record<NoteFieldType, readonly AskedPart[]>> = {
  time: ['time'],
  integer: ['minutes'],
  choice: ['choice'],
  text: ['words'],
  'choice+time': ['choice', 'time', 'words'],
  'choice+text': ['choice', 'words'],
  two_choices: ['grades'],
  quotes: ['quotes'],
  list: ['list'],
  '0-10|declined': ['scale'],
  area_map: ['areas'],
  'area_map+text': ['areas', 'words'],
};

const partsOfKind = { text: ['words'], number: ['number'], choice: ['choice'], scale: ['scales'] } as const;

export const askedOf = (field: NoteField): AskedField => ({
  key: field.id,
  label: field.label,
  help: field.guidance,
  required: field.required,
  parts: partsOfType[field.type],
  options: field.options,
  isFilled: (value) => isFilled(field, value),
});

export const askedOfCustom = (field: CustomField): AskedField => ({
  key: customKey(field),
  label: field.label,
  help: [field.low, field.high].filter((end) => end !== '').join(' – '),
  required: field.required,
  parts: partsOfKind[field.kind],
  options: field.options.map((option) => ({ value: option, label: option })),
  isFilled: (value) => isCustomFilled(field, value),
});

/** Whether words may stand in it: it takes the whole width of the note, and words are copied forward into it. */
export const isWide = ({ parts }: Pick<AskedField, 'parts'>): boolean =>
  parts.some((part) => part === 'words' || part === 'quotes' || part === 'list');

type Row = { readonly isWide: boolean; readonly fields: readonly AskedField[] };

/** Fields in their order: neighbours that are short share a row. */
export const rowsOf = (fields: readonly AskedField[]): readonly Row[] => {
  const rows: { isWide: boolean; fields: AskedField[] }[] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (isWide(field) || !last || last.isWide) rows.push({ isWide: isWide(field), fields: [field] });
    else last.fields.push(field);
  }
  return rows;
};

/** Where a field is found on the page. */
export const placeOf = (key: string): string => `note-field-${key}`;
