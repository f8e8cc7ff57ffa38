import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { momentDay } from '../dates.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { Marked, Wrong } from '../ui/field.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';

type Props = {
  readonly clientId: string;
  readonly documentId: string;
  readonly problem: string | undefined;
  readonly onDocument: (id: string) => void;
};

/** Their letter, out of what is filed of the client: scans first, for that is what a letter is. */
export const ClearanceLetter = ({ clientId, documentId, problem, onDocument }: Props): JSX.Element => {
  const { t } = useTranslation('clearance');
  const { data, error, again } = useCall('documents.ofClient', { clientId });
  const documents = data?.documents ?? [];
  const ordered = [...documents.filter(({ kind }) => kind === 'scan'), ...documents.filter(({ kind }) => kind !== 'scan')];
  return (
    <div className="clearance-column">
      {error ? <ErrorNotice error={error} again={again} /> : null}
      <Marked wrong={problem !== undefined}>
        <NativeSelect
          id="document"
          label={t('record.document')}
          description={t('record.documentHelp')}
          value={documentId}
          error={problem ? <Wrong>{problem}</Wrong> : undefined}
          onChange={(event) => onDocument(event.currentTarget.value)}
          data={[
            { value: '', label: t('record.noDocument') },
            ...ordered.map(({ id, title, createdAt }) => ({ value: id, label: `${title}, ${momentDay(createdAt)}` })),
          ]}
        />
      </Marked>
      <ButtonLink to="/clients/$clientId/files" params={{ clientId }} variant="subtle">
        {t('record.toFiles')}
      </ButtonLink>
    </div>
  );
};
