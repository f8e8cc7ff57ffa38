import type { Block } from '../../shared/session-state.ts';

/** How far a block is, by the session's own clock. */
export type BlockTime = {
  readonly elapsed: number;
  /** Of the planned time, 0 to 1. */
  readonly part: number;
  readonly isHalf: boolean;
  readonly isOver: boolean;
};

export const blockTime = ({ startedAt, minutes }: Pick<Block, 'startedAt' | 'minutes'>, now: number): BlockTime => {
  const [elapsed, planned] = [Math.max(0, now - startedAt), minutes * 60_000];
  return { elapsed, part: Math.min(1, elapsed / planned), isHalf: elapsed * 2 >= planned, isOver: elapsed >= planned };
};

/** Why hands come off now: the planned time is over, or the practitioner ends it sooner. */
export const liftReason = (block: Pick<Block, 'startedAt' | 'minutes'>, now: number): 'planned' | 'practitioner' =>
  blockTime(block, now).isOver ? 'planned' : 'practitioner';
