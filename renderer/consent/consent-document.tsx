import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { useStandingAddress } from '../ui/use-standing-address.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToConsent } from './back-to-consent.tsx';
import { canBeTakenBack, FormStanding, SignedHow } from './form-row.tsx';

type DocumentProps = {
  readonly clientId: string;
  readonly documentId: string;
  /** It was signed a moment ago. */
  readonly signed: boolean;
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
  useStandingAddress(clientId, found.data?.clientId);
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
              {consent?.paper ? (
                <SignedHow consent={consent} />
              ) : (
                <time dateTime={found.data.createdAt}>{momentWords(found.data.createdAt)}</time>
              )}
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
      {found.data ? <DocumentView document={found.data} /> : null}
    </div>
  );
};
