import { Button, Checkbox } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import { isSigned, type Signature } from '../../../shared/signatures.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { SignatureField } from '../../ui/signature-field.tsx';
import { useSend } from '../../use-call.ts';
import { useNote } from './note-context.ts';
import { noteDay } from './note-days.ts';
import { SignOdd } from './sign-odd.tsx';
import { SignReread } from './sign-reread.tsx';

type Refused = Extract<AppError, { code: 'refused' }>;
const isAsked = (error: AppError | null, reason: Refused['reason']): error is Refused =>
  error?.code === 'refused' && error.reason === reason;

/** The last look before a note is locked: a signature, and what has to be read once more. */
export const SignDialog = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('notes');
  const { note, show } = useNote();
  const { send, isSending, error } = useSend('notes.sign');
  const [method, setMethod] = useState<Signature['method']>('typed');
  const [signature, setSignature] = useState<Signature | undefined>();
  const [wasTried, setTried] = useState(false);
  const [isReread, setReread] = useState(false);
  /** Once asked for it stays there, also while another refusal is answered. */
  const [reread, setRereadAsked] = useState<Refused | null>(null);
  const sign = async (acceptSubstitutes: boolean): Promise<void> => {
    setTried(true);
    if (!signature || !isSigned(signature)) return;
    const reply = await send({ noteId: note.id, revision: note.revision, signature, reread: isReread, acceptSubstitutes });
    if (!reply.ok) {
      if (isAsked(reply.error, 'words-to-reread')) setRereadAsked(reply.error);
      return;
    }
    show(reply.value);
    said(t('sign.done'));
    onClose();
  };
  const isOdd = isAsked(error, 'characters-unprintable');
  return (
    <Dialog title={t('sign.title')} onClose={onClose}>
      <form
        className="fields"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void sign(false);
        }}
      >
        <p>{t('sign.text', { day: noteDay(note.on), name: note.chosenName })}</p>
        {reread ? <SignReread details={reread.details} /> : null}
        {reread ? (
          <Checkbox label={t('sign.reread')} checked={isReread} onChange={(event) => setReread(event.currentTarget.checked)} />
        ) : null}
        <SignatureField
          id="note-signature"
          name={note.authorName}
          signer="practitioner"
          method={method}
          onMethod={setMethod}
          signature={signature}
          onChange={setSignature}
          waitsFor={null}
          turn={t('sign.turn')}
          intent={t('sign.intent')}
          problem={wasTried && !signature ? t('sign.needed') : undefined}
        />
        {isOdd ? <SignOdd details={error.details} busy={isSending} onPrint={() => void sign(true)} onWrite={onClose} /> : null}
        {error && !isOdd && !isAsked(error, 'words-to-reread') ? <ErrorNotice error={error} /> : null}
        <div className="row wrap">
          <Button type="submit" disabled={isSending || (reread !== null && !isReread)}>
            {t(isSending ? 'sign.signing' : 'sign.action')}
          </Button>
          <Button variant="subtle" onClick={onClose}>
            {t('sign.notNow')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
