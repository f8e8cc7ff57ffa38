import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormElement } from '../../shared/consent-form.ts';
import type { IntakeEntries, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { AnswerWords } from '../ui/answer-words.tsx';
import { itemsGone } from './entries.ts';

/** An item the content has dropped, as it read when it was answered. */
const elementAsAsked = (id: string, { asked }: IntakeEntry): FormElement => ({
  id,
  title: asked?.label ?? id,
  text: '',
  help: '',
  section: '',
  capture: 'display',
  asks: 'person',
  required: false,
  allowDeclined: true,
  options: asked?.options ?? [],
  signers: [],
  by: 'client',
  askIf: null,
  exclusive: [],
  otherText: true,
});

/** Answers to items that are not asked any more: kept and shown, and not changed. */
export const GoneItems = ({
  items,
  entries,
}: {
  readonly items: readonly IntakeItem[];
  readonly entries: IntakeEntries;
}): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const gone = itemsGone(items, entries);
  if (gone.length === 0) return null;
  return (
    <section aria-labelledby="gone-title" className="safe-part">
      <h3 id="gone-title" className="safe-title">
        {t('gone')}
      </h3>
      <ul className="items">
        {gone.map(([id, entry]) => (
          <li key={id} className="item item-read">
            <div className="item-label">{entry.asked?.label ?? id}</div>
            {entry.answer ? (
              <div dir="auto">
                <AnswerWords form={{ areas: [] }} element={elementAsAsked(id, entry)} answer={entry.answer} />
              </div>
            ) : null}
            {entry.note ? <div dir="auto">{entry.note}</div> : null}
          </li>
        ))}
      </ul>
    </section>
  );
};
