import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { DocumentView } from '../../ui/document-view.tsx';
import { ErrorNotice } from '../../ui/notice.tsx';
import { PageHead } from '../../ui/page.tsx';
import { Waiting } from '../../ui/waiting.tsx';
import { useCall } from '../../use-call.ts';
import { BackToForms } from './back-to-forms.tsx';

/** A form to print and fill by hand. Drawn anew each time, so that it never shows older words. */
export const BlankPaper = ({ formId }: { readonly formId: string }): JSX.Element => {
  const { t } = useTranslation('forms');
  const drawn = useCall('paper.blank', { formId, clientId: null }, { fresh: true });
  const sheet = drawn.isFetching ? undefined : drawn.data;
  return (
    <div className="document">
      <PageHead title={sheet ? t('blank.title', { title: sheet.title }) : t('list.blank')} sub={t('blank.sub')} />
      <div className="document-back">
        <BackToForms />
      </div>
      {drawn.error ? (
        <div className="page-body">
          <ErrorNotice error={drawn.error} again={drawn.again} />
        </div>
      ) : null}
      {drawn.isFetching ? <Waiting>{t('blank.drawing')}</Waiting> : null}
      {sheet ? <DocumentView document={sheet} /> : null}
    </div>
  );
};
