import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const drawBlank = async (_practice: Practice, _input: ParsedInputOf<'paper.blank'>): Promise<OutputOf<'paper.blank'>> => {
  throw new Error('not built yet');
};
