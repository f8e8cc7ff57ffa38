import { IconFileCheck, IconPhoto } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../shared/calls.ts';
import { sizeWords } from '../backups.ts';
import { dayWords, momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Icon } from '../ui/icon.tsx';

type Paper = OutputOf<'documents.ofClient'>['documents'][number];

/** One paper of the list: what it is, its own day where it has one, and when it came. */
export const FileLine = ({ clientId, paper }: { readonly clientId: string; readonly paper: Paper }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { id, title, kind, createdAt, bytes, inError, filed } = paper;
  const [day, size] = [momentDay(createdAt), sizeWords(bytes)];
  return (
    <li className="file-line">
      <Icon icon={kind === 'scan' ? IconPhoto : IconFileCheck} tone="ink-3" />
      <div className="grow">
        <div className="md b" dir="auto">
          {title}
        </div>
        {filed ? (
          <div className="ink-2 num">
            {filed.paperOn ? t('files.ofDay', { kind: t(`kind.${filed.kind}`), day: dayWords(filed.paperOn) }) : t(`kind.${filed.kind}`)}
          </div>
        ) : null}
        <div className="ink-2 num">
          <time dateTime={createdAt}>{t('files.line', { kind: t(`files.kind.${kind}`), day, size })}</time>
        </div>
        {inError ? <div className="b">{t(filed ? 'files.paperInError' : 'files.inError')}</div> : null}
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
