import { useQueries } from '@tanstack/react-query';
import type { OutputOf } from '../../shared/calls.ts';
import { call, unwrap } from '../call.ts';
import { isClinical, usePractice } from '../practice.ts';
import { keyOf } from '../use-call.ts';

/** How a client stands today, and the first reason. */
export type Standing = OutputOf<'readiness.many'>['clients'][number];

/** As many as one call takes. */
const atOnce = 12;

const chunksOf = (clientIds: readonly string[]): readonly string[][] => {
  const ids = [...new Set(clientIds)].sort();
  return Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, index) => ids.slice(index * atOnce, (index + 1) * atOnce));
};

/** Of each client whether hands-on work may begin, asked a dozen at a time, for the marks on Today and in the calendar. Nothing for the front desk. */
export const useStandings = (clientIds: readonly string[]): ReadonlyMap<string, Standing> => {
  const enabled = isClinical(usePractice());
  return useQueries({
    queries: chunksOf(enabled ? clientIds : []).map((ids) => ({
      queryKey: keyOf('readiness.many', { clientIds: ids }),
      queryFn: async () => unwrap(await call('readiness.many', { clientIds: ids })),
    })),
    combine: together,
  });
};

/** Kept outside, so that the same answers are the same map. */
const together = (answers: readonly { readonly data: OutputOf<'readiness.many'> | undefined }[]): ReadonlyMap<string, Standing> =>
  new Map(answers.flatMap(({ data }) => data?.clients ?? []).map((one) => [one.clientId, one]));
