import type { JSX } from 'react';
import { useConductor } from './conductor-context.ts';

export const StoppedStage = (): JSX.Element => {
  const { session } = useConductor();
  return <section className="stage">{session.state.mode}</section>;
};
