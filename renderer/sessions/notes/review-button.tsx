import { Button, Group } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import { call } from '../../call.ts';
import { flushDrafts } from '../../drafts.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { usePressed } from '../../ui/use-pressed.ts';
import { useNote } from './note-context.ts';
import { useNoteSaving } from './use-note-saving.ts';

/** Before the screen goes: who reads what, and how it comes back. */
const Ask = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { clientId, chosenName: name } = note;
  const { busy, error, press } = usePressed(async (): Promise<AppError | null> => {
    // What is typed anywhere is in the vault before the screen is the client's.
    flushDrafts();
    const reply = await call('handover.begin', { clientId, forms: [], noteId: note.id });
    if (!reply.ok) return reply.error;
    window.location.reload();
    return null;
  });
  return (
    <Dialog title={t('review.title', { name })} onClose={onClose} size={480}>
      <div className="fields">
        <p dir="auto">{t('review.text', { name })}</p>
        {note.state === 'draft' ? <p className="ink-2">{t('review.draft')}</p> : null}
        {error ? <ErrorNotice error={error} /> : null}
        <Group justify="flex-end" gap="sm">
          <Button variant="subtle" onClick={onClose}>
            {t('review.notNow')}
          </Button>
          <Button data-autofocus disabled={busy} onClick={() => void press()}>
            {t('review.yes')}
          </Button>
        </Group>
      </div>
    </Dialog>
  );
};

/** Hands the screen to the client to read this note; what stands on it is kept first. */
export const ReviewButton = (): JSX.Element | null => {
  const { t } = useTranslation('notebeside');
  const { note } = useNote();
  const { flush } = useNoteSaving();
  const [isAsked, setAsked] = useState(false);
  if (note.state === 'in-error') return null;
  const ask = async (): Promise<void> => {
    // What was not kept is said where the note is saved; the client would read an older one.
    if (await flush()) setAsked(true);
  };
  return (
    <>
      <Button variant="default" leftSection={<Icon icon={IconEye} />} onClick={() => void ask()}>
        <span dir="auto" className="review-name">
          {t('review.open', { name: note.chosenName.trim().split(/\s+/u)[0] ?? note.chosenName })}
        </span>
      </Button>
      {isAsked ? <Ask onClose={() => setAsked(false)} /> : null}
    </>
  );
};
