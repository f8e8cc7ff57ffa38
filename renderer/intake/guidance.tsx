import { IconBulb } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntakeEntries, IntakeItem } from '../../shared/intake.ts';
import { contradictions, prompts } from '../../shared/intake-notes.ts';
import { Icon } from '../ui/icon.tsx';

type Guided = { readonly items: readonly IntakeItem[]; readonly entries: IntakeEntries };
type Note = { readonly id: string; readonly items: readonly string[]; readonly words: string };

/** Answers that do not go together, and answers that ask for something before touch. Nothing is decided by them. */
const useNotes = ({ items, entries }: Guided): readonly Note[] => {
  const { t } = useTranslation('intake');
  return [
    ...contradictions(items, entries).map(({ kind, items: ids }) => ({ id: kind, items: ids, words: t(`together.${kind}`) })),
    ...prompts(items, entries).map(({ itemId, question }) => ({ id: question, items: [itemId], words: t(`prompt.${question}`) })),
  ];
};

/** What to look at for one item. */
export const ItemGuidance = ({ id, ...guided }: Guided & { readonly id: string }): JSX.Element | null => {
  const notes = useNotes(guided).filter((note) => note.items.includes(id));
  if (notes.length === 0) return null;
  return (
    <ul className="item-notes">
      {notes.map((note) => (
        <li key={note.id}>
          <Icon icon={IconBulb} size={18} tone="wait-ink" />
          <span>{note.words}</span>
        </li>
      ))}
    </ul>
  );
};

/** All of it in one place, each with the way to its items. */
export const Guidance = ({ onOpen, ...guided }: Guided & { readonly onOpen: (id: string) => void }): JSX.Element | null => {
  const { t } = useTranslation('intake');
  const notes = useNotes(guided);
  if (notes.length === 0) return null;
  return (
    <section className="guidance" aria-labelledby="guidance-title">
      <h3 id="guidance-title" className="guidance-title">
        <Icon icon={IconBulb} tone="wait-ink" />
        {t('guidance')}
      </h3>
      <ul>
        {notes.map((note) => (
          <li key={note.id}>
            {note.words}{' '}
            {note.items.map((id) => (
              <button key={id} type="button" className="inline-link" onClick={() => onOpen(id)}>
                {guided.items.find((item) => item.id === id)?.label ?? id}
              </button>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
};
