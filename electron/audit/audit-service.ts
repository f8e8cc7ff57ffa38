import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const listAudit = async (_practice: Practice, _input: ParsedInputOf<'audit.list'>): Promise<OutputOf<'audit.list'>> => {
  throw new Error('not built yet');
};

export const verifyAudit = async (_practice: Practice, _input: ParsedInputOf<'audit.verify'>): Promise<OutputOf<'audit.verify'>> => {
  throw new Error('not built yet');
};

export const whoSaw = async (_practice: Practice, _input: ParsedInputOf<'audit.whoSaw'>): Promise<OutputOf<'audit.whoSaw'>> => {
  throw new Error('not built yet');
};

export const chooseWhoSawFile = async (
  _practice: Practice,
  _input: ParsedInputOf<'audit.chooseWhoSawFile'>,
): Promise<OutputOf<'audit.chooseWhoSawFile'>> => {
  throw new Error('not built yet');
};

export const saveWhoSaw = async (_practice: Practice, _input: ParsedInputOf<'audit.saveWhoSaw'>): Promise<OutputOf<'audit.saveWhoSaw'>> => {
  throw new Error('not built yet');
};
