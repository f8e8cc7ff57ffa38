import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listRooms = async (_practice: Practice, _input: ParsedInputOf<'rooms.list'>): Promise<OutputOf<'rooms.list'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const saveRoom = async (_practice: Practice, _input: ParsedInputOf<'rooms.save'>): Promise<OutputOf<'rooms.save'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
