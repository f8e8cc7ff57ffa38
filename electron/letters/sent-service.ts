import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const handLetterOver = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.handedOver'>,
): Promise<OutputOf<'letters.handedOver'>> => {
  throw new Error('not built yet');
};

export const fileReply = async (
  _practice: Practice,
  _input: ParsedInputOf<'letters.fileReply'>,
): Promise<OutputOf<'letters.fileReply'>> => {
  throw new Error('not built yet');
};
