import type { JSX, ReactNode } from 'react';

/** One thing that is known, under what it is. */
export const Fact = ({ label, children }: { readonly label: string; readonly children: ReactNode }): JSX.Element => (
  <div className="fact">
    <dt>{label}</dt>
    <dd dir="auto">{children}</dd>
  </div>
);
