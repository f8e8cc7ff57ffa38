import { type ComponentType, type JSX, useContext } from 'react';
import { ErrorNotice } from '../ui/notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Conductor } from './conductor.tsx';
import { CardContext, ConductorContext, LeadingContext } from './conductor-context.ts';
import { NoSession } from './no-session.tsx';

type Props = { readonly card: ComponentType<{ readonly clientId: string }> };

/** The session, full screen. */
export const ConductorPage = ({ card }: Props): JSX.Element => {
  const conductor = useContext(ConductorContext);
  const { isPending, error, again } = useContext(LeadingContext);
  if (conductor)
    return (
      <CardContext value={card}>
        <Conductor key={conductor.session.id} />
      </CardContext>
    );
  return <main className="alone">{error ? <ErrorNotice error={error} again={again} /> : isPending ? <Waiting /> : <NoSession />}</main>;
};
