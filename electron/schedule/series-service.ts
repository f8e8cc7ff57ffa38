import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const editSeries = async (_practice: Practice, _input: ParsedInputOf<'series.edit'>): Promise<OutputOf<'series.edit'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const extendSeries = async (_practice: Practice, _input: ParsedInputOf<'series.extend'>): Promise<OutputOf<'series.extend'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
