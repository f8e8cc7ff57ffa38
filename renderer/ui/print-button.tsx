import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../shared/app-error.ts';
import { call } from '../call.ts';
import { Icon } from './icon.tsx';
import { ErrorNotice, said } from './notice.tsx';
import { usePressed } from './use-pressed.ts';

/** Prints a document, or a blank sheet by its id, through the printer's own dialog. */
export const PrintButton = ({ documentId }: { readonly documentId: string }): JSX.Element => {
  const { t } = useTranslation('ui');
  const print = async (): Promise<AppError | null> => {
    const reply = await call('documents.print', { id: documentId });
    if (!reply.ok) return reply.error;
    if (reply.value.printed) said(t('print.done'));
    return null;
  };
  const { busy, error, press } = usePressed(print);

  return (
    <div className="print">
      <Button variant="default" leftSection={<Icon icon={IconPrinter} />} disabled={busy} onClick={press}>
        {busy ? t('print.printing') : t('print.action')}
      </Button>
      {error ? <ErrorNotice error={error} /> : null}
    </div>
  );
};
