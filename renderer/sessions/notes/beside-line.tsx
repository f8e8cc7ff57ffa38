import { UnstyledButton } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNote } from './note-context.ts';

type Props = {
  /** What goes into the note. */
  readonly words: string;
  readonly children: ReactNode;
};

/** One line of what is known: in a note that is written, a press adds its words. */
export const BesideLine = ({ words, children }: Props): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { insert, isEditable } = useNote();
  if (!isEditable || words === '') return <div className="beside-line">{children}</div>;
  return (
    <UnstyledButton className="beside-line" onClick={() => insert(words)}>
      {children}
      <span className="visually-hidden">{t('add')}</span>
    </UnstyledButton>
  );
};
