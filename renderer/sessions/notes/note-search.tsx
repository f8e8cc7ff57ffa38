import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page.tsx';

/** Words looked for in notes, of one client or of all. */
export const NoteSearch = (_: { readonly clientId: string | null }): JSX.Element => {
  const { t } = useTranslation('notelists');
  return <PageHead title={t('title')} />;
};
