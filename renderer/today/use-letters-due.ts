import type { AppError } from '../../shared/app-error.ts';
import { isClinical, usePractice } from '../practice.ts';
import { useCall } from '../use-call.ts';

export type LettersDue = {
  /** How many of each wait, in the order in which they are told. */
  readonly drafts: number;
  readonly toHandOver: number;
  readonly unanswered: number;
  readonly updates: number;
  readonly total: number;
  readonly error: AppError | null;
  readonly again: () => unknown;
};

/** Letters that wait for somebody, for those who write them. */
export const useLettersDue = (): LettersDue => {
  const { data, error, again } = useCall('letters.due', {}, { enabled: isClinical(usePractice()), fresh: true });
  const counts = {
    drafts: data?.drafts.length ?? 0,
    toHandOver: data?.toHandOver.length ?? 0,
    unanswered: data?.unanswered.length ?? 0,
    updates: data?.updates.filter(({ letterId }) => letterId === null).length ?? 0,
  };
  return { ...counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0), error, again };
};
