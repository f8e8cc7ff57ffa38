import type { TFunction } from 'i18next';
import type { Allowed } from '../../shared/allowed.ts';
import type { BlockCode, BlockProblem, BlockVerdict } from '../../shared/block-rules.ts';
import { isOpen } from './touch-plan.ts';

/** Beside which question of the plan a refusal stands. */
type Field = 'where' | 'manner' | 'level' | 'all';

const fieldOf: Partial<Readonly<Record<BlockCode, Field>>> = {
  area: 'where',
  'area-ask': 'where',
  'area-sensitive': 'where',
  'contact-level': 'level',
  'technique-unknown': 'manner',
  'technique-d': 'manner',
  'technique-no-touch': 'manner',
};

/** What refuses it, each sentence once, for one question of the plan. */
export const refusalsAt = (
  t: TFunction<'touch'>,
  verdict: BlockVerdict | null,
  field: Field,
  nameOf: (code: string) => string,
): readonly string[] => [
  ...new Set((verdict?.refused ?? []).filter(({ code }) => (fieldOf[code] ?? 'all') === field).map((one) => problemWords(t, one, nameOf))),
];

const problemWords = (t: TFunction<'touch'>, { code, area }: BlockProblem, nameOf: (code: string) => string): string =>
  t(`problem.${code}`, { place: area === null ? '' : nameOf(area) });

/** Open places that are refused only until somebody asks for them. */
export const placesToAsk = (verdict: BlockVerdict | null, allowed: Allowed): readonly string[] =>
  (verdict?.refused ?? []).flatMap(({ code, area }) =>
    area !== null && (code === 'area-ask' || code === 'area-sensitive') && isOpen(allowed, area) ? [area] : [],
  );

/** What is warned of and was not read yet. */
export const unread = (verdict: BlockVerdict | null, read: readonly string[]): readonly BlockProblem[] =>
  (verdict?.warned ?? []).filter(({ code }) => !read.includes(code));

export const warningWords = (t: TFunction<'touch'>, problems: readonly BlockProblem[]): readonly string[] => [
  ...new Set(problems.map((one) => problemWords(t, one, () => ''))),
];
