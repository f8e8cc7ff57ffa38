import { UnstyledButton } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
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
  const box = useRef<HTMLDivElement>(null);
  const pressed = useRef(false);
  // The button that was pressed is gone: the hand stays where its other half is.
  useEffect(() => {
    if (pressed.current) box.current?.querySelector<HTMLElement>(`[data-fold='${isOpen ? 'open' : 'shut'}']`)?.focus();
  }, [isOpen]);
  const turn = (open: boolean): void => {
    pressed.current = true;
    setOpen(open);
  };
  const lacks = fields.some(({ key }) => problemOf(key) !== undefined);
  // Once it is unfolded for what lacks, it does not fold under the hand that fills it.
  if (lacks && !isOpen) setOpen(true);
  if (isOpen || lacks)
    return (
      <div ref={box}>
        <NotePartView id="frame" fields={fields} problemOf={problemOf} onClose={lacks ? undefined : () => turn(false)} />
      </div>
    );
  const words = fields.map((field) => factWords(t, field, heldIn(field)) || heldIn(field).text).filter(shows);
  return (
    <div ref={box}>
      <section className="note-part" aria-labelledby="note-part-frame">
        <h2 id="note-part-frame" className="note-part-title">
          {t('part.frame')}
        </h2>
        <UnstyledButton className="note-frame" data-fold="shut" aria-expanded={false} onClick={() => turn(true)}>
          <span className="grow" dir="auto">
            {words.join(' · ')}
          </span>
          <Icon icon={IconChevronDown} size={18} />
          <span className="visually-hidden">{t('frame.change')}</span>
        </UnstyledButton>
      </section>
    </div>
  );
};
