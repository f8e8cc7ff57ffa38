import type { NoteToRead } from '../../shared/handover.ts';
import { type NoteField, partsOf } from '../../shared/note-content.ts';
import { type CustomField, customKey, emptyValue, type NoteValue } from '../../shared/note-values.ts';
import type { Note } from '../../shared/notes.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import type { Practice } from '../practice/practice.ts';
import { words } from './note-to-read-words.ts';

type Content = Pick<Practice['content'], 'notes' | 'bodyAreas' | 'session'>;
type Part = NoteToRead['parts'][number];
type Line = Part['lines'][number];

const scaleWords = (number: NoteValue['number']): string =>
  number === null ? words.notNoted : number === 'declined' ? words.declined : words.of10(number);

const listed = (said: (places: string) => string, places: readonly string[]): string[] =>
  places.length > 0 ? [said(places.join('; '))] : [];

const areaWords = ({ bodyAreas }: Content, areas: NonNullable<NoteValue['areas']>): string => {
  const named = (state: string): string[] =>
    Object.keys(areas)
      .filter((code) => areas[code] === state)
      .map((code) => bodyAreas.items.find((area) => area.code === code)?.label ?? code);
  return [...listed(words.yes, named('yes')), ...listed(words.ask, named('ask'))].join('\n') || words.noPlace;
};

/** A grade says nothing to who it is about; its name does. */
const gradeWords = ({ session }: Content, code: string): string =>
  [...session.dissociation, ...session.arousal].find(({ grade }) => grade === code)?.label ?? code;

const choiceWords = (content: Content, { type, options }: NoteField, chosen: string | null): string => {
  if (chosen === null) return '';
  if (type === 'two_choices') return gradeWords(content, chosen);
  return options.find(({ value }) => value === chosen)?.label ?? chosen;
};

/** What stands in a field: what was chosen in one line, the words under it. */
const fieldWords = (content: Content, field: NoteField, value: NoteValue): string => {
  const number = value.number === null ? '' : field.type === '0-10|declined' ? scaleWords(value.number) : String(value.number);
  const facts = [choiceWords(content, field, value.choice), choiceWords(content, field, value.also), number, value.time ?? ''];
  return [facts.filter((fact) => fact !== '').join(', '), value.areas === null ? '' : areaWords(content, value.areas), value.text]
    .filter(shows)
    .join('\n');
};

const customWords = ({ kind, low, high }: CustomField, value: NoteValue): string => {
  if (kind === 'text') return value.text;
  if (kind === 'choice') return value.choice ?? '';
  if (value.number === null && value.after === null) return '';
  if (kind === 'number') return String(value.number ?? '');
  const ends = shows(low) && shows(high) ? [words.ends(low, high)] : [];
  return [words.beforeAfter(scaleWords(value.number), scaleWords(value.after)), ...ends].join('\n');
};

const lineOf = (label: string, said: string, { copied }: NoteValue): Line[] =>
  shows(said) ? [{ label, words: copied ? `${said}\n${words.copied(dayWords(copied.on))}` : said }] : [];

/**
 * A note as the client it is about reads it: titles that speak to them, every field that holds something, what was added later. Reflections
 * are no part of a note and come in nowhere.
 */
export const partsToRead = (content: Content, note: Note, zone: Zone): readonly Part[] => {
  const held = (key: string): NoteValue => note.values[key] ?? emptyValue;
  const fields = partsOf(content.notes, note.format).map((part) => ({
    title: words.parts[part.id],
    lines: part.fields.flatMap((field) => {
      const value = held(field.id);
      return lineOf(words.labels[field.id] ?? field.label, fieldWords(content, field, value), value);
    }),
  }));
  const custom = note.custom.flatMap((field) => {
    const value = held(customKey(field));
    return lineOf(field.label, customWords(field, value), value);
  });
  const later = note.addenda.map(({ byName, at, reason, text }) => ({
    label: words.addedBy(byName, dayWords(dayIn(at, zone))),
    words: [text, words.because(reason)].join('\n'),
  }));
  return [...fields, { title: words.parts.custom, lines: custom }, { title: words.parts.later, lines: later }].filter(
    ({ lines }) => lines.length > 0,
  );
};
