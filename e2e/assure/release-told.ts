import type { Verdict } from '../../shared/releases.ts';
import { covering, coveringPart2, type Held, type Here, type Wanted } from './release-reference.ts';

/** What is wrong with an answer of the gate, beside the second telling; empty where both agree. */
export const wrongVerdict = (verdict: Verdict, all: readonly Held[], wanted: Wanted, here: Here): readonly string[] => {
  const covers = covering(all, wanted, here);
  const part2 = coveringPart2(all, wanted, here);
  const isDue = covers.length > 0 && (!wanted.part2 || part2.length > 0);
  if (!verdict.permitted) {
    const named = verdict.releaseId === null ? null : all.find(({ id }) => id === verdict.releaseId);
    return [
      ...(isDue ? [`refused (${verdict.reason}) what ${covers[0]?.id} permits`] : []),
      ...(named === undefined ? ['refused because of a permission that is not there'] : []),
      ...(named && named.who !== wanted.who ? ['refused because of another’s permission'] : []),
    ];
  }
  return [
    ...(isDue ? [] : ['permitted what nothing permits']),
    ...(covers.some(({ id }) => id === verdict.releaseId) ? [] : [`stands on ${verdict.releaseId}, which does not cover it`]),
    ...((wanted.part2 ? part2.some(({ id }) => id === verdict.part2ReleaseId) : verdict.part2ReleaseId === null)
      ? []
      : [`stands on ${verdict.part2ReleaseId} for Part 2`]),
  ];
};
