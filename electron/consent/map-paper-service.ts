import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawMap = async (_: Practice, __: ParsedInputOf<'consentMap.paper'>): Promise<OutputOf<'consentMap.paper'>> => {
  throw new Error('not built yet');
};
