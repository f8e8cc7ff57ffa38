import { Button } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { type UploadedFile, UploadField } from '../ui/upload-field.tsx';
import { useSend } from '../use-call.ts';
import { Verdict } from './verdict.tsx';

/** Is this the document that was signed? */
export const VerifyDocument = (): JSX.Element => {
  const { t } = useTranslation('documents');
  const [file, setFile] = useState<UploadedFile | null>(null);
  const [missing, setMissing] = useState(false);
  const { send, isSending, error, value, forget } = useSend('documents.verify');

  const compare = async (): Promise<void> => {
    setMissing(file === null);
    if (!file) return;
    await send({ uploadId: file.uploadId });
    // The file was given back by the answer, whatever it was.
    setFile(null);
  };

  return (
    <div className="verify">
      <p className="ink-2">{t('verify.lead')}</p>
      <UploadField
        id="verify-file"
        label={t('verify.file')}
        kind="pdf"
        value={file}
        onChange={(chosen) => {
          setFile(chosen);
          setMissing(false);
          if (chosen) forget();
        }}
        problem={missing ? t('verify.missing') : undefined}
      />
      <Button disabled={isSending} onClick={() => void compare()}>
        {isSending ? t('verify.comparing') : t('verify.action')}
      </Button>
      {error ? <ErrorNotice error={error} /> : null}
      {value ? <Verdict found={value} /> : null}
    </div>
  );
};
