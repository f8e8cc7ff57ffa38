import type { JSX } from 'react';
import { openEpisode } from '../../shared/session-state.ts';
import { ArriveStage } from './arrive-stage.tsx';
import { CloseStage } from './close-stage.tsx';
import { useConductor } from './conductor-context.ts';
import { FlagStage } from './flag-stage.tsx';
import { GroundStage } from './ground-stage.tsx';
import { SettleStage } from './settle-stage.tsx';
import { StoppedStage } from './stopped-stage.tsx';
import { TouchStage } from './touch-stage.tsx';

/** The step the session is at. A stop or a red flag takes the place of every other. */
export const Stage = (): JSX.Element => {
  const { session } = useConductor();
  const { mode, phase } = session.state;
  if (mode === 'stopping' || mode === 'halted') return openEpisode(session.state) ? <FlagStage /> : <StoppedStage />;
  switch (phase) {
    case 'arrive':
      return <ArriveStage />;
    case 'settle':
      return <SettleStage />;
    case 'touch-block':
    case 'pause':
      return <TouchStage />;
    case 'ground':
      return <GroundStage />;
    case 'close':
      return <CloseStage />;
  }
};
