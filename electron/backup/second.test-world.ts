import type { Second } from './second-process.ts';
import { serveSecond } from './second-work.ts';

/** The second process's own work without a process for it, for tests by the hundred; `beside.test.ts` has real ones. */
export const secondHere: Second = () => {
  let work: (message: unknown) => void = () => undefined;
  let answered: (message: unknown) => void = () => undefined;
  let ended = false;
  serveSecond({
    onMessage: (listener) => {
      work = listener;
    },
    post: (answer) => {
      if (!ended) answered(answer);
    },
  });
  return {
    post: (message) => void setImmediate(() => work(structuredClone(message))),
    onMessage: (listener) => {
      answered = listener;
    },
    onGone: () => undefined,
    end: () => {
      ended = true;
    },
  };
};
