import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Practice } from '../practice/practice.ts';

export const previewMerge = async (
  _practice: Practice,
  _input: ParsedInputOf<'clients.mergePreview'>,
): Promise<OutputOf<'clients.mergePreview'>> => {
  throw new Refused({ code: 'not-found', what: 'client' });
};

export const mergeClients = async (_practice: Practice, _input: ParsedInputOf<'clients.merge'>): Promise<Client> => {
  throw new Refused({ code: 'not-found', what: 'client' });
};
