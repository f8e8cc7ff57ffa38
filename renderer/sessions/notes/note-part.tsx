import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { NotePart } from '../../../shared/note-content.ts';
import { type AskedField, rowsOf } from './note-asked.ts';
import { NoteFieldView } from './note-field.tsx';

type Props = {
  readonly id: NotePart['id'] | 'custom';
  readonly fields: readonly AskedField[];
  readonly problemOf: (key: string) => string | undefined;
  /** Where it can be folded away. */
  readonly onClose?: (() => void) | undefined;
};

/** A part of a note with its fields: words over the whole width, short facts in rows. */
export const NotePartView = ({ id, fields, problemOf, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  return (
    <section className="note-part" aria-labelledby={`note-part-${id}`}>
      <div className="note-part-head">
        <h2 id={`note-part-${id}`} className="note-part-title">
          {t(`part.${id}`)}
        </h2>
        {onClose ? (
          <Button variant="subtle" data-fold="open" onClick={onClose}>
            {t('frame.close')}
          </Button>
        ) : null}
      </div>
      {rowsOf(fields).map((row) => (
        <div key={row.fields[0]?.key} className={row.isWide ? 'note-wide' : 'note-facts'}>
          {row.fields.map((field) => (
            <NoteFieldView key={field.key} field={field} problem={problemOf(field.key)} />
          ))}
        </div>
      ))}
    </section>
  );
};
