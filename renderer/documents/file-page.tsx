import { IconArrowLeft } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filed } from '../../shared/attachments.ts';
import { dayWords, momentDay, momentWords } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { DocumentView } from '../ui/document-view.tsx';
import { Icon } from '../ui/icon.tsx';
import { ErrorNotice, Notice } from '../ui/notice.tsx';
import { PageHead } from '../ui/page.tsx';
import { useStandingAddress } from '../ui/use-standing-address.ts';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { PaperDeeds } from './paper-deeds.tsx';
import { PaperDescribe } from './paper-describe.tsx';

type FileProps = { readonly clientId: string; readonly documentId: string };

/** What is known of a paper that was filed, and what can be done where it was filed wrongly. */
const FiledFacts = ({
  clientId,
  documentId,
  title,
  filed,
  reliedOn,
}: FileProps & { readonly title: string; readonly filed: Filed; readonly reliedOn: boolean }): JSX.Element => {
  const { t } = useTranslation('documents');
  const { kind, paperOn, byName, moves, before, inError } = filed;
  return (
    <div className="page-body file-facts">
      {inError ? (
        <Notice tone="wait" title={t('inError.stands')}>
          <p dir="auto">{t('inError.who', { name: inError.byName, moment: momentWords(inError.at), reason: inError.reason })}</p>
        </Notice>
      ) : null}
      <p className="ink-2">
        {paperOn ? t('files.ofDay', { kind: t(`kind.${kind}`), day: dayWords(paperOn) }) : t(`kind.${kind}`)} ·{' '}
        {t('files.by', { name: byName })}
      </p>
      {moves.map(({ at, byName: mover, reason }) => (
        <p key={at} className="ink-2" dir="auto">
          {t('move.came', { day: momentDay(at), name: mover, reason })}
        </p>
      ))}
      {before.map((one) => (
        <p key={one.at} className="ink-2" dir="auto">
          {t(one.paperOn ? 'describe.beforeOf' : 'describe.before', {
            day: momentDay(one.at),
            title: one.title,
            kind: t(`kind.${one.kind}`),
            of: one.paperOn ? dayWords(one.paperOn) : '',
            name: one.byName,
          })}
        </p>
      ))}
      {reliedOn ? <p className="ink-2">{t('files.reliedOn')}</p> : null}
      {inError ? null : <PaperDescribe paper={{ id: documentId, title, kind, paperOn }} />}
      {inError || reliedOn ? null : <PaperDeeds paper={{ id: documentId, clientId }} />}
    </div>
  );
};

/** One paper of a client, from the list of their files. */
export const FilePage = ({ clientId, documentId }: FileProps): JSX.Element => {
  const { t } = useTranslation('documents');
  const found = useCall('attachments.get', { id: documentId });
  const { data } = found;
  useStandingAddress(clientId, data?.clientId);
  return (
    <div className="document">
      <PageHead
        title={data?.title ?? t('files.title')}
        sub={data ? <time dateTime={data.createdAt}>{momentWords(data.createdAt)}</time> : undefined}
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
      {data?.filed ? (
        <FiledFacts clientId={clientId} documentId={documentId} title={data.title} filed={data.filed} reliedOn={data.reliedOn} />
      ) : null}
      {data ? <DocumentView document={data} /> : null}
    </div>
  );
};
