import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyValue } from '../../../shared/note-values.ts';
import { shows } from '../../../shared/text.ts';
import { CopiedMark } from './copy-mark.tsx';
import type { AskedField } from './note-asked.ts';
import { rowsOf } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { AreasField } from './note-field-areas.tsx';
import { askedParts } from './note-parts.ts';
import { factWords } from './note-value-words.ts';

const Reading = ({ field }: { readonly field: AskedField }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const value = note.values[field.key] ?? emptyValue;
  const fact = field.parts[0] === 'areas' ? '' : factWords(t, field, value);
  if (field.parts[0] === 'areas' && value.areas !== null)
    return (
      <div className="note-read">
        <AreasField label={field.label} areas={value.areas} />
        {shows(value.text) ? (
          <p className="note-said" dir="auto">
            {value.text}
          </p>
        ) : null}
      </div>
    );
  return (
    <div className="note-read">
      <span className="note-label">{field.label}</span>
      {fact ? <p>{fact}</p> : null}
      {shows(value.text) ? (
        <p className="note-said" dir="auto">
          {value.text}
        </p>
      ) : null}
      {!fact && !shows(value.text) ? <p className="ink-3">{t('value.open')}</p> : null}
      <CopiedMark field={field.key} />
    </div>
  );
};

/** All that a note says, to be read; nothing in it can be changed. */
export const NoteWordsRead = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, content } = useNote();
  return (
    <>
      {askedParts(content, note).map(({ id, fields }) => (
        <section key={id} className="note-part" data-read aria-labelledby={`note-part-${id}`}>
          <h2 id={`note-part-${id}`} className="note-part-title">
            {t(`part.${id}`)}
          </h2>
          {rowsOf(fields).map((row) => (
            <div key={row.fields[0]?.key} className={row.isWide ? 'note-wide' : 'note-facts'}>
              {row.fields.map((field) => (
                <Reading key={field.key} field={field} />
              ))}
            </div>
          ))}
        </section>
      ))}
    </>
  );
};
