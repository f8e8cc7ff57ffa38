import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const saveLetter = async (_practice: Practice, _input: ParsedInputOf<'letters.save'>): Promise<OutputOf<'letters.save'>> => {
  throw new Error('not built yet');
};

export const setLetterAside = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.setAside'>,
): Promise<OutputOf<'letters.setAside'>> => {
  throw new Error('not built yet');
};

export const previewLetter = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.preview'>,
): Promise<OutputOf<'letters.preview'>> => {
  throw new Error('not built yet');
};
