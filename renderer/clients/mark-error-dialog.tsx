import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '../../shared/clients.ts';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { keyOf, useSend } from '../use-call.ts';

type Props = { readonly client: Client; readonly onClose: () => void };

const MarkForm = ({ client, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const { t: errors } = useTranslation('errors');
  const queries = useQueryClient();
  const { send, isSending, error } = useSend('clients.markError');
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  // The record changes while the dialog goes: what it was opened for stays what it says.
  const [way] = useState<'mark' | 'unmark'>(client.inError ? 'unmark' : 'mark');
  const long = tooLong(reason, limits.line);
  const needed = wasTried && !shows(reason) ? t('error.needed') : undefined;
  const name = client.chosenName;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!shows(reason) || long || isSending) return;
    const reply = await send({ clientId: client.id, version: client.version, inError: way === 'mark', reason });
    if (!reply.ok) return;
    queries.setQueryData(keyOf('clients.get', { id: client.id }), reply.value);
    said(t(`error.${way}.done`, { name }));
    onClose();
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p className="ink-2">{t(`error.${way}.text`, { name })}</p>
      <Field
        id="client-error-reason"
        label={t('error.reason')}
        help={t('error.reasonHelp')}
        value={reason}
        onChange={setReason}
        problem={long ? errors('problem.too-long', long) : needed}
        required
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" variant="default" disabled={isSending}>
          {t(`error.${way}.yes`)}
        </Button>
        <Button variant="subtle" onClick={onClose}>
          {t('error.no')}
        </Button>
      </div>
    </form>
  );
};

/** Says of a whole record that it never was of anyone here, or takes that back: both with a reason, and nothing is deleted. */
export const MarkErrorDialog = ({ client, onClose }: Props): JSX.Element => {
  const { t } = useTranslation('clients');
  const [title] = useState(t(client.inError ? 'error.unmark.title' : 'error.mark.title', { name: client.chosenName }));
  return (
    <Dialog title={title} onClose={onClose}>
      <MarkForm client={client} onClose={onClose} />
    </Dialog>
  );
};
