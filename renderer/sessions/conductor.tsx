import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useBlocker } from '@tanstack/react-router';
import { type JSX, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShowsConductor } from '../ui/conductor-shown.ts';
import { Notice } from '../ui/notice.tsx';
import { useTitle } from '../ui/page.tsx';
import { CardContext, useConductor } from './conductor-context.ts';
import { CrisisWaits } from './crisis-waits.tsx';
import { MustLift } from './must-lift.tsx';
import { SessionHeader } from './session-header.tsx';
import { Stage } from './stage.tsx';
import { StopBar } from './stop-bar.tsx';
import { TellError } from './tell-error.tsx';
import { useFromTop } from './use-from-top.ts';

/** With hands on a body nobody goes to another page. */
const useStays = (): { readonly handsOn: boolean; readonly wasHeld: boolean } => {
  const { mode } = useConductor().session.state;
  const handsOn = mode === 'touch' || mode === 'stopping';
  const [held, setHeld] = useState(false);
  useBlocker({
    shouldBlockFn: () => {
      if (handsOn) setHeld(true);
      return handsOn;
    },
    enableBeforeUnload: false,
  });
  return { handsOn, wasHeld: held && handsOn };
};

const Card = ({ onClose }: { readonly onClose: () => void }): JSX.Element => {
  const { t } = useTranslation('session');
  const { session } = useConductor();
  const Drawn = useContext(CardContext);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <aside id="cd-card" className="cd-card" tabIndex={0} aria-label={t('head.card')}>
      <Drawn clientId={session.clientId} />
      <div className="cd-card-foot">
        <Button variant="default" onClick={onClose}>
          {t('head.closeCard')}
        </Button>
      </div>
    </aside>
  );
};

/** Head, the step the session is at, and the foot with STOP, which nothing covers. */
export const Conductor = (): JSX.Element => {
  const { t } = useTranslation('session');
  const [isCardOpen, setCardOpen] = useState(false);
  const { handsOn, wasHeld } = useStays();
  const { mode, phase } = useConductor().session.state;
  const main = useFromTop<HTMLElement>(mode === 'stopping' || mode === 'halted' ? mode : phase);
  useTitle(t('title'));
  // What was said on the page before is said: it stays out of the way of STOP.
  useEffect(() => notifications.clean(), []);
  useShowsConductor();
  return (
    <div className="cd" data-card={isCardOpen || undefined}>
      <SessionHeader isCardOpen={isCardOpen} onCard={() => setCardOpen(!isCardOpen)} handsOn={handsOn} />
      <div className="cd-middle">
        <main ref={main} className="cd-stage" id="page" tabIndex={-1}>
          <MustLift />
          {wasHeld ? <Notice tone="wait" live title={t('stays')} /> : null}
          <TellError />
          <CrisisWaits />
          <Stage />
        </main>
        {isCardOpen ? <Card onClose={() => setCardOpen(false)} /> : null}
      </div>
      <StopBar />
    </div>
  );
};
