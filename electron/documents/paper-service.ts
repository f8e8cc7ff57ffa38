import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const fileDocument = async (_practice: Practice, _input: ParsedInputOf<'documents.file'>): Promise<OutputOf<'documents.file'>> => {
  throw new Error('not built yet');
};
export const printDocument = async (
  _practice: Practice,
  _input: ParsedInputOf<'documents.print'>,
): Promise<OutputOf<'documents.print'>> => {
  throw new Error('not built yet');
};
export const verifyDocument = async (
  _practice: Practice,
  _input: ParsedInputOf<'documents.verify'>,
): Promise<OutputOf<'documents.verify'>> => {
  throw new Error('not built yet');
};
