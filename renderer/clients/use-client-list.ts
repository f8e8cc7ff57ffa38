import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import type { ClientFilter } from '../../shared/client-filters.ts';
import type { ClientRow } from '../../shared/clients.ts';
import { call, errorOf, unwrap } from '../call.ts';

const step = 50;

type ClientList = {
  readonly clients: readonly ClientRow[];
  readonly total: number | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly again: () => unknown;
  readonly more: (() => unknown) | null;
};

/** The list, page after page; the last answer stays in view until the next search has one. */
export const useClientList = (filter: ClientFilter, enabled: boolean): ClientList => {
  const list = useInfiniteQuery({
    queryKey: ['clients.search', { ...filter, list: true }],
    queryFn: async ({ pageParam }) => unwrap(await call('clients.search', { ...filter, limit: step, offset: pageParam })),
    initialPageParam: 0,
    enabled,
    getNextPageParam: (last, pages) => (pages.length * step < last.total ? pages.length * step : undefined),
    placeholderData: keepPreviousData,
  });
  return {
    clients: list.data?.pages.flatMap((page) => page.clients) ?? [],
    total: list.data?.pages.at(-1)?.total ?? null,
    error: errorOf(list.error),
    isPending: list.isPending,
    again: list.refetch,
    more: list.hasNextPage ? list.fetchNextPage : null,
  };
};
