import { useNavigate } from '@tanstack/react-router';
import { type JSX, type ReactNode, useEffect, useState } from 'react';
import { isClinical, usePractice } from '../practice.ts';
import { Waiting } from '../ui/waiting.tsx';
import { ConductorContext, LeadingContext } from './conductor-context.ts';
import { QuietScreen } from './quiet-screen.tsx';
import { useLeading } from './use-conductor.ts';

/** The first page after unlock or a reload is the session that is open, at the step it was at. */
const useComeBack = (isKnown: boolean, isOpen: boolean): boolean => {
  const navigate = useNavigate();
  const [isThere, setThere] = useState(false);
  useEffect(() => {
    if (!isKnown || isThere) return;
    if (!isOpen) return setThere(true);
    void navigate({ to: '/session', replace: true }).then(() => setThere(true));
  }, [isKnown, isOpen, isThere, navigate]);
  return isThere;
};

/** Around every page: the session that is open stays led, wherever one looks something up. */
export const Leading = ({ children }: { readonly children: ReactNode }): JSX.Element => {
  const { conductor, ...asked } = useLeading(isClinical(usePractice()));
  const isThere = useComeBack(!asked.isPending, conductor !== null);
  return (
    <LeadingContext value={asked}>
      <ConductorContext value={conductor}>
        <QuietScreen>
          {isThere ? (
            children
          ) : (
            <main className="alone">
              <Waiting />
            </main>
          )}
        </QuietScreen>
      </ConductorContext>
    </LeadingContext>
  );
};
