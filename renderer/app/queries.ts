import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { errorOf } from '../call.ts';

/**
 * The cache of answers. Each question is also an entry in the audit trail, so nothing is asked twice without a reason:
 * an answer holds until a notice says otherwise. `always`: there is no network to wait for.
 */
export const newQueries = (onLocked: () => void): QueryClient => {
  const onError = (failure: unknown): void => {
    if (errorOf(failure)?.code === 'locked') onLocked();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        networkMode: 'always',
      },
      // Nothing that was sent is kept, a passphrase least of all.
      mutations: { retry: false, gcTime: 0, networkMode: 'always' },
    },
  });
};
