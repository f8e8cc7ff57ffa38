import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

const notYet = (): never => {
  throw new Error('not built yet');
};

export const getMap = async (_: Practice, __: ParsedInputOf<'consentMap.get'>): Promise<OutputOf<'consentMap.get'>> => notYet();
export const setMap = async (_: Practice, __: ParsedInputOf<'consentMap.set'>): Promise<OutputOf<'consentMap.set'>> => notYet();
export const withdrawAreas = async (_: Practice, __: ParsedInputOf<'consentMap.withdraw'>): Promise<OutputOf<'consentMap.withdraw'>> =>
  notYet();
export const mapHistory = async (_: Practice, __: ParsedInputOf<'consentMap.history'>): Promise<OutputOf<'consentMap.history'>> => notYet();
