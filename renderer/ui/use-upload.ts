import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { sizeWords } from '../backups.ts';
import { useErrorWords } from './error-words.ts';
import { sendFile } from './send-file.ts';

/** A file that lies in the vault's memory until a call uses it or the practice locks. */
export type UploadedFile = OutputOf<'uploads.finish'> & { readonly name: string };

/** `paper`: a PDF or a picture of a sheet. */
export type UploadKind = 'pdf' | 'paper' | 'calendar' | 'list';

/** Which of the files the vault knows a field asks for. */
const fits = (kind: UploadKind, mediaType: UploadedFile['mediaType']): boolean => {
  switch (kind) {
    case 'pdf':
      return mediaType === 'application/pdf';
    case 'calendar':
      return mediaType === 'text/calendar';
    case 'list':
      return mediaType === 'text/csv';
    case 'paper':
      return mediaType !== 'text/calendar' && mediaType !== 'text/csv';
  }
};

/** The limit in the words of the field. */
export const megabytes = limits.file / (1024 * 1024);

type Run = { stopped: boolean };
type Sending = { readonly name: string; readonly share: number | null };

type Problems = {
  /** Why it is not even tried; null when nothing speaks against it. */
  readonly refusal: (files: readonly File[]) => string | null;
  readonly outcomeOf: (file: File, own: Run, show: (sending: Sending) => void) => Promise<UploadedFile | string | null>;
};

/** What can be wrong with a file, in words. */
const useProblems = (kind: UploadKind): Problems => {
  const { t } = useTranslation('ui');
  const wordsOf = useErrorWords();
  const refusal = (files: readonly File[]): string | null => {
    const [file] = files;
    if (files.length > 1) return t('upload.oneOnly');
    if (file && file.size > limits.file) return t('upload.tooLarge', { size: sizeWords(file.size), mb: megabytes });
    return file?.size === 0 ? t('upload.empty') : null;
  };

  const outcomeOf = async (file: File, own: Run, show: (sending: Sending) => void): Promise<UploadedFile | string | null> => {
    const onShare = (share: number): void => (own.stopped ? undefined : show({ name: file.name, share }));
    const reply = await sendFile(file, { onShare, stopped: () => own.stopped }).catch(() => 'unreadable' as const);
    if (reply === null) return null;
    if (reply === 'unreadable') return t('upload.unreadable');
    if (!reply.ok && reply.error.code === 'refused' && reply.error.reason === 'file-kind-unknown') return t(`upload.wrongKind.${kind}`);
    if (!reply.ok) return Object.values(wordsOf(reply.error)).join('. ');
    if (!fits(kind, reply.value.mediaType)) return t(`upload.wrongKind.${kind}`);
    return { ...reply.value, name: file.name };
  };

  return { refusal, outcomeOf };
};

type Upload = {
  readonly sending: Sending | null;
  readonly wrong: string | null;
  readonly take: (files: readonly File[]) => Promise<void>;
  readonly stop: () => void;
};

/** Takes one file in, piece by piece; a field that goes away stops it. */
export const useUpload = (kind: UploadKind, onChange: (file: UploadedFile | null) => void): Upload => {
  const { t } = useTranslation('ui');
  const { refusal, outcomeOf } = useProblems(kind);
  const run = useRef<Run | null>(null);
  const [sending, setSending] = useState<Sending | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  useEffect(
    () => () => {
      if (run.current) run.current.stopped = true;
    },
    [],
  );

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
    const outcome = await outcomeOf(file, own, setSending);
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

  return { sending, wrong, take, stop };
};
