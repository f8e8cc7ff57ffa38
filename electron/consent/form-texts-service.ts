import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const contentFiles = async (_practice: Practice, _input: ParsedInputOf<'profile.content'>): Promise<OutputOf<'profile.content'>> => {
  throw new Error('not built yet');
};
export const editFormText = async (_practice: Practice, _input: ParsedInputOf<'forms.edit'>): Promise<OutputOf<'forms.edit'>> => {
  throw new Error('not built yet');
};
export const getFormText = async (_practice: Practice, _input: ParsedInputOf<'forms.get'>): Promise<OutputOf<'forms.get'>> => {
  throw new Error('not built yet');
};
export const listForms = async (_practice: Practice, _input: ParsedInputOf<'forms.list'>): Promise<OutputOf<'forms.list'>> => {
  throw new Error('not built yet');
};
