import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page.tsx';

type Props = { readonly clientId: string; readonly sessionId?: string | undefined; readonly on?: string | undefined };

/** Begins a note and goes to it; of a session to the one it has. */
export const NewNote = (_: Props): JSX.Element => {
  const { t } = useTranslation('notes');
  return <PageHead title={t('title')} />;
};
