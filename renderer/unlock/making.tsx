import { Loader } from '@mantine/core';
import type { JSX } from 'react';
import { Rings } from '../ui/logo.tsx';
import { PageTitle, useTitle } from '../ui/page.tsx';

/** While something long is done that cannot be left: a key is made, a backup put in place. */
export const Making = ({ title, text }: { readonly title: string; readonly text: string }): JSX.Element => {
  useTitle(title);
  return (
    <main className="alone" aria-busy="true">
      <Rings of="resting" />
      <div className="alone-column">
        <div className="alone-logo" aria-hidden="true">
          <Loader size={44} color="var(--sp-sage)" />
        </div>
        <PageTitle className="alone-title">{title}</PageTitle>
        <p className="md ink-2 alone-words" role="status">
          {text}
        </p>
      </div>
    </main>
  );
};
