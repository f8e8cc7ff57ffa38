import { NativeSelect } from '@mantine/core';
import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type AttachmentKind, attachmentKinds, type PaperDeed } from '../../shared/attachments.ts';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';
import { FileLine } from './file-line.tsx';
import { FilePapers } from './file-papers.tsx';

type Shown = 'all' | AttachmentKind;

/** That papers lay here and went to the client they are of; which ones and whose is not said in these files. */
const MovedAway = ({ moves }: { readonly moves: readonly PaperDeed[] }): JSX.Element | null => {
  const { t } = useTranslation('documents');
  if (moves.length === 0) return null;
  return (
    <section aria-labelledby="moved-away">
      <h2 id="moved-away" className="section-head">
        {t('files.movedAway')}
      </h2>
      <ul className="file-list">
        {moves.map(({ at, byName, reason }) => (
          <li key={at} className="file-deed ink-2">
            <time dateTime={at}>{t('files.movedAwayOn', { day: momentDay(at), name: byName })}</time> <span dir="auto">{reason}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** All papers, or those of one kind that were filed: one call for what is on the screen. */
const usePapers = (clientId: string, shown: Shown) => {
  const all = useCall('documents.ofClient', { clientId }, { enabled: shown === 'all' });
  const kind = shown === 'all' ? null : shown;
  const some = useCall('attachments.ofClient', { clientId, kind }, { enabled: shown !== 'all' });
  const { error, again, isPending } = shown === 'all' ? all : some;
  const papers = shown === 'all' ? all.data?.documents : some.data?.attachments;
  return { papers, movedAway: shown === 'all' ? (all.data?.movedAway ?? []) : [], error, again, isPending };
};

/** Every paper of a client, and the place to file further ones. */
export const FilesTab = ({ clientId }: { readonly clientId: string }): JSX.Element => {
  const { t } = useTranslation('documents');
  useTitle(t('files.title'));
  const [shown, setShown] = useState<Shown>('all');
  const { papers, movedAway, error, again, isPending } = usePapers(clientId, shown);
  return (
    <div className="page-body files">
      <p className="ink-2">{t('files.lead')}</p>
      <NativeSelect
        id="files-shown"
        label={t('files.shown')}
        value={shown}
        data={[
          { value: 'all', label: t('files.all') },
          ...attachmentKinds.map((kind) => ({ value: kind, label: t('files.only', { kind: t(`kind.${kind}`) }) })),
        ]}
        onChange={(event) => setShown(event.currentTarget.value as Shown)}
        maw={320}
      />
      {error ? <ErrorNotice error={error} again={again} /> : null}
      {isPending && !error ? <Waiting>{t('files.reading')}</Waiting> : null}
      <div role="status">{papers && papers.length === 0 ? <p>{t(shown === 'all' ? 'files.none' : 'files.noneOfKind')}</p> : null}</div>
      {papers && papers.length > 0 ? (
        <ul className="file-list" aria-label={t('files.title')}>
          {papers.map((paper) => (
            <FileLine key={paper.id} clientId={clientId} paper={paper} />
          ))}
        </ul>
      ) : null}
      <MovedAway moves={movedAway} />
      <FilePapers clientId={clientId} />
      <ButtonLink to="/settings/$section" params={{ section: 'verify' }} variant="subtle">
        {t('files.check')}
      </ButtonLink>
    </div>
  );
};
