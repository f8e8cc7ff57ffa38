import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listHandouts = async (_practice: Practice, _input: ParsedInputOf<'paper.handouts'>): Promise<OutputOf<'paper.handouts'>> => {
  throw new Error('not built yet');
};

export const drawHandout = async (_practice: Practice, _input: ParsedInputOf<'paper.handout'>): Promise<OutputOf<'paper.handout'>> => {
  throw new Error('not built yet');
};
