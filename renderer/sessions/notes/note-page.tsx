import type { JSX } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page.tsx';
import { NoteBeside } from './note-beside.tsx';

/** One note: written in two columns while it is not signed, read after. */
export const NotePage = (_: { readonly noteId: string }): JSX.Element => {
  const { t } = useTranslation('notes');
  return (
    <>
      <PageHead title={t('title')} />
      <NoteBeside />
    </>
  );
};
