import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notBuilt = (): never => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const createContact = async (_practice: Practice, _input: ParsedInputOf<'contacts.create'>): Promise<OutputOf<'contacts.create'>> =>
  notBuilt();

export const updateContact = async (_practice: Practice, _input: ParsedInputOf<'contacts.update'>): Promise<OutputOf<'contacts.update'>> =>
  notBuilt();

export const getContact = async (_practice: Practice, _input: ParsedInputOf<'contacts.get'>): Promise<OutputOf<'contacts.get'>> =>
  notBuilt();

export const searchContacts = async (_practice: Practice, _input: ParsedInputOf<'contacts.search'>): Promise<OutputOf<'contacts.search'>> =>
  notBuilt();

export const mergeContacts = async (_practice: Practice, _input: ParsedInputOf<'contacts.merge'>): Promise<OutputOf<'contacts.merge'>> =>
  notBuilt();
