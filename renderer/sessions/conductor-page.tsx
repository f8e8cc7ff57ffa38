import { type JSX, useContext } from 'react';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Conductor } from './conductor.tsx';
import { ConductorContext, LeadingContext } from './conductor-context.ts';
import { NoSession } from './no-session.tsx';

/** The session, full screen. */
export const ConductorPage = (): JSX.Element => {
  const conductor = useContext(ConductorContext);
  const { isPending, error, again } = useContext(LeadingContext);
  if (conductor) return <Conductor />;
  return <main className="alone">{error ? <ErrorNotice error={error} again={again} /> : isPending ? <Waiting /> : <NoSession />}</main>;
};
