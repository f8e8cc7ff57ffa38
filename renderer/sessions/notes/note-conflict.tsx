import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../../shared/note-content.ts';
import { emptyValue } from '../../../shared/note-values.ts';
import type { NoteDraft } from '../../../shared/notes.ts';
import { Conflict, type Side } from '../../ui/conflict.tsx';
import { type AskedField, askedOf, askedOfCustom } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';
import { differencesOf, type NotePlace } from './note-differences.ts';
import { conflictPlace } from './note-saving.tsx';
import { valueWords } from './note-value-words.ts';
import { draftIn } from './note-written.ts';
import { useNoteSaving } from './use-note-saving.ts';

const keyOf = (place: NotePlace): string => (place.kind === 'field' ? place.field : place.kind);

/** What was chosen of both: begun from what stands there, with what was typed where that was chosen. */
const mixed = (mine: NoteDraft, theirs: NoteDraft, places: readonly NotePlace[], sides: Readonly<Record<string, Side>>): NoteDraft => {
  const own = places.filter((place) => sides[keyOf(place)] === 'yours');
  const values = own.flatMap((place) => (place.kind === 'field' ? [[place.field, mine.values[place.field] ?? emptyValue] as const] : []));
  const isOwn = (kind: NotePlace['kind']): boolean => own.some((place) => place.kind === kind);
  return {
    ...theirs,
    on: isOwn('on') ? mine.on : theirs.on,
    format: isOwn('format') ? mine.format : theirs.format,
    custom: isOwn('custom') ? mine.custom : theirs.custom,
    values: { ...theirs.values, ...Object.fromEntries(values) },
    kept: [...theirs.kept, ...mine.kept.filter((one) => !theirs.kept.some(({ rule, words }) => rule === one.rule && words === one.words))],
  };
};

/** The note was saved meanwhile: what stands there and what was typed, line by line. Neither is lost. */
export const NoteConflict = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const { content, draft } = useNote();
  const { saving, settle } = useNoteSaving();
  if (saving.kind !== 'conflict') return null;
  const theirs = draftIn(saving.theirs);
  const places = differencesOf(draft, theirs);
  const all: readonly AskedField[] = [
    ...fieldsOf(content, 'SOAP').map(askedOf),
    ...fieldsOf(content, 'narrative').map(askedOf),
    ...[...draft.custom, ...theirs.custom].map(askedOfCustom),
  ];
  const fieldOf = (key: string): AskedField | undefined => all.find((field) => field.key === key);
  const labelOf = (place: NotePlace): string =>
    place.kind === 'field' ? (fieldOf(place.field)?.label ?? place.field) : t(`differs.${place.kind}`);
  const readingOf = (place: NotePlace, version: NoteDraft): string => {
    if (place.kind === 'field') {
      const field = fieldOf(place.field);
      return field ? valueWords(t, field, version.values[place.field]) : '';
    }
    if (place.kind === 'on') return noteDay(version.on);
    if (place.kind === 'format') return t(`format.${version.format}`);
    return version.custom.map(({ label }) => label).join(', ');
  };
  return (
    <section id={conflictPlace} className="note-conflict" tabIndex={-1} aria-label={t('differs.label')}>
      <Conflict
        differences={places.map((place) => ({
          field: keyOf(place),
          label: labelOf(place),
          theirs: readingOf(place, theirs),
          yours: readingOf(place, draft),
        }))}
        busy={false}
        onChosen={(sides) => settle(mixed(draft, theirs, places, sides))}
      />
    </section>
  );
};
