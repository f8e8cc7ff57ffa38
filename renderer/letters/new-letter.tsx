import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../ui/page.tsx';

type Props = {
  readonly clientId: string;
  readonly kindId?: string | undefined;
  readonly sessionId?: string | undefined;
  readonly incidentId?: string | undefined;
  readonly findingId?: string | undefined;
  readonly corrects?: string | undefined;
};

/** Which letter, and to whom. */
export const NewLetter = ({ clientId }: Props): JSX.Element => {
  const { t } = useTranslation('letters');
  return <PageHead title={t('title')} key={clientId} />;
};
