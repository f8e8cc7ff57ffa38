import type { Session } from '../../shared/sessions.ts';

/** What comes before touch, in the order it is asked. */
export const arriveSteps = ['card', 'changed', 'signal', 'how', 'yes'] as const;
export type ArriveStep = (typeof arriveSteps)[number];

type Signal = { readonly word: string; readonly gesture: string };

/** Talk alone asks for no yes to touch. */
export const stepsOf = ({ talkOnly }: Pick<Session, 'talkOnly'>): readonly ArriveStep[] =>
  talkOnly ? arriveSteps.filter((step) => step !== 'yes') : arriveSteps;

/** Another signal than the one that was tried is not tried. */
export const isStepDone = (step: ArriveStep, { state }: Pick<Session, 'state'>, signal: Signal | null): boolean => {
  switch (step) {
    case 'card':
      return state.cardRead;
    case 'changed':
      return state.healthAsked !== null;
    case 'signal':
      return state.rehearsed !== null && state.rehearsed.word === signal?.word && state.rehearsed.gesture === signal.gesture;
    case 'how':
      return state.checkIns.some(({ distress }) => distress !== null);
    case 'yes':
      return state.yes !== null;
  }
};
