import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const beginUpload = async (_practice: Practice, _input: ParsedInputOf<'uploads.begin'>): Promise<OutputOf<'uploads.begin'>> => {
  throw new Error('not built yet');
};
export const appendUpload = async (_practice: Practice, _input: ParsedInputOf<'uploads.append'>): Promise<OutputOf<'uploads.append'>> => {
  throw new Error('not built yet');
};
export const finishUpload = async (_practice: Practice, _input: ParsedInputOf<'uploads.finish'>): Promise<OutputOf<'uploads.finish'>> => {
  throw new Error('not built yet');
};
