import { type JSX, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { ExportButton } from './export-button.tsx';
import { PrintButton } from './print-button.tsx';
import { Waiting } from './waiting.tsx';

/** The reader of PDFs is the heaviest part of the window; it comes when the first document is opened. */
const PdfPreview = lazy(async () => ({ default: (await import('./pdf-preview.tsx')).PdfPreview }));

const Actions = ({ documentId }: { readonly documentId: string }): JSX.Element => (
  <>
    <PrintButton documentId={documentId} />
    <ExportButton documentId={documentId} />
  </>
);

/** A document as it is kept, a PDF or a picture, with what can be done with it. */
export const DocumentView = ({ document }: { readonly document: OutputOf<'documents.get'> }): JSX.Element => {
  const { t } = useTranslation('ui');
  const actions = <Actions documentId={document.id} />;
  if (document.mediaType === 'application/pdf') {
    return (
      <Suspense fallback={<Waiting>{t('pdf.reading')}</Waiting>}>
        <PdfPreview title={document.title} base64={document.pdf} actions={actions} />
      </Suspense>
    );
  }
  return (
    <section className="pdf" aria-label={t('pdf.region')}>
      <div className="pdf-tools">
        <span className="grow" />
        {actions}
      </div>
      <div className="picture-frame">
        <img
          className="picture"
          src={`data:${document.mediaType};base64,${document.pdf}`}
          alt={t('pdf.picture', { title: document.title })}
        />
      </div>
    </section>
  );
};
