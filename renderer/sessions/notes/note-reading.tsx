import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../ui/icon.tsx';
import { SheetView } from '../../ui/paper-sheet.tsx';
import { useCall } from '../../use-call.ts';
import { Addenda } from './addendum-list.tsx';
import { NoteBesideBox } from './note-beside-box.tsx';
import { useNote } from './note-context.ts';
import { SetInError } from './note-error-entry.tsx';
import { NoteHead } from './note-head.tsx';
import { InError, LeftOver, MovedFrom, Reviews, SignedBy } from './note-reading-state.tsx';
import { NoteWordsRead } from './note-reading-words.tsx';
import { ReviewButton } from './review-button.tsx';

/** The note on paper, with its addenda, before it is printed or saved. */
const Paper = ({ onBack }: { readonly onBack: () => void }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const sheet = useCall('notes.paper', { noteId: note.id }, { fresh: true });
  return (
    <div className="document">
      <NoteHead focusKey="paper">
        <Button variant="default" leftSection={<Icon icon={IconArrowLeft} />} onClick={onBack}>
          {t('reading.back')}
        </Button>
      </NoteHead>
      <SheetView sheet={sheet} />
    </div>
  );
};

/** In error its words are hidden, and can be looked at: nothing is deleted. */
const Words = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const [isShown, setShown] = useState(note.state !== 'in-error');
  if (isShown) return <NoteWordsRead />;
  return (
    <div>
      <Button variant="default" aria-expanded={false} onClick={() => setShown(true)}>
        {t('inError.show')}
      </Button>
    </div>
  );
};

/** A note that is read: signed, in error, or another practitioner's. The original stands as it was signed, what came later under it. */
export const NoteReading = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note } = useNote();
  const [isPaper, setPaper] = useState(false);
  if (isPaper) return <Paper onBack={() => setPaper(false)} />;
  return (
    <>
      <NoteHead focusKey={note.state}>
        <ReviewButton />
        {note.state === 'in-error' ? null : (
          <Button variant="default" leftSection={<Icon icon={IconPrinter} />} onClick={() => setPaper(true)}>
            {t('reading.paper')}
          </Button>
        )}
      </NoteHead>
      <div className="note">
        <div className="note-column">
          <div className="note-paper" data-read>
            <InError />
            <LeftOver />
            <SignedBy />
            <MovedFrom />
            <Reviews />
            <Words key={note.state} />
            {note.state === 'signed' ? <Addenda /> : null}
            {note.isOwn && note.state !== 'in-error' ? <SetInError /> : null}
          </div>
        </div>
        <NoteBesideBox />
      </div>
    </>
  );
};
