import { Button } from '@mantine/core';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../../dates.ts';
import { useDrafts } from '../../use-draft.ts';
import { AddendumForm } from './addendum-form.tsx';
import { useNote } from './note-context.ts';

/** What was added after the signature, oldest first, and the way to add more. */
export const Addenda = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const isBegun = useDrafts().some(({ key }) => key === `addendum-${note.id}`);
  const [isOpen, setOpen] = useState(isBegun);
  const heading = useRef<HTMLHeadingElement>(null);
  const count = useRef(note.addenda.length);
  useEffect(() => {
    if (note.addenda.length > count.current) heading.current?.focus();
    count.current = note.addenda.length;
  }, [note.addenda.length]);
  return (
    <section className="note-addenda" aria-labelledby="note-addenda">
      <h2 id="note-addenda" ref={heading} tabIndex={-1} className="note-part-title">
        {t('addendum.all')}
      </h2>
      {note.addenda.length === 0 ? <p className="ink-2">{t('addendum.none')}</p> : null}
      <ol>
        {note.addenda.map(({ id, at, byName, isCovering, reason, text }) => (
          <li key={id}>
            <p className="sm ink-2" dir="auto">
              {t(isCovering ? 'addendum.byCovering' : 'addendum.by', { name: byName, moment: momentWords(at) })}
            </p>
            <p className="sm" dir="auto">
              <span className="b">{t('addendum.because')}</span> {reason}
            </p>
            <p className="note-said" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
      {isOpen ? (
        <AddendumForm onClose={() => setOpen(false)} />
      ) : (
        <Button variant="default" onClick={() => setOpen(true)}>
          {t('addendum.open')}
        </Button>
      )}
    </section>
  );
};
