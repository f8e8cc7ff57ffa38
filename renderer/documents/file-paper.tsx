import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue } from '../../shared/app-error.ts';
import { fieldOf, issueWords } from '../ui/error-words.ts';
import { Field } from '../ui/field.tsx';
import { ErrorNotice, said } from '../ui/notice.tsx';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { useSend } from '../use-call.ts';

/** Files a scan or a photo with the client. What is amiss stands beside its field, and the file stays chosen. */
export const FilePaper = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { t: tErrors } = useTranslation('errors');
  const [paper, setPaper] = useState<UploadedFile | null>(null);
  const [title, setTitle] = useState('');
  const [missing, setMissing] = useState(false);
  const { send, isSending, error, forget } = useSend('documents.file');
  const issues: readonly Issue[] = error?.code === 'invalid' ? error.issues : [];
  const wrongTitle = issues.find((issue) => fieldOf(issue) === 'title');

  const file = async (): Promise<void> => {
    setMissing(paper === null);
    if (!paper) return;
    const filed = await send({ uploadId: paper.uploadId, clientId, title });
    // A file that is not held any more (too many others came) is to be chosen again.
    if (!filed.ok && filed.error.code === 'not-found' && filed.error.what === 'upload') setPaper(null);
    if (!filed.ok) return;
    said(t('file.done', { title: filed.value.title }));
    setPaper(null);
    setTitle('');
  };

  return (
    <section className="card file-paper" aria-labelledby="file-paper">
      <h2 id="file-paper" className="section-head">
        {t('file.title')}
      </h2>
      <p className="ink-2">{t('file.lead')}</p>
      <UploadField
        id="paper"
        label={t('file.paper')}
        kind="paper"
        value={paper}
        onChange={(chosen) => {
          setPaper(chosen);
          setMissing(false);
        }}
        problem={missing ? t('file.missing') : undefined}
      />
      <Field
        id="paper-title"
        label={t('file.name')}
        help={t('file.nameHelp')}
        value={title}
        onChange={(typed) => {
          setTitle(typed);
          forget();
        }}
        problem={wrongTitle ? issueWords(tErrors, wrongTitle) : undefined}
        width={520}
      />
      {error && !wrongTitle ? <ErrorNotice error={error} /> : null}
      <Button variant="default" disabled={isSending} onClick={() => void file()}>
        {isSending ? t('file.filing') : t('file.action')}
      </Button>
    </section>
  );
};
