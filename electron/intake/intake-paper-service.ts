import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawIntake = async (_: Practice, __: ParsedInputOf<'intake.paper'>): Promise<OutputOf<'intake.paper'>> => {
  throw new Error('not built yet');
};
