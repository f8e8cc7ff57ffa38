import { IconPrinter } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormHead } from '../../../shared/form-texts.ts';
import { usePractice } from '../../practice.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { BackToForms } from './back-to-forms.tsx';
import { EditText } from './edit-text.tsx';
import { fillsIn, isOwn, signedByWords, validityWords, whenWords } from './form-line.ts';
import { FormReading } from './part-reading.tsx';
import { TextVersions } from './text-versions.tsx';

const Facts = ({ form }: { readonly form: FormHead }): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <dl className="facts">
      {(
        [
          ['when', whenWords(form)],
          ['signedBy', signedByWords(form)],
          ['validity', validityWords(form, t)],
          ['version', `${form.version}, ${isOwn(form) ? t('list.own') : t('list.asItCame')}`],
        ] as const
      ).map(([fact, words]) => (
        <div key={fact} className="fact">
          <dt>{t(`page.${fact}`)}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
};

const Unfilled = ({ form }: { readonly form: FormHead }): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <Notice
      tone="wait"
      title={t('page.unfilled')}
      actions={
        <ButtonLink to="/settings/$section" params={{ section: fillsIn(form) }} variant="default">
          {t('list.fill')}
        </ButtonLink>
      }
    >
      {t('page.unfilledText', { list: form.unfilled.map((blank) => blank.label).join(' · ') })}
    </Notice>
  );
};

/** Read by who may read the forms, changed by the owner. */
const Text = ({ formId }: { readonly formId: string }): JSX.Element => {
  const { t } = useTranslation('forms');
  const { role } = usePractice();
  const text = useCall('forms.get', { formId });
  if (text.error) return <ErrorNotice error={text.error} again={text.again} />;
  if (!text.data) return <Waiting>{t('page.reading')}</Waiting>;
  const { parts, placeholders } = text.data;
  if (role === 'owner') return <EditText key={formId} form={text.data} />;
  return (
    <div className="card form-read">
      <FormReading text={text.data.text} blanks={placeholders} isShown={(id) => parts.find((part) => part.id === id)?.shownHere ?? true} />
    </div>
  );
};

export const FormPage = ({ formId }: { readonly formId: string }): JSX.Element => {
  const { t } = useTranslation('forms');
  const { role } = usePractice();
  const list = useCall('forms.list', {});
  const form = list.data?.forms.find((one) => one.id === formId);
  return (
    <>
      <PageHead title={form?.clientTitle ?? t('page.title')} windowTitle={t('page.title')} sub={form ? form.purpose : undefined} />
      <div className="document-back row wrap">
        <BackToForms />
        {form ? (
          <ButtonLink to="/settings/forms/$formId/blank" params={{ formId }} variant="subtle" leftSection={<Icon icon={IconPrinter} />}>
            {t('list.blank')}
          </ButtonLink>
        ) : null}
      </div>
      <div className="page-body form-text">
        {list.error ? <ErrorNotice error={list.error} again={list.again} /> : null}
        {list.data && !form ? <ErrorNotice error={{ code: 'not-found', what: 'form' }} /> : null}
        {form ? (
          <>
            <Facts form={form} />
            {form.unfilled.length > 0 ? <Unfilled form={form} /> : null}
            {form.shippedSince ? (
              <Notice tone="sage" title={t('page.newer')}>
                {t('page.newerText')}
              </Notice>
            ) : null}
            <TextVersions form={form} />
            {role === 'owner' ? null : <p className="md ink-2">{t('page.ownerChanges')}</p>}
            <Text formId={formId} />
          </>
        ) : null}
      </div>
    </>
  );
};
