import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const setStopSignal = async (_: Practice, __: ParsedInputOf<'stopSignal.set'>): Promise<OutputOf<'stopSignal.set'>> => {
  throw new Error('not built yet');
};

export const stopSignalRehearsed = async (
  _: Practice,
  __: ParsedInputOf<'stopSignal.rehearsed'>,
): Promise<OutputOf<'stopSignal.rehearsed'>> => {
  throw new Error('not built yet');
};
