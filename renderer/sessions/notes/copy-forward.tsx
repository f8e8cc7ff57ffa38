import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NoteLine } from '../../../shared/notes.ts';
import { useCall } from '../../use-call.ts';
import { CopyDialog } from './copy-dialog.tsx';
import { useNote } from './note-context.ts';
import { noteDayWords } from './note-days.ts';

/** The newest signed note of this client about the same day or before. */
const useEarlier = (): NoteLine | undefined => {
  const { note } = useNote();
  const lines = useCall('notes.ofClient', { clientId: note.clientId }).data?.notes ?? [];
  return lines.find(({ id, state, on }) => state === 'signed' && id !== note.id && on <= note.on);
};

/** Words of the note before, field by field or all of them; each says where it came from. */
export const CopyForward = (): JSX.Element | null => {
  const { t } = useTranslation('notes');
  const earlier = useEarlier();
  const [isOpen, setOpen] = useState(false);
  if (!earlier) return null;
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t('copy.open', { day: noteDayWords(earlier.on) })}
      </Button>
      {isOpen ? <CopyDialog noteId={earlier.id} on={earlier.on} onClose={() => setOpen(false)} /> : null}
    </>
  );
};
