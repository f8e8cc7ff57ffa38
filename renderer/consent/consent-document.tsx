import { type JSX, lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ExportButton } from '../ui/export-button.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { PrintButton } from '../ui/print-button.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToConsent } from './back-to-consent.tsx';
import { canBeTakenBack, FormStanding } from './form-row.tsx';

/** The reader of PDFs is the heaviest part of the window; it comes when the first document is opened. */
const PdfPreview = lazy(async () => ({ default: (await import('../ui/pdf-preview.tsx')).PdfPreview }));

type DocumentProps = {
  readonly clientId: string;
  readonly documentId: string;
  /** It was signed a moment ago. */
  readonly signed: boolean;
};

const Actions = ({ documentId }: Pick<DocumentProps, 'documentId'>): JSX.Element => (
  <>
    <PrintButton documentId={documentId} />
    <ExportButton documentId={documentId} />
  </>
);

const Shown = ({ document }: { readonly document: OutputOf<'documents.get'> }): JSX.Element => {
  const { t } = useTranslation('ui');
  if (document.mediaType !== 'application/pdf') {
    return (
      <section className="pdf">
        <div className="pdf-tools">
          <span className="grow" />
          <Actions documentId={document.id} />
        </div>
        <div className="pdf-pages">
          <img className="scan" src={`data:${document.mediaType};base64,${document.pdf}`} alt={document.title} />
        </div>
      </section>
    );
  }
  return (
    <Suspense fallback={<Waiting>{t('pdf.reading')}</Waiting>}>
      <PdfPreview title={document.title} base64={document.pdf} actions={<Actions documentId={document.id} />} />
    </Suspense>
  );
};

/** After signing: what is kept, and what waits still. */
const Thanks = ({ clientId, waiting }: { readonly clientId: string; readonly waiting: number }): JSX.Element => {
  const { t } = useTranslation('consent');
  return (
    <div className="document-notice">
      <Notice
        tone="sage"
        title={t('signed.title')}
        live
        actions={
          waiting > 0 ? (
            <ButtonLink to="/clients/$clientId/consent/returned" params={{ clientId }}>
              {t('signed.next', { count: waiting })}
            </ButtonLink>
          ) : null
        }
      >
        {t('signed.text')}
      </Notice>
    </div>
  );
};

export const ConsentDocument = ({ clientId, documentId, signed }: DocumentProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const { t: tUi } = useTranslation('ui');
  const found = useCall('documents.get', { id: documentId });
  const list = useCall('consent.ofClient', { clientId }).data;
  const consent = list?.consents.find((one) => one.documentId === documentId);
  const form = list?.forms.find((one) => one.consentId !== null && one.consentId === consent?.id);
  const title = found.data?.title ?? t('tab.title');
  return (
    <div className="document">
      <PageHead
        title={title}
        sub={
          found.data ? (
            <>
              <time dateTime={found.data.createdAt}>{momentWords(found.data.createdAt)}</time>
              {form ? (
                <>
                  {' · '}
                  <FormStanding form={form} />
                </>
              ) : null}
            </>
          ) : undefined
        }
        action={
          form && consent && canBeTakenBack(form) ? (
            <ButtonLink
              to="/clients/$clientId/consent/$consentId/take-back"
              params={{ clientId, consentId: consent.id }}
              variant="default"
              aria-label={t('tab.takeBackOf', { title })}
            >
              {t('tab.takeBack')}
            </ButtonLink>
          ) : undefined
        }
      />
      <BackToConsent clientId={clientId} />
      {signed ? <Thanks clientId={clientId} waiting={list?.forms.filter((one) => one.state === 'to-review').length ?? 0} /> : null}
      {found.error ? (
        <div className="page-body">
          <ErrorNotice error={found.error} again={found.again} />
        </div>
      ) : null}
      {found.isPending && !found.error ? <Waiting>{tUi('pdf.reading')}</Waiting> : null}
      {found.data ? <Shown document={found.data} /> : null}
    </div>
  );
};
