import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import type { TimelineEntry, TimelineGroup } from '../../shared/timeline.ts';
import { timelineGroups } from '../../shared/timeline.ts';
import { call, errorOf, unwrap } from '../call.ts';

/** The first ones leave the rest of the page in view; who wants more wants many. */
const [first, further] = [10, 50];

type Timeline = {
  readonly entries: readonly TimelineEntry[];
  readonly total: number;
  readonly isRead: boolean;
  readonly error: AppError | null;
  readonly again: () => unknown;
  readonly hasOlder: boolean;
  readonly isReadingOlder: boolean;
  readonly older: () => Promise<unknown>;
};

/** What happened, page after page, newest first; `group` alone, or everything. */
export const useTimeline = (clientId: string, group: TimelineGroup | null): Timeline => {
  const groups = group ? [group] : [...timelineGroups];
  const list = useInfiniteQuery({
    queryKey: ['clients.timeline', { clientId, group }],
    queryFn: async ({ pageParam }) =>
      unwrap(await call('clients.timeline', { clientId, groups, offset: pageParam, limit: pageParam === 0 ? first : further })),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, { entries }) => sum + entries.length, 0);
      return last.entries.length > 0 && read < last.total ? read : null;
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    gcTime: 0,
  });
  return {
    entries: list.data?.pages.flatMap(({ entries }) => entries) ?? [],
    total: list.data?.pages.at(-1)?.total ?? 0,
    isRead: list.data !== undefined,
    error: errorOf(list.error),
    again: list.refetch,
    hasOlder: list.hasNextPage,
    isReadingOlder: list.isFetchingNextPage,
    older: list.fetchNextPage,
  };
};
