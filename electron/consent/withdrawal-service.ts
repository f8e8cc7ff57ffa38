import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const consentAttention = async (
  _practice: Practice,
  _input: ParsedInputOf<'consent.attention'>,
): Promise<OutputOf<'consent.attention'>> => {
  throw new Error('not built yet');
};
export const withdrawConsent = async (
  _practice: Practice,
  _input: ParsedInputOf<'consent.withdraw'>,
): Promise<OutputOf<'consent.withdraw'>> => {
  throw new Error('not built yet');
};
