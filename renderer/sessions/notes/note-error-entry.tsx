import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../../shared/limits.ts';
import { shows } from '../../../shared/text.ts';
import { type ChosenClient, ClientPicker } from '../../ui/client-picker.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useSend } from '../../use-call.ts';
import { useNote } from './note-context.ts';
import { useNoteSaving } from './use-note-saving.ts';

const Form = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { t: errors } = useTranslation('errors');
  const { note, show } = useNote();
  const { flush } = useNoteSaving();
  const { send, isSending, error } = useSend('notes.setInError');
  const [reason, setReason] = useState('');
  const [client, setClient] = useState<ChosenClient | null>(null);
  const [wasTried, setTried] = useState(false);
  const long = tooLong(reason, limits.line);
  const needed = wasTried && !shows(reason) ? t('inError.needed') : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!shows(reason) || long) return;
    // What was typed last goes over to the right client too.
    await flush();
    const reply = await send({ noteId: note.id, reason, toClientId: client?.id ?? null });
    if (!reply.ok) return;
    show(reply.value);
    said(t('inError.done'));
    onClose();
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p className="ink-2">{t('inError.text')}</p>
      <Field
        id="in-error-reason"
        label={t('inError.reason')}
        value={reason}
        onChange={setReason}
        problem={long ? errors('problem.too-long', long) : needed}
        required
      />
      <ClientPicker
        id="in-error-client"
        label={t('inError.client')}
        help={t('inError.clientHelp')}
        chosen={client}
        onChoose={setClient}
        problem={client?.id === note.clientId ? t('inError.same') : undefined}
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" variant="default" disabled={isSending || client?.id === note.clientId}>
          {t('inError.yes')}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('inError.notNow')}
        </Button>
      </div>
    </form>
  );
};

/** A note that stands with the wrong person, or should not stand at all: it is hidden with the reason, and never deleted. */
export const SetInError = (): JSX.Element => {
  const { t } = useTranslation('notes');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" onClick={() => setOpen(true)}>
        {t('inError.open')}
      </Button>
      {isOpen ? (
        <Dialog title={t('inError.title')} onClose={() => setOpen(false)}>
          <Form onClose={() => setOpen(false)} />
        </Dialog>
      ) : null}
    </>
  );
};
