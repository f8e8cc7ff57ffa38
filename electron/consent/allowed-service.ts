import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const allowedFor = async (_: Practice, __: ParsedInputOf<'consentMap.allowed'>): Promise<OutputOf<'consentMap.allowed'>> => {
  throw new Error('not built yet');
};
