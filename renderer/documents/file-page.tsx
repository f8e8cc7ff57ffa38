import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

type FileProps = { readonly clientId: string; readonly documentId: string };

/** One paper of a client, from the list of their files. */
export const FilePage = ({ clientId, documentId }: FileProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const found = useCall('documents.get', { id: documentId });
  return (
    <div className="document">
      <PageHead
        title={found.data?.title ?? t('files.title')}
        sub={found.data ? <time dateTime={found.data.createdAt}>{momentWords(found.data.createdAt)}</time> : undefined}
      />
      <div className="document-back">
        <ButtonLink to="/clients/$clientId/files" params={{ clientId }} variant="subtle" leftSection={<Icon icon={IconArrowLeft} />}>
          {t('document.back')}
        </ButtonLink>
      </div>
      {found.error ? (
        <div className="page-body">
          <ErrorNotice error={found.error} again={found.again} />
        </div>
      ) : null}
      {found.isPending && !found.error ? <Waiting>{t('document.reading')}</Waiting> : null}
      {found.data ? <DocumentView document={found.data} /> : null}
    </div>
  );
};
