import { IconCopy } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { useNote } from './note-context.ts';
import { noteDayWords } from './note-days.ts';

/** Words carried over from an earlier note say so, for whoever reads them later. */
export const CopiedMark = ({ field }: { readonly field: string }): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const copied = useNote().draft.values[field]?.copied;
  if (!copied) return null;
  return (
    <span className="note-copied xs ink-2">
      <Icon icon={IconCopy} size={16} />
      {t('copied', { day: noteDayWords(copied.on) })}
    </span>
  );
};
