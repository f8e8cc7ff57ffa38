import { type JSX, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTitle } from '../ui/page.tsx';
import { SessionHeader } from './session-header.tsx';
import { Stage } from './stage.tsx';
import { StopBar } from './stop-bar.tsx';

/** Head, the step the session is at, and the foot with STOP, which nothing covers. */
export const Conductor = (): JSX.Element => {
  const { t } = useTranslation('session');
  const [isCardOpen, setCardOpen] = useState(false);
  useTitle(t('title'));
  return (
    <div className="cd">
      <SessionHeader isCardOpen={isCardOpen} onCard={() => setCardOpen(!isCardOpen)} />
      <main className="cd-stage" id="page" tabIndex={-1}>
        <Stage />
      </main>
      <StopBar />
    </div>
  );
};
