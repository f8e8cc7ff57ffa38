import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const createTask = async (_practice: Practice, _input: ParsedInputOf<'tasks.create'>): Promise<OutputOf<'tasks.create'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const changeTask = async (_practice: Practice, _input: ParsedInputOf<'tasks.change'>): Promise<OutputOf<'tasks.change'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const setTaskDone = async (_practice: Practice, _input: ParsedInputOf<'tasks.done'>): Promise<OutputOf<'tasks.done'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};

export const listTasks = async (_practice: Practice, _input: ParsedInputOf<'tasks.list'>): Promise<OutputOf<'tasks.list'>> => {
  throw new Refused({ code: 'not-found', what: 'call' });
};
