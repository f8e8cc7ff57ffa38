import { setImmediate as nextTurn } from 'node:timers/promises';
import { fieldsOf, type NoteContent, type NoteField, partsOf } from '../../shared/note-content.ts';
import { customKey, emptyValue, type NoteValue } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { shows } from '../../shared/text.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { areaWords, type Places } from './note-pdf-figures.ts';
import { piecesOf } from './note-pdf-pieces.ts';
import { type PrintedField, printedCustom, printedField } from './note-pdf-values.ts';
import { words } from './note-pdf-words.ts';

type Printed = { readonly content: NoteContent; readonly note: Note } & Places;

const valueIn = (note: Note, id: string): NoteValue => note.values[id] ?? emptyValue;

/** What fits beside its name: everything but words of one's own and a map. */
const isLine = ({ text, areas }: PrintedField): boolean => text === '' && areas === null;

const drawWords = async (frame: Frame, places: Places, { label, fact, text, areas, isWhole, copied }: PrintedField): Promise<void> => {
  const said = [fact, ...(areas ? [areaWords(places, areas, isWhole)] : []), text].filter(shows).join('\n');
  for (const [index, piece] of piecesOf(said).entries()) {
    frame.answer(index === 0 ? label : '', piece, true);
    if (index > 0) await nextTurn();
  }
  if (copied !== '') frame.small(copied);
};

/** Fields in their order: neighbours that are short are one table of names and values. */
const drawFields = async (frame: Frame, places: Places, fields: readonly PrintedField[]): Promise<void> => {
  const lines: PrintedField[] = [];
  const flush = (): void => {
    if (lines.length === 0) return;
    frame.facts(
      lines.map(({ label, fact, copied }) => [label, [fact || words.open, ...(copied === '' ? [] : [`(${copied})`])].join(' ')] as const),
      'list',
    );
    lines.length = 0;
  };
  for (const field of fields) {
    if (isLine(field)) {
      lines.push(field);
      continue;
    }
    flush();
    await drawWords(frame, places, field);
  }
  flush();
};

/** Of an older edition, which this one does not name any more. */
const unknownField: Omit<NoteField, 'id' | 'label'> = {
  section: 'frame',
  type: 'area_map+text',
  required: false,
  share: 'B',
  guidance: '',
  options: [],
};

/** What stands in fields of another format or edition: it was signed with the rest, so it is printed with it. */
const hiddenFields = ({ content, note }: Printed): readonly PrintedField[] => {
  const shown = new Set(fieldsOf(content, note.format).map(({ id }) => id));
  const all = [...fieldsOf(content, 'SOAP'), ...fieldsOf(content, 'narrative')];
  const known = new Set([...all.map(({ id }) => id), ...note.custom.map(customKey)]);
  const ofOthers = [...new Map(all.map((field) => [field.id, field])).values()].filter(({ id }) => !shown.has(id));
  const ofBefore = Object.keys(note.values).filter((id) => !known.has(id));
  return [
    ...ofOthers.map((field) => printedField(field, valueIn(note, field.id))),
    ...ofBefore.map((id) => printedField({ ...unknownField, id, label: id }, valueIn(note, id))),
  ].filter((field) => field.text !== '' || field.fact !== '' || field.areas !== null);
};

/** Every field of the note, part by part. */
export const drawParts = async (frame: Frame, printed: Printed): Promise<void> => {
  const { content, note } = printed;
  for (const part of partsOf(content, note.format)) {
    if (part.fields.length === 0) continue;
    frame.heading(2, words.parts[part.id]);
    await drawFields(
      frame,
      printed,
      part.fields.map((field) => printedField(field, valueIn(note, field.id))),
    );
  }
  const sections = [
    [words.custom, note.custom.map((field) => printedCustom(field, valueIn(note, customKey(field))))],
    [words.hidden, hiddenFields(printed)],
  ] as const;
  for (const [title, fields] of sections) {
    if (fields.length === 0) continue;
    frame.heading(2, title);
    await drawFields(frame, printed, fields);
  }
};
