import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import type { AuditLine } from '../../shared/audit.ts';
import type { InputOf, OutputOf } from '../../shared/calls.ts';
import { call, errorOf, unwrap } from '../call.ts';

const step = 100;

export type TrailQuery = Omit<InputOf<'audit.list'>, 'before' | 'limit'>;

type Trail = {
  readonly lines: readonly AuditLine[];
  readonly people: OutputOf<'audit.list'>['people'];
  readonly isRead: boolean;
  readonly error: AppError | null;
  readonly again: () => unknown;
  readonly hasOlder: boolean;
  readonly isReadingOlder: boolean;
  readonly older: () => Promise<unknown>;
};

/** The trail, page after page; the last answer stays in view until the next choice has one. Asked anew each time the screen comes: it grows meanwhile. */
export const useTrail = (query: TrailQuery, enabled: boolean): Trail => {
  const list = useInfiniteQuery({
    queryKey: ['audit.list', query],
    queryFn: async ({ pageParam }) => unwrap(await call('audit.list', { ...query, before: pageParam, limit: step })),
    initialPageParam: null as number | null,
    enabled,
    getNextPageParam: (last) => (last.more ? (last.lines.at(-1)?.seq ?? null) : null),
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
    // Coming back begins at the newest page again.
    gcTime: 0,
  });
  return {
    lines: list.data?.pages.flatMap((page) => page.lines) ?? [],
    people: list.data?.pages[0]?.people ?? [],
    isRead: list.data !== undefined,
    error: errorOf(list.error),
    again: list.refetch,
    hasOlder: list.hasNextPage,
    isReadingOlder: list.isFetchingNextPage,
    older: list.fetchNextPage,
  };
};
