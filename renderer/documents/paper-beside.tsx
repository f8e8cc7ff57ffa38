import { NativeSelect } from '@mantine/core';
import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../ui/notice.tsx';
import { useCall } from '../use-call.ts';
import type { PaperNamed } from './paper-answers.ts';

type Props = {
  readonly id: string;
  readonly clientId: string;
  readonly named: PaperNamed | null;
  readonly onName: (named: PaperNamed | null) => void;
};

/** Another paper of this client that the form names, such as the one from which somebody has their right to decide. */
export const PaperBeside = ({ id, clientId, named, onName }: Props): JSX.Element => {
  const { t } = useTranslation('documents');
  const { data, error, again } = useCall('attachments.ofClient', { clientId });
  if (error) return <ErrorNotice error={error} again={again} />;
  const papers = (data?.attachments ?? []).filter(({ inError }) => !inError);
  return (
    <NativeSelect
      id={id}
      label={t('signed.beside')}
      description={t('signed.noBeside')}
      value={named?.documentId ?? ''}
      data={[{ value: '', label: t('signed.chooseBeside') }, ...papers.map((paper) => ({ value: paper.id, label: paper.title }))]}
      onChange={(event) => {
        const paper = papers.find((one) => one.id === event.currentTarget.value);
        onName(paper ? { documentId: paper.id, title: paper.title } : null);
      }}
      maw={520}
    />
  );
};
