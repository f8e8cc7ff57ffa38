import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from './practice.ts';

export const getLogo = async (_practice: Practice, _input: ParsedInputOf<'logo.get'>): Promise<OutputOf<'logo.get'>> => {
  throw new Error('not built yet');
};

export const setLogo = async (_practice: Practice, _input: ParsedInputOf<'logo.set'>): Promise<OutputOf<'logo.set'>> => {
  throw new Error('not built yet');
};
