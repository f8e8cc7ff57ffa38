import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawRecord = async (_practice: Practice, _input: ParsedInputOf<'paper.record'>): Promise<OutputOf<'paper.record'>> => {
  throw new Error('not built yet');
};
