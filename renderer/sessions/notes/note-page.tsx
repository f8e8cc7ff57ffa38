import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { NoteRefused } from './cover-form.tsx';
import { useNote } from './note-context.ts';
import { NoteEditor } from './note-editor.tsx';
import { NoteReading } from './note-reading.tsx';
import { NoteWriting } from './note-writing.tsx';
import { useOpenedNote } from './use-opened-note.ts';
import './note.css';
import './note-fields.css';

const EditorOrReading = (): JSX.Element => {
  const { isEditable } = useNote();
  return <div className="note-page">{isEditable ? <NoteEditor /> : <NoteReading />}</div>;
};

/** One note: written in two columns while it is not signed, read after. */
export const NotePage = ({ noteId }: { readonly noteId: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, error, again } = useOpenedNote(noteId);
  const content = useCall('notes.content', {});
  if (note && content.data)
    return (
      <NoteWriting first={note} content={content.data}>
        <EditorOrReading />
      </NoteWriting>
    );
  return (
    <>
      <PageHead title={t('one')} />
      <div className="page-body">
        {error ? <NoteRefused error={error} again={again} /> : null}
        {content.error ? <ErrorNotice error={content.error} again={content.again} /> : null}
        {error || content.error ? null : <Waiting />}
      </div>
    </>
  );
};
