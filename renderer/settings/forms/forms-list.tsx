import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormHead } from '../../../shared/form-texts.ts';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Wrong } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ErrorNotice, Notice } from '../../ui/notice.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { fillsIn, isOwn, validityWords, whenWords } from './form-line.ts';

const Line = ({ form }: { readonly form: FormHead }): JSX.Element => {
  const { t } = useTranslation('forms');
  return (
    <li className="form-line">
      <div className="grow">
        <Link to="/settings/forms/$formId" params={{ formId: form.id }} className="form-name tall-link md b" dir="auto">
          {form.clientTitle}
        </Link>
        <div className="ink-2">{t('list.when', { when: whenWords(form) })}</div>
        <div className="ink-2 num">
          {validityWords(form, t)} · {t('list.version', { version: form.version })} · {isOwn(form) ? t('list.own') : t('list.asItCame')}
        </div>
        {form.unfilled.length > 0 ? (
          <Wrong>
            <Link to="/settings/$section" params={{ section: fillsIn(form) }} className="form-fill">
              {t('list.unfilled', { count: form.unfilled.length })}
            </Link>
          </Wrong>
        ) : null}
      </div>
      <ButtonLink
        to="/settings/forms/$formId/blank"
        params={{ formId: form.id }}
        variant="subtle"
        leftSection={<Icon icon={IconPrinter} />}
        aria-label={t('list.blankOf', { title: form.clientTitle })}
      >
        {t('list.blank')}
      </ButtonLink>
    </li>
  );
};

/** Every form the practice offers, in the order of the content. */
export const FormsSettings = (): JSX.Element => {
  const { t } = useTranslation('forms');
  const list = useCall('forms.list', {});
  if (list.error) return <ErrorNotice error={list.error} again={list.again} />;
  if (!list.data) return <Waiting>{t('list.reading')}</Waiting>;
  const waiting = list.data.forms.filter((form) => form.unfilled.length > 0);
  return (
    <div className="forms-list">
      <p className="ink-2">{t('list.lead')}</p>
      {waiting.length > 0 ? (
        <Notice
          tone="wait"
          title={t('list.waiting', { count: waiting.length })}
          actions={
            <ButtonLink to="/settings/$section" params={{ section: 'words' }} variant="default">
              {t('list.fill')}
            </ButtonLink>
          }
        >
          {t('list.waitingText')}
        </Notice>
      ) : null}
      <ul className="card form-lines" aria-label={t('list.title')}>
        {list.data.forms.map((form) => (
          <Line key={form.id} form={form} />
        ))}
      </ul>
    </div>
  );
};
