import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const grantRelease = async (_practice: Practice, _input: ParsedInputOf<'releases.grant'>): Promise<OutputOf<'releases.grant'>> => {
  throw new Error('not built yet');
};
