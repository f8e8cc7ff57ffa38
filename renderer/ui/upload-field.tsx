import { Button, Progress } from '@mantine/core';
import { IconFile, IconUpload } from '@tabler/icons-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { sizeWords } from '../backups.ts';
import { useErrorWords } from './error-words.ts';
import { Marked, Wrong } from './field.tsx';
import { Icon } from './icon.tsx';
import { sendFile } from './send-file.ts';

/** A file that lies in the vault's memory until a call uses it or the practice locks. */
export type UploadedFile = OutputOf<'uploads.finish'> & { readonly name: string };

/** `paper`: a PDF or a picture of a sheet. */
type Kind = 'pdf' | 'paper';

const endings: Readonly<Record<Kind, string>> = {
  pdf: '.pdf,application/pdf',
  paper: '.pdf,.png,.jpg,.jpeg,application/pdf,image/png,image/jpeg',
};
const mb = limits.file / (1024 * 1024);

type UploadFieldProps = {
  readonly id: string;
  readonly label: string;
  readonly help?: string;
  readonly kind: Kind;
  /** What is there now; the field's owner keeps it, and sets it to null once a call has used it up. */
  readonly value: UploadedFile | null;
  readonly onChange: (file: UploadedFile | null) => void;
  /** What the form found amiss with it. */
  readonly problem?: string | undefined;
};

type Run = { stopped: boolean };
type Sending = { readonly name: string; readonly share: number | null };

/** One file, chosen or dropped, taken in piece by piece. What goes wrong is said beside it. */
export const UploadField = ({ id, label, help, kind, value, onChange, problem }: UploadFieldProps): JSX.Element => {
  const { t } = useTranslation('ui');
  const wordsOf = useErrorWords();
  const input = useRef<HTMLInputElement>(null);
  const run = useRef<Run | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  useEffect(
    () => () => {
      if (run.current) run.current.stopped = true;
    },
    [],
  );

  const refusal = (files: readonly File[]): string | null => {
    const [file] = files;
    if (files.length > 1) return t('upload.oneOnly');
    if (file && file.size > limits.file) return t('upload.tooLarge', { size: sizeWords(file.size), mb });
    return file?.size === 0 ? t('upload.empty') : null;
  };

  const outcomeOf = async (file: File, own: Run): Promise<UploadedFile | string | null> => {
    const onShare = (share: number): void => (own.stopped ? undefined : setSending({ name: file.name, share }));
    const reply = await sendFile(file, { onShare, stopped: () => own.stopped }).catch(() => 'unreadable' as const);
    if (reply === null) return null;
    if (reply === 'unreadable') return t('upload.unreadable');
    if (!reply.ok && reply.error.code === 'refused' && reply.error.reason === 'file-kind-unknown') return t(`upload.wrongKind.${kind}`);
    if (!reply.ok) return Object.values(wordsOf(reply.error)).join('. ');
    if (kind === 'pdf' && reply.value.mediaType !== 'application/pdf') return t('upload.wrongKind.pdf');
    return { ...reply.value, name: file.name };
  };

  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (!file || run.current) return;
    onChange(null);
    const refused = refusal(files);
    setWrong(refused);
    if (refused !== null) return;
    const own: Run = { stopped: false };
    run.current = own;
    setSending({ name: file.name, share: null });
    const outcome = await outcomeOf(file, own);
    if (run.current !== own) return;
    run.current = null;
    setSending(null);
    if (typeof outcome === 'string') setWrong(outcome);
    else if (outcome) onChange(outcome);
  };

  const stop = (): void => {
    if (run.current) run.current.stopped = true;
    run.current = null;
    setSending(null);
    setWrong(t('upload.stopped'));
  };

  const said = problem ?? wrong;
  return (
    <Marked wrong={said !== null}>
      <fieldset
        className={over ? 'upload upload-over' : 'upload'}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          void take([...event.dataTransfer.files]);
        }}
      >
        <legend className="upload-label">{label}</legend>
        <div className="ink-2" id={`${id}-help`}>
          {help} {t(`upload.kinds.${kind}`, { mb })}
        </div>
        <div id={`${id}-wrong`} role="status">
          {said === null ? null : <Wrong>{said}</Wrong>}
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept={endings[kind]}
          onChange={(event) => {
            const files = [...(event.currentTarget.files ?? [])];
            // The same file may be chosen again after a slip.
            event.currentTarget.value = '';
            void take(files);
          }}
        />
        {value ? (
          <div className="row upload-file">
            <Icon icon={IconFile} />
            <bdi className="upload-name">{t('upload.ready', { name: value.name, size: sizeWords(value.bytes) })}</bdi>
          </div>
        ) : null}
        {sending ? (
          <div className="upload-file">
            <bdi className="upload-name">
              {sending.share === null
                ? t('upload.reading', { name: sending.name })
                : t('upload.sending', { name: sending.name, percent: Math.floor(sending.share * 100) })}
            </bdi>
            <Progress value={(sending.share ?? 0) * 100} aria-label={label} />
          </div>
        ) : null}
        <div className="row">
          {sending ? (
            <Button variant="default" onClick={stop}>
              {t('upload.stop')}
            </Button>
          ) : (
            <>
              <Button
                id={id}
                variant="default"
                aria-describedby={`${id}-help ${id}-wrong`}
                leftSection={<Icon icon={IconUpload} />}
                onClick={() => input.current?.click()}
              >
                {value ? t('upload.another') : t('upload.choose')}
              </Button>
              <span className="ink-2">{t('upload.drop')}</span>
            </>
          )}
        </div>
      </fieldset>
    </Marked>
  );
};
