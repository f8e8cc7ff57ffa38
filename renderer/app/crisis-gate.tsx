import { Button } from '@mantine/core';
import { type JSX, type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isClinical, usePractice } from '../practice.ts';
import { useConductorShown } from '../ui/conductor-shown.ts';
import { CrisisCard } from '../ui/crisis-card.tsx';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { useCall } from '../use-call.ts';

/** Back to where reading begins, once no card is left. */
const useFocusAfter = (waits: boolean): void => {
  const waited = useRef(false);
  useEffect(() => {
    if (waited.current && !waits) document.querySelector<HTMLElement>('main h1')?.focus();
    waited.current = waits;
  }, [waits]);
};

const Asked = ({ children }: { readonly children: ReactNode }): JSX.Element => {
  const { t } = useTranslation('crisis');
  const open = useCall('crisis.open', {});
  const [passed, setPassed] = useState(false);
  const crises = open.data?.crises ?? [];
  const [first] = crises;
  const conductor = useConductorShown();
  useFocusAfter(first !== undefined);
  if (!open.data && !open.error)
    return (
      <main className="alone">
        <Waiting />
      </main>
    );
  if (open.error && !passed)
    return (
      <main className="alone">
        <div className="alone-column">
          <ErrorNotice error={open.error} again={open.again}>
            {t('unknown')}
          </ErrorNotice>
          <Button variant="subtle" onClick={() => setPassed(true)}>
            {t('pass')}
          </Button>
        </div>
      </main>
    );
  return (
    <>
      {children}
      {first && !conductor ? <CrisisCard key={first.id} crisis={first} left={crises.length} /> : null}
    </>
  );
};

/**
 * What was answered and calls for somebody now stands before everything else, until it is read (domain.md 1.6). What is under it stays
 * as it was. Those who may not see clinical things have no card.
 */
export const CrisisGate = ({ children }: { readonly children: ReactNode }): ReactNode =>
  isClinical(usePractice()) ? <Asked>{children}</Asked> : children;
