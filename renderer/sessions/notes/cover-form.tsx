import { Button } from '@mantine/core';
import { type FormEvent, type JSX, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/app-error.ts';
import { Id } from '../../../shared/ids.ts';
import { limits } from '../../../shared/limits.ts';
import { shows } from '../../../shared/text.ts';
import { Field } from '../../ui/field.tsx';
import { ErrorNotice, said } from '../../ui/notice.tsx';
import { tooLong } from '../../ui/too-long.ts';
import { useSend } from '../../use-call.ts';
import './notes-list.css';

type Props = { readonly clientId: string; readonly onCovered: () => unknown };

/** Another practitioner's notes of one client are opened by who says that they cover for them, and why (domain.md 9.3). */
const CoverForm = ({ clientId, onCovered }: Props): JSX.Element => {
  const { t } = useTranslation('notelists');
  const { t: errors } = useTranslation('errors');
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { send, isSending, error } = useSend('notes.cover');
  const [reason, setReason] = useState('');
  const [wasTried, tried] = useState(false);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  const long = tooLong(reason, limits.line);
  const problem = long ? errors('problem.too-long', long) : wasTried && !shows(reason) ? t('cover.needed') : undefined;
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    tried(true);
    if (!shows(reason) || long) return;
    const reply = await send({ clientId, reason });
    if (!reply.ok) return;
    said(t('cover.done'));
    await onCovered();
  };
  return (
    <form className="card cover" aria-labelledby={`cover${id}`} onSubmit={(event) => void submit(event)} noValidate>
      <h2 id={`cover${id}`} ref={heading} tabIndex={-1} className="section-title">
        {t('cover.title')}
      </h2>
      <p className="ink-2">{t('cover.text')}</p>
      <Field
        id={`cover-reason${id}`}
        label={t('cover.reason')}
        help={t('cover.reasonHelp')}
        value={reason}
        onChange={setReason}
        problem={problem}
        width={560}
        required
      />
      {error ? <ErrorNotice error={error} /> : null}
      <div className="row wrap">
        <Button type="submit" variant="default" disabled={isSending}>
          {t('cover.yes')}
        </Button>
      </div>
    </form>
  );
};

/** Whose notes would have to be covered for, where that is why it was refused. */
const clientToCover = (error: AppError): string | null =>
  error.code === 'refused' && error.reason === 'covering-needed' ? (Id.safeParse(error.details?.clientId).data ?? null) : null;

/** Why a note was not opened; where it is another practitioner's, with the way to cover for them. */
export const NoteRefused = ({ error, again }: { readonly error: AppError; readonly again: () => unknown }): JSX.Element => {
  const clientId = clientToCover(error);
  return clientId === null ? <ErrorNotice error={error} again={again} /> : <CoverForm clientId={clientId} onCovered={again} />;
};
