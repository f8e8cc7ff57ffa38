import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const letterKinds = async (_practice: Practice, _input: ParsedInputOf<'letters.kinds'>): Promise<OutputOf<'letters.kinds'>> => {
  throw new Error('not built yet');
};

export const getLetter = async (_practice: Practice, _input: ParsedInputOf<'letters.get'>): Promise<OutputOf<'letters.get'>> => {
  throw new Error('not built yet');
};

export const lettersOf = async (_practice: Practice, _input: ParsedInputOf<'letters.ofClient'>): Promise<OutputOf<'letters.ofClient'>> => {
  throw new Error('not built yet');
};
