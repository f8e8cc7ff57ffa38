import { Refused } from '../../shared/app-error.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Practice } from '../practice/practice.ts';

export const markError = async (_practice: Practice, _input: ParsedInputOf<'clients.markError'>): Promise<Client> => {
  throw new Refused({ code: 'not-found', what: 'client' });
};
