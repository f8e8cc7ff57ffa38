import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { emptyValue } from '../../../shared/note-values.ts';
import { shows } from '../../../shared/text.ts';
import { Icon } from '../../ui/icon.tsx';
import type { AskedField } from './note-asked.ts';
import { useNote } from './note-context.ts';
import { NotePartView } from './note-part.tsx';
import { factWords } from './note-value-words.ts';

type Props = { readonly fields: readonly AskedField[]; readonly problemOf: (key: string) => string | undefined };

/** When, where, with whom and with which yes: one line once all of it is there, so that a note begins with what was said. */
export const NoteFrame = ({ fields, problemOf }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft } = useNote();
  const heldIn = ({ key }: AskedField) => draft.values[key] ?? emptyValue;
  const [isOpen, setOpen] = useState(() => fields.some((field) => field.required && !field.isFilled(draft.values[field.key])));
  const lacks = fields.some(({ key }) => problemOf(key) !== undefined);
  if (isOpen || lacks)
    return <NotePartView id="frame" fields={fields} problemOf={problemOf} onClose={lacks ? undefined : () => setOpen(false)} />;
  const words = fields.map((field) => factWords(t, field, heldIn(field)) || heldIn(field).text).filter(shows);
  return (
    <section className="note-part" aria-labelledby="note-part-frame">
      <h2 id="note-part-frame" className="note-part-title">
        {t('part.frame')}
      </h2>
      <UnstyledButton className="note-frame" aria-expanded={false} onClick={() => setOpen(true)}>
        <span className="grow" dir="auto">
          {words.join(' · ')}
        </span>
        <Icon icon={IconChevronDown} size={18} />
        <span className="visually-hidden">{t('frame.change')}</span>
      </UnstyledButton>
    </section>
  );
};
