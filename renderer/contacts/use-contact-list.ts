import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { AppError } from '../../shared/app-error.ts';
import type { Contact } from '../../shared/contacts.ts';
import { call, errorOf, unwrap } from '../call.ts';

const step = 50;

type ContactList = {
  readonly contacts: readonly Contact[];
  readonly total: number | null;
  readonly error: AppError | null;
  readonly isPending: boolean;
  readonly again: () => unknown;
  readonly more: (() => unknown) | null;
};

/** The directory, page after page; the last answer stays in view until the next search has one. */
export const useContactList = (query: string, enabled: boolean): ContactList => {
  const list = useInfiniteQuery({
    queryKey: ['contacts.search', { query, list: true }],
    queryFn: async ({ pageParam }) => unwrap(await call('contacts.search', { query, limit: step, offset: pageParam })),
    initialPageParam: 0,
    enabled,
    getNextPageParam: (last, pages) => (pages.length * step < last.total ? pages.length * step : undefined),
    placeholderData: keepPreviousData,
  });
  return {
    contacts: list.data?.pages.flatMap((page) => page.contacts) ?? [],
    total: list.data?.pages.at(-1)?.total ?? null,
    error: errorOf(list.error),
    isPending: list.isPending,
    again: list.refetch,
    more: list.hasNextPage ? list.fetchNextPage : null,
  };
};
