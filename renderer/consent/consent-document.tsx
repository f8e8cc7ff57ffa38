import { IconArrowLeft } from '@tabler/icons-react';
import { type JSX, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

/** The reader of PDFs is the heaviest part of the window; it comes when the first document is opened. */
const PdfPreview = lazy(async () => ({ default: (await import('../ui/pdf-preview.tsx')).PdfPreview }));

type DocumentProps = { readonly clientId: string; readonly documentId: string };

export const ConsentDocument = ({ clientId, documentId }: DocumentProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tUi } = useTranslation('ui');
  const found = useCall('documents.get', { id: documentId });
  const title = found.data?.title ?? t('tab.title');
  return (
    <div className="document">
      <PageHead
        title={title}
        sub={found.data ? <time dateTime={found.data.createdAt}>{momentWords(found.data.createdAt)}</time> : undefined}
      />
      <div className="document-back">
        <ButtonLink to="/clients/$clientId/consent" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('document.back')}
        </ButtonLink>
      </div>
      {found.error ? (
        <div className="page-body">
          <ErrorNotice error={found.error} again={found.again} />
        </div>
      ) : null}
      {found.isPending && !found.error ? <Waiting>{tUi('pdf.reading')}</Waiting> : null}
      {found.data ? (
        <Suspense fallback={<Waiting>{tUi('pdf.reading')}</Waiting>}>
          <PdfPreview title={title} base64={found.data.pdf} actions={<ExportButton documentId={documentId} />} />
        </Suspense>
      ) : null}
    </div>
  );
};
