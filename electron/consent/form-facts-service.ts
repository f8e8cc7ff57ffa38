import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const formFacts = async (
  _practice: Practice,
  _input: ParsedInputOf<'profile.formFacts'>,
): Promise<OutputOf<'profile.formFacts'>> => {
  throw new Error('not built yet');
};
export const setFormFacts = async (
  _practice: Practice,
  _input: ParsedInputOf<'profile.setFormFacts'>,
): Promise<OutputOf<'profile.setFormFacts'>> => {
  throw new Error('not built yet');
};
