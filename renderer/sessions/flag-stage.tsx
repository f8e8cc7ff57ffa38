import type { JSX } from 'react';
import { useConductor } from './conductor-context.ts';

export const FlagStage = (): JSX.Element => {
  const { session } = useConductor();
  return <section className="stage">{session.state.mode}</section>;
};
