import type { JSX } from 'react';
import { useConductor } from './conductor-context.ts';
import { FlagCrisis } from './flag-crisis.tsx';
import { FlagTold } from './flag-told.tsx';
import { FlagWritten } from './flag-written.tsx';

/** What goes on from a red flag until the session is closed: the numbers where they are needed, who was told, and what is not written yet. */
export const FlagAfter = (): JSX.Element | null => {
  const episode = useConductor().session.state.episodes.findLast(({ incident }) => incident);
  if (!episode) return null;
  const { action } = episode;
  return (
    <div className="flag-after">
      {action === 'P4' || action === 'P5' ? <FlagCrisis action={action} /> : null}
      <FlagTold episode={episode} />
      <FlagWritten episode={episode} />
    </div>
  );
};
