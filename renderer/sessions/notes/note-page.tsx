import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { NoteBeside } from './note-beside.tsx';
import { useNote } from './note-context.ts';
import { NoteWriting } from './note-writing.tsx';
import { useOpenedNote } from './use-opened-note.ts';

const Paper = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const { draft, set } = useNote();
  return (
    <>
      <PageHead title={t('title')} />
      <div className="note">
        <main data-note-text="o.observed">
          <textarea
            aria-label="Seen and heard"
            value={draft.values['o.observed']?.text ?? ''}
            onChange={(event) => set('o.observed', { text: event.currentTarget.value })}
          />
        </main>
        <NoteBeside />
      </div>
    </>
  );
};

/** One note: written in two columns while it is not signed, read after. */
export const NotePage = ({ noteId }: { readonly noteId: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  const opened = useOpenedNote(noteId);
  const content = useCall('notes.content', {});
  const error = opened.error ?? content.error;
  if (opened.note && content.data)
    return (
      <NoteWriting first={opened.note} content={content.data}>
        <Paper />
      </NoteWriting>
    );
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page-body">
        {error ? <ErrorNotice error={error} again={opened.error ? opened.again : content.again} /> : <Waiting />}
      </div>
    </>
  );
};
