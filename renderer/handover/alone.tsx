import type { JSX, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Logo, Rings } from '../ui/logo.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** A quiet screen between the forms. */
export const Alone = ({ title, children }: { readonly title: string; readonly children: ReactNode }): JSX.Element => {
  const { t } = useTranslation('handover');
  useTitle(t('window'));
  return (
    <main className="alone">
      <Rings of="resting" />
      <div className="alone-column">
        <div className="alone-logo">
          <Logo size={56} />
        </div>
        <PageTitle className="question center" focusKey={title}>
          {title}
        </PageTitle>
        {children}
      </div>
    </main>
  );
};
