import type { JSX, ReactNode } from 'react';
import { isClinical, usePractice } from '../practice.ts';
import { ConductorContext, LeadingContext } from './conductor-context.ts';
import { useLeading } from './use-conductor.ts';

/** Around every page: the session that is open stays led, wherever one looks something up. */
export const Leading = ({ children }: { readonly children: ReactNode }): JSX.Element => {
  const { conductor, ...asked } = useLeading(isClinical(usePractice()));
  return (
    <LeadingContext value={asked}>
      <ConductorContext value={conductor}>{children}</ConductorContext>
    </LeadingContext>
  );
};
