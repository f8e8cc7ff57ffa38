import { type JSX, useState } from 'react';
import type { SessionContent } from '../../shared/session-content.ts';
import { type Episode, openEpisode, type SessionState } from '../../shared/session-state.ts';
import { useConductor } from './conductor-context.ts';
import { FlagBack } from './flag-back.tsx';
import { isClosedToday, stopOf } from './flag-facts.ts';
import { FlagFoot } from './flag-foot.tsx';
import { FlagGrade } from './flag-grade.tsx';
import { FlagGrounding, FlagLift } from './flag-grounding.tsx';
import { FlagHead } from './flag-head.tsx';
import { FlagWays } from './flag-ways.tsx';
import { useFromTop } from './use-from-top.ts';

type View = 'grade' | 'ground' | 'back' | 'ways';

/** A step after the lifting of hands was shown since the flag was raised, the last time. */
const isGrounding = ({ grounding }: SessionContent, { grounding: shown }: SessionState, { seq, raisedSeq }: Episode): boolean =>
  shown.some((one) => one.seq > Math.max(seq, raisedSeq ?? 0) && one.step !== grounding[0]?.n);

const Flagged = ({ episode }: { readonly episode: Episode }): JSX.Element => {
  const { session, content } = useConductor();
  const isGraded = session.gate.touch !== 'grade';
  const [view, show] = useState<View>(() => {
    if (isClosedToday(session.gate)) return 'ways';
    return isGraded || isGrounding(content, session.state, episode) ? 'ground' : 'grade';
  });
  const [next, setNext] = useState<View>('ground');
  const goTo = (one: View): void => {
    setNext(one);
    // Nothing goes on before it is said what was seen.
    show(isGraded || one === 'ground' ? one : 'grade');
  };
  const stop = stopOf(session.state, episode);
  const isLifting = session.state.mode === 'stopping';
  const stage = useFromTop<HTMLDivElement>(isLifting ? 'lift' : view);
  return (
    <div className="flag-stage" ref={stage}>
      <FlagHead episode={episode} stop={stop} onChange={view === 'grade' || isLifting ? null : () => show('grade')} />
      <div className="flag-body">
        {isLifting ? (
          <FlagLift episode={episode} />
        ) : (
          <FlagView episode={episode} view={view} isGraded={isGraded} goTo={goTo} onSaved={(isOver) => show(isOver ? 'ways' : next)} />
        )}
      </div>
      <FlagFoot stop={stop} />
    </div>
  );
};

type ViewProps = {
  readonly episode: Episode;
  readonly view: View;
  readonly isGraded: boolean;
  readonly goTo: (view: View) => void;
  readonly onSaved: (isOver: boolean) => void;
};

const FlagView = ({ episode, view, isGraded, goTo, onSaved }: ViewProps): JSX.Element => {
  const to = (one: View) => (): void => goTo(one);
  switch (view) {
    case 'grade':
      return <FlagGrade isFirst={!isGraded} onSaved={onSaved} onLeave={to('ground')} />;
    case 'ground':
      return <FlagGrounding episode={episode} onBack={to('back')} onWays={to('ways')} />;
    case 'back':
      return <FlagBack episode={episode} onGround={to('ground')} onWays={to('ways')} />;
    case 'ways':
      return <FlagWays episode={episode} onGround={to('ground')} onBack={to('back')} />;
  }
};

/** A red flag, a grade or a high number: hands off, what is seen, grounding, and how it goes on. A flag raised again begins anew. */
export const FlagStage = (): JSX.Element | null => {
  const { session } = useConductor();
  const episode = openEpisode(session.state);
  return episode ? <Flagged key={`${episode.n} ${episode.raisedSeq ?? ''}`} episode={episode} /> : null;
};
