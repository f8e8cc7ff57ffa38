import type { TFunction } from 'i18next';
import { shows } from '../../../shared/text.ts';
import type { FieldProblem } from '../../ui/error-summary.tsx';
import { tooLong } from '../../ui/too-long.ts';

type Line = {
  readonly field: string;
  readonly label: string;
  readonly typed: string;
  readonly limit: number;
  readonly needed?: boolean;
};

/** Lines that are too long, or empty where something is needed. */
export const lineProblems = (errors: TFunction<'errors'>, lines: readonly Line[]): readonly FieldProblem[] =>
  lines.flatMap(({ field, label, typed, limit, needed }) => {
    const long = tooLong(typed, limit);
    if (long) return [{ field, label, text: errors('problem.too-long', long) }];
    return needed && !shows(typed) ? [{ field, label, text: errors('problem.required') }] : [];
  });
