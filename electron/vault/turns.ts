export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;

/** Works one after the other, whatever became of the one before. */
export const createTurns = (): InTurn => {
  let busy: Promise<unknown> = Promise.resolve();
  return (work) => {
    const turn = busy.then(work, work);
    busy = turn.catch(() => undefined);
    return turn;
  };
};
