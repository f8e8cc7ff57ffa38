import { IconFileText } from '@tabler/icons-react';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { SheetChoice, SheetView } from '../ui/paper-sheet.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { BackToConsent } from './back-to-consent.tsx';
import { formOfKey, keyOfForm } from './form-key.ts';

/** Every form as a sheet to fill by hand. Paper is a full way to say yes, not the lesser one. */
export const BlankForms = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('consent');
  const list = useCall('consent.ofClient', { clientId });
  return (
    <>
      <PageHead title={t('paper.title')} />
      <BackToConsent clientId={clientId} />
      <div className="page-body form-column">
        <p className="md ink-2">{t('paper.text')}</p>
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        {list.isPending && !list.error ? <Waiting /> : null}
        <ul className="consent-list">
          {(list.data?.forms ?? []).map((form) => (
            <li key={keyOfForm(form)}>
              <Icon icon={IconFileText} tone="ink-3" />
              <span className="grow md b" dir="auto">
                {form.title}
              </span>
              <ButtonLink
                to="/clients/$clientId/consent/paper/$formId"
                params={{ clientId, formId: keyOfForm(form) }}
                variant="default"
                aria-label={t('paper.openOf', { title: form.title })}
              >
                {t('paper.open')}
              </ButtonLink>
            </li>
          ))}
        </ul>
      </div>
    </>
  );
};

/** `formId`: the form by its key. */
type BlankProps = { readonly clientId: string; readonly formId: string };

/** One sheet before it is printed, with the client's name or for whoever comes. */
export const BlankForm = ({ clientId, formId }: BlankProps): JSX.Element => {
  const { t } = useTranslation('consent');
  const client = useCall('clients.get', { id: clientId }).data;
  const [named, setNamed] = useState(true);
  const sheet = useCall('paper.blank', { ...formOfKey(formId), clientId: named ? clientId : null }, { fresh: true });
  const title = sheet.data?.title ?? t('paper.one');
  return (
    <div className="document">
      <PageHead title={title} windowTitle={t('paper.title')} />
      <BackToConsent clientId={clientId} />
      <SheetChoice
        label={t('paper.whose')}
        own={t('paper.named', { name: client?.chosenName ?? '' })}
        other={t('paper.empty')}
        isOwn={named}
        onOwn={setNamed}
      />
      <SheetView sheet={sheet} />
    </div>
  );
};
