import { type NoteContent, type NotePart, partsOf } from '../../../shared/note-content.ts';
import type { NoteDraft } from '../../../shared/notes.ts';
import { type AskedField, askedOf, askedOfCustom } from './note-asked.ts';

export type AskedNotePart = { readonly id: NotePart['id'] | 'custom'; readonly fields: readonly AskedField[] };

/** The parts of a note with their fields, and last what the practice asks for itself. */
export const askedParts = (content: NoteContent, { format, custom }: Pick<NoteDraft, 'format' | 'custom'>): readonly AskedNotePart[] => [
  ...partsOf(content, format).map(({ id, fields }) => ({ id, fields: fields.map(askedOf) })),
  ...(custom.length > 0 ? [{ id: 'custom' as const, fields: custom.map(askedOfCustom) }] : []),
];
