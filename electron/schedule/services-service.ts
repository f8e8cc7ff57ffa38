import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listServices = async (_practice: Practice, _input: ParsedInputOf<'services.list'>): Promise<OutputOf<'services.list'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const saveService = async (_practice: Practice, _input: ParsedInputOf<'services.save'>): Promise<OutputOf<'services.save'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
