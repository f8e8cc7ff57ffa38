import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { limits } from '../../shared/limits.ts';
import { shows } from '../../shared/text.ts';
import { type ChosenClient, ClientPicker } from '../ui/client-picker.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { said } from '../ui/notice.tsx';
import { tooLong } from '../ui/too-long.ts';
import { useSend } from '../use-call.ts';
import { DeedFoot } from './deed-foot.tsx';
import { PaperSigned } from './paper-signed.tsx';

type Paper = { readonly id: string; readonly clientId: string };
type FormProps = { readonly paper: Paper; readonly onClose: () => void };

/** A reason, which both deeds ask for. */
const useReason = () => {
  const { t } = useTranslation('documents');
  const { t: errors } = useTranslation('errors');
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const long = tooLong(reason, limits.line);
  const problem = long ? errors('problem.too-long', long) : wasTried && !shows(reason) ? t('deed.needed') : undefined;
  return { reason, setReason, wasTried, setTried, isGood: shows(reason) && !long, problem };
};

const MoveForm = ({ paper, onClose }: FormProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const navigate = useNavigate();
  const { reason, setReason, wasTried, setTried, isGood, problem } = useReason();
  const [client, setClient] = useState<ChosenClient | null>(null);
  const { send, isSending, error } = useSend('attachments.move');
  const isSame = client?.id === paper.clientId;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!client || isSame || !isGood) return;
    const reply = await send({ id: paper.id, toClientId: client.id, reason });
    if (!reply.ok) return;
    said(t('move.done', { name: client.name }));
    onClose();
    await navigate({ to: '/clients/$clientId/files/$documentId', params: { clientId: client.id, documentId: paper.id }, replace: true });
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p className="ink-2">{t('move.text')}</p>
      <ClientPicker
        id="move-client"
        label={t('move.client')}
        help={t('move.clientHelp')}
        chosen={client}
        onChoose={setClient}
        problem={isSame ? t('move.same') : wasTried && !client ? t('move.clientNeeded') : undefined}
      />
      <Field
        id="move-reason"
        label={t('move.reason')}
        help={t('move.reasonHelp')}
        value={reason}
        onChange={setReason}
        problem={problem}
        required
      />
      <DeedFoot yes={t('move.yes')} busy={isSending} error={error} onClose={onClose} />
    </form>
  );
};

const ErrorForm = ({ paper, onClose }: FormProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const { reason, setReason, setTried, isGood, problem } = useReason();
  const { send, isSending, error } = useSend('attachments.setInError');
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setTried(true);
    if (!isGood) return;
    const reply = await send({ id: paper.id, reason });
    if (!reply.ok) return;
    said(t('inError.done'));
    onClose();
  };
  return (
    <form className="fields" noValidate onSubmit={(event) => void submit(event)}>
      <p className="ink-2">{t('inError.text')}</p>
      <Field id="error-reason" label={t('inError.reason')} value={reason} onChange={setReason} problem={problem} required />
      <DeedFoot yes={t('inError.yes')} busy={isSending} error={error} onClose={onClose} />
    </form>
  );
};

/** What can be done about a paper that was filed wrongly. */
export const PaperDeeds = ({ paper }: { readonly paper: Paper }): JSX.Element => {
  const { t } = useTranslation('documents');
  const [open, setOpen] = useState<'move' | 'inError' | 'signed' | null>(null);
  const onClose = (): void => setOpen(null);
  return (
    <div className="row wrap">
      <Button variant="default" onClick={() => setOpen('signed')}>
        {t('signed.open')}
      </Button>
      <Button variant="default" onClick={() => setOpen('move')}>
        {t('move.open')}
      </Button>
      <Button variant="subtle" onClick={() => setOpen('inError')}>
        {t('inError.open')}
      </Button>
      {open === 'signed' ? <PaperSigned paper={paper} onClose={onClose} /> : null}
      {open === 'move' || open === 'inError' ? (
        <Dialog title={t(`${open}.title`)} onClose={onClose}>
          {open === 'move' ? <MoveForm paper={paper} onClose={onClose} /> : <ErrorForm paper={paper} onClose={onClose} />}
        </Dialog>
      ) : null}
    </div>
  );
};
