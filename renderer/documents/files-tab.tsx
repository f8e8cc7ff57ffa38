import { IconFileCheck, IconPhoto } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { sizeWords } from '../backups.ts';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { FilePaper } from './file-paper.tsx';

type Paper = OutputOf<'documents.ofClient'>['documents'][number];

const Line = ({ clientId, document }: { readonly clientId: string; readonly document: Paper }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { id, title, kind, createdAt, bytes, inError } = document;
  return (
    <li className="file-line">
      <Icon icon={kind === 'scan' ? IconPhoto : IconFileCheck} tone="ink-3" />
      <div className="grow">
        <div className="md b" dir="auto">
          {title}
        </div>
        <div className="ink-2 num">
          <time dateTime={createdAt}>
            {t('files.line', { kind: t(`files.kind.${kind}`), day: momentDay(createdAt), size: sizeWords(bytes) })}
          </time>
        </div>
        {inError ? <div className="b">{t('files.inError')}</div> : null}
      </div>
      <ButtonLink
        to="/clients/$clientId/files/$documentId"
        params={{ clientId, documentId: id }}
        variant="subtle"
        aria-label={t('files.openNamed', { title })}
      >
        {t('files.open')}
      </ButtonLink>
    </li>
  );
};

/** Every paper of a client, and the place to file another. */
export const FilesTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('documents');
  useTitle(t('files.title'));
  const { data, error, again, isPending } = useCall('documents.ofClient', { clientId });
  return (
    <div className="page-body files">
      <p className="ink-2">{t('files.lead')}</p>
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {isPending && !error ? <Waiting>{t('files.reading')}</Waiting> : null}
      {data && data.documents.length === 0 ? <p>{t('files.none')}</p> : null}
      {data && data.documents.length > 0 ? (
        <ul className="file-list" aria-label={t('files.title')}>
          {data.documents.map((document) => (
            <Line key={document.id} clientId={clientId} document={document} />
          ))}
        </ul>
      ) : null}
      <FilePaper clientId={clientId} />
      <ButtonLink to="/settings/$section" params={{ section: 'verify' }} variant="subtle">
        {t('files.check')}
      </ButtonLink>
    </div>
  );
};
