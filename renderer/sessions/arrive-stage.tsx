import type { JSX } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../ui/page.tsx';
import { useFocusOnChange } from '../ui/use-focus-on-change.ts';
import { useCall } from '../use-call.ts';
import { ArriveCard } from './arrive-card.tsx';
import { ArriveChanged } from './arrive-changed.tsx';
import { ArriveHow } from './arrive-how.tsx';
import { ArriveOn, ChangeWaits } from './arrive-on.tsx';
import { ArriveRow } from './arrive-row.tsx';
import { ArriveSignal } from './arrive-signal.tsx';
import { type ArriveStep, isStepDone, stepsOf } from './arrive-steps.ts';
import { ArriveYes } from './arrive-yes.tsx';
import { useConductor } from './conductor-context.ts';

const Part = ({ step, onDone }: { readonly step: ArriveStep; readonly onDone: () => void }): JSX.Element => {
  switch (step) {
    case 'card':
      return <ArriveCard onDone={onDone} />;
    case 'changed':
      return <ArriveChanged onDone={onDone} />;
    case 'signal':
      return <ArriveSignal onDone={onDone} />;
    case 'how':
      return <ArriveHow onDone={onDone} />;
    case 'yes':
      return <ArriveYes onDone={onDone} />;
  }
};

/** One calm list of what comes first. The next one is open; what was said stands in a line and can be said anew. */
export const ArriveStage = (): JSX.Element => {
  const { t } = useTranslation('session');
  const { session } = useConductor();
  const signal = useCall('safety.card', { clientId: session.clientId }).data?.card.stop ?? null;
  const [chosen, setChosen] = useState<ArriveStep | null>(null);
  const steps = stepsOf(session);
  const done = (step: ArriveStep): boolean => isStepDone(step, session, signal);
  const open = chosen ?? steps.find((step) => !done(step)) ?? null;
  const box = useFocusOnChange<HTMLElement>(open ?? 'on');
  return (
    <section className="stage arrive">
      <PageTitle className="stage-title">{t('arrive.title', { name: session.chosenName })}</PageTitle>
      <ChangeWaits />
      <ol className="arrive-steps">
        {steps.map((step) => (
          <ArriveRow
            key={step}
            step={step}
            isDone={done(step)}
            isOpen={step === open}
            focus={step === open ? box : null}
            onOpen={() => setChosen(step)}
          >
            <Part step={step} onDone={() => setChosen(null)} />
          </ArriveRow>
        ))}
      </ol>
      {open === null ? <ArriveOn focus={box} /> : null}
    </section>
  );
};
