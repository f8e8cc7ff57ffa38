import { type ComponentType, createContext, useContext } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { CheckedNumbers } from '../../shared/safety.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import type { SessionBody, SessionEventKind } from '../../shared/session-events.ts';
import type { Session } from '../../shared/sessions.ts';

/** What every part of the conductor works with. */
export type Conductor = {
  readonly session: Session;
  readonly content: SessionContent;
  /** Null until somebody checked them for this place. */
  readonly numbers: CheckedNumbers | null;
  /** What is allowed now, place by place; undefined until it was told. */
  readonly allowed: OutputOf<'sessions.allowed'> | undefined;
  /** Milliseconds since the session began, now, on the page's own clock. */
  readonly now: () => number;
  /** Records what happened, in order. True once it is kept; a refusal stands in `error`. */
  readonly tell: <K extends SessionEventKind>(kind: K, body: SessionBody<K>) => Promise<boolean>;
  /** Shown at once, kept as soon as the vault answers. */
  readonly stop: () => void;
  readonly handsOff: () => void;
  readonly flag: () => void;
  readonly isSending: boolean;
  readonly error: AppError | null;
  readonly forget: () => void;
};

export const ConductorContext = createContext<Conductor | null>(null);

export const useConductor = (): Conductor => {
  const conductor = useContext(ConductorContext);
  if (!conductor) throw new Error('only inside the conductor');
  return conductor;
};

type Leading = { readonly isPending: boolean; readonly error: AppError | null; readonly again: () => unknown };

/** Whether it is known yet that a session is open. */
export const LeadingContext = createContext<Leading>({ isPending: false, error: null, again: () => undefined });

/** The safety card, which another room draws. */
export const CardContext = createContext<ComponentType<{ readonly clientId: string }>>(() => null);
