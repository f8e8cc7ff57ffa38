import { useEffect, useRef, useState } from 'react';
import type { Episode } from '../../shared/session-state.ts';
import { useConductor } from './conductor-context.ts';
import { firstStep, stepAfter, stepShown } from './flag-facts.ts';

type Steps = { readonly step: number; readonly isLast: boolean; readonly next: () => void };

/** The step on the screen goes on at once, whether or not a vault answers; each is recorded as it is shown. */
export const useSteps = (episode: Episode): Steps => {
  const { session, content, tell } = useConductor();
  const shown = stepShown(session.state, episode);
  const [step, setStep] = useState(() => firstStep(content, shown, session.state.mode !== 'stopping'));
  const recorded = useRef(shown);
  useEffect(() => {
    if (recorded.current === step) return;
    recorded.current = step;
    void tell('grounded', { step, what: 'shown' });
  }, [step, tell]);
  const after = stepAfter(content, step);
  return { step, isLast: after === null, next: () => (after === null ? undefined : setStep(after)) };
};
