import { Button, Select } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { clockDay, dayWords } from '../dates.ts';
import { ErrorNotice } from '../ui/notice.tsx';
import { paperThere } from '../ui/paper-there.ts';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { useCall, useSend } from '../use-call.ts';
import { useLetter } from './letter-context.ts';

type ReplyPaperWork = {
  readonly scan: UploadedFile | null;
  readonly setScan: (scan: UploadedFile | null) => void;
  readonly documentId: string | null;
  readonly choose: (documentId: string | null) => void;
  readonly isTaking: boolean;
  readonly setTaking: (is: boolean) => void;
  readonly isFiling: boolean;
  readonly error: AppError | null;
  /** Files the scan with the client, where there is one; the paper the answer goes with, or null where that could not be done. */
  readonly file: () => Promise<{ readonly documentId: string | null } | null>;
};

/** A scan becomes a paper of the client's first: where the answer itself is refused after that, it is among those filed already. */
export const useReplyPaper = (): ReplyPaperWork => {
  const { t } = useTranslation('letters');
  const { letter } = useLetter().open;
  const { send, isSending: isFiling, error, forget } = useSend('documents.file');
  const [scan, setScan] = useState<UploadedFile | null>(null);
  const [documentId, choose] = useState<string | null>(null);
  const [isTaking, setTaking] = useState(false);
  const file = async (): Promise<{ readonly documentId: string | null } | null> => {
    if (!scan) return { documentId };
    const title = t('reply.scanTitle', { letter: letter.title });
    const filed = await send({ uploadId: scan.uploadId, clientId: letter.clientId, title });
    // A file that is not held any more (too many others came) is to be chosen again.
    if (!filed.ok && filed.error.code === 'not-found' && filed.error.what === 'upload') setScan(null);
    const paper = filed.ok ? { documentId: filed.value.id } : paperThere(filed.error);
    if (!paper) return null;
    forget();
    setScan(null);
    choose(paper.documentId);
    return { documentId: paper.documentId };
  };
  return { scan, setScan, documentId, choose, isTaking, setTaking, isFiling, error, file };
};

/** The paper of an answer: a file of its own, or one of the client's. */
export const ReplyPaper = ({ paper, problem }: { readonly paper: ReplyPaperWork; readonly problem: string | undefined }): JSX.Element => {
  const { t } = useTranslation('letters');
  const { letter } = useLetter().open;
  const files = useCall('documents.ofClient', { clientId: letter.clientId });
  const papers = (files.data?.documents ?? []).filter((one) => !one.inError);
  const { scan, setScan, documentId, choose, setTaking, error } = paper;
  return (
    <>
      <UploadField
        id="letter-reply-scan"
        label={t('reply.scan')}
        help={t('reply.scanHelp')}
        kind="paper"
        value={scan}
        onChange={setScan}
        onTaking={setTaking}
        problem={problem}
      />
      {scan ? (
        <div>
          <Button variant="subtle" onClick={() => setScan(null)}>
            {t('reply.without')}
          </Button>
        </div>
      ) : null}
      {papers.length > 0 && !scan ? (
        <Select
          label={t('reply.paper')}
          description={t('reply.paperHelp')}
          data={papers.map(({ id, title, createdAt }) => ({ value: id, label: `${title}, ${dayWords(clockDay(createdAt))}` }))}
          value={documentId}
          clearable
          clearButtonProps={{ 'aria-label': t('reply.noPaper') }}
          onChange={choose}
        />
      ) : null}
      {error ? <ErrorNotice error={error} /> : null}
    </>
  );
};
