import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { HelpedTexts } from '../../ui/helper-context.tsx';
import { Icon } from '../../ui/icon.tsx';
import { placeOf } from './note-asked.ts';
import { NoteBesideBox } from './note-beside-box.tsx';
import { NoteConflict } from './note-conflict.tsx';
import { useNote } from './note-context.ts';
import { NoteDay } from './note-day.tsx';
import { SetInError } from './note-error-entry.tsx';
import { NoteFoot } from './note-foot.tsx';
import { NoteFrame } from './note-frame.tsx';
import { NoteHead } from './note-head.tsx';
import { NotePartView } from './note-part.tsx';
import { askedParts } from './note-parts.ts';
import { MovedFrom, Reviews } from './note-reading-state.tsx';
import { NoteSavingState } from './note-saving.tsx';
import { ReviewButton } from './review-button.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { NoteHelpContext, useNoteHelp } from './use-note-help.ts';
import { useNoteSaving } from './use-note-saving.ts';

/** Required fields that are not filled, in the order of the note. */
const useUnfilled = (): readonly FieldProblem[] => {
  const { t } = useTranslation('notes');
  const { content, draft } = useNote();
  return askedParts(content, draft)
    .flatMap(({ fields }) => fields)
    .filter(({ key, required, isFilled }) => required && !isFilled(draft.values[key]))
    .map(({ key, label }) => ({ field: key, label: label.replace(/\?$/, ''), text: t('unfilled') }));
};

/** Only fields that were named when it was tried are said: what another format asks for waits for the next try. */
const useSigning = (unfilled: readonly FieldProblem[]) => {
  const { flush } = useNoteSaving();
  const [tried, setTried] = useState<{ readonly attempt: number; readonly named: readonly string[] }>({ attempt: 0, named: [] });
  const [isOpen, setOpen] = useState(false);
  const begin = async (): Promise<void> => {
    setTried({ attempt: tried.attempt + 1, named: unfilled.map(({ field }) => field) });
    if (unfilled.length === 0 && (await flush())) setOpen(true);
  };
  const problems = unfilled.filter(({ field }) => tried.named.includes(field));
  return { attempt: tried.attempt, problems, begin, isOpen, close: (): void => setOpen(false) };
};

/** A note while it is written: its parts in one column, what happened beside them. */
export const NoteEditor = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, content, draft } = useNote();
  const help = useNoteHelp(note);
  const { attempt, problems, begin, isOpen, close } = useSigning(useUnfilled());
  const problemOf = (key: string): string | undefined => problems.find(({ field }) => field === key)?.text;
  return (
    <NoteHelpContext value={help}>
      <HelpedTexts kept={draft.kept.length} isSigned>
        <NoteHead focusKey="draft">
          <NoteSavingState />
          <ReviewButton />
          <Button leftSection={<Icon icon={IconLock} />} onClick={() => void begin()}>
            {t('sign.open')}
          </Button>
        </NoteHead>
        <div className="note">
          <div className="note-column">
            <div className="note-paper">
              <NoteConflict />
              <ErrorSummary problems={problems} attempt={attempt} idOf={placeOf} title={t('unfilledTitle', { count: problems.length })} />
              <MovedFrom />
              <Reviews />
              {note.sessionId === null ? <NoteDay /> : null}
              {askedParts(content, draft).map((part) =>
                part.id === 'frame' ? (
                  <NoteFrame key={part.id} fields={part.fields} problemOf={problemOf} />
                ) : (
                  <NotePartView key={part.id} {...part} problemOf={problemOf} />
                ),
              )}
              <SetInError />
            </div>
            <NoteFoot />
          </div>
          <NoteBesideBox />
        </div>
        {isOpen ? <SignDialog onClose={close} /> : null}
      </HelpedTexts>
    </NoteHelpContext>
  );
};
