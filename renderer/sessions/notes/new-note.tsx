import { useNavigate } from '@tanstack/react-router';
import { type JSX, useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useSend } from '../../use-call.ts';
import { NoteRefused } from './cover-form.tsx';

type Props = { readonly clientId: string; readonly sessionId?: string | undefined; readonly on?: string | undefined };

/** Begins a note and goes to it; of a session to the one it has. */
export const NewNote = ({ clientId, sessionId, on }: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  const navigate = useNavigate();
  const { send, error } = useSend('notes.draft');
  const asked = useRef(false);
  const begin = useCallback(async () => {
    const reply = await send({ clientId, sessionId: sessionId ?? null, on: on ?? null });
    // The way back leads to where one came from, not to the beginning of one more.
    if (reply.ok) await navigate({ to: '/notes/$noteId', params: { noteId: reply.value.id }, replace: true });
  }, [clientId, sessionId, on, send, navigate]);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    void begin();
  }, [begin]);
  return (
    <>
      <PageHead title={t('title')} />
      <div className="page-body">{error ? <NoteRefused error={error} again={begin} /> : <Waiting />}</div>
    </>
  );
};
