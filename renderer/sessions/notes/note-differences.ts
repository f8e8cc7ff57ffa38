import { emptyValue, type NoteValue } from '../../../shared/note-values.ts';
import type { NoteDraft } from '../../../shared/notes.ts';

/** A part of a note in which two versions of it are not the same. */
export type NotePlace = { readonly kind: 'on' | 'format' | 'custom' } | { readonly kind: 'field'; readonly field: string };

const isSame = (mine: NoteValue = emptyValue, theirs: NoteValue = emptyValue): boolean =>
  (Object.keys(emptyValue) as (keyof NoteValue)[]).every((part) => JSON.stringify(mine[part]) === JSON.stringify(theirs[part]));

/** Where two versions of a note differ in what a person wrote or chose; phrases kept and the template's name are no such thing. */
export const differencesOf = (mine: NoteDraft, theirs: NoteDraft): readonly NotePlace[] => [
  ...(mine.on === theirs.on ? [] : [{ kind: 'on' } as const]),
  ...(mine.format === theirs.format ? [] : [{ kind: 'format' } as const]),
  ...(JSON.stringify(mine.custom) === JSON.stringify(theirs.custom) ? [] : [{ kind: 'custom' } as const]),
  ...[...new Set([...Object.keys(theirs.values), ...Object.keys(mine.values)])]
    .filter((field) => !isSame(mine.values[field], theirs.values[field]))
    .map((field) => ({ kind: 'field', field }) as const),
];
