import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type JSX, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorSummary, type FieldProblem } from '../../ui/error-summary.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useCall } from '../../use-call.ts';
import { placeOf } from './note-asked.ts';
import { NoteBesideBox } from './note-beside-box.tsx';
import { NoteConflict } from './note-conflict.tsx';
import { useNote } from './note-context.ts';
import { NoteDay } from './note-day.tsx';
import { SetInError } from './note-error-entry.tsx';
import { NoteFoot } from './note-foot.tsx';
import { NoteHead } from './note-head.tsx';
import { NotePartView } from './note-part.tsx';
import { askedParts } from './note-parts.ts';
import { MovedFrom, Reviews } from './note-reading-state.tsx';
import { NoteSavingState } from './note-saving.tsx';
import { SignDialog } from './sign-dialog.tsx';
import { NoteHelpContext } from './use-note-help.ts';
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

const useSnippets = (): ReadonlyMap<string, string> => {
  const { data } = useCall('snippets.list', {});
  return useMemo(() => new Map(data?.snippets.map(({ trigger, text }) => [trigger, text])), [data]);
};

const useSigning = (problems: readonly FieldProblem[]) => {
  const { flush } = useNoteSaving();
  const [attempt, setAttempt] = useState(0);
  const [isOpen, setOpen] = useState(false);
  const begin = async (): Promise<void> => {
    setAttempt(attempt + 1);
    if (problems.length === 0 && (await flush())) setOpen(true);
  };
  return { attempt, begin, isOpen, close: (): void => setOpen(false) };
};

/** A note while it is written: its parts in one column, what happened beside them. */
export const NoteEditor = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, content, draft } = useNote();
  const snippets = useSnippets();
  const unfilled = useUnfilled();
  const { attempt, begin, isOpen, close } = useSigning(unfilled);
  const problems = attempt > 0 ? unfilled : [];
  const help = useMemo(() => ({ snippets, noted: [] }), [snippets]);
  return (
    <NoteHelpContext value={help}>
      <NoteHead focusKey="draft">
        <NoteSavingState />
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
            {askedParts(content, draft).map((part) => (
              <NotePartView key={part.id} {...part} problemOf={(key) => problems.find(({ field }) => field === key)?.text} />
            ))}
            <SetInError />
          </div>
          <NoteFoot />
        </div>
        <NoteBesideBox />
      </div>
      {isOpen ? <SignDialog onClose={close} /> : null}
    </NoteHelpContext>
  );
};
