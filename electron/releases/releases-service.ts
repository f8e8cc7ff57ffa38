import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const prepareRelease = async (
  _practice: Practice,
  _input: ParsedInputOf<'releases.prepare'>,
): Promise<OutputOf<'releases.prepare'>> => {
  throw new Error('not built yet');
};

export const revokeRelease = async (
  _practice: Practice,
  _input: ParsedInputOf<'releases.revoke'>,
): Promise<OutputOf<'releases.revoke'>> => {
  throw new Error('not built yet');
};

export const releasesOf = async (
  _practice: Practice,
  _input: ParsedInputOf<'releases.ofClient'>,
): Promise<OutputOf<'releases.ofClient'>> => {
  throw new Error('not built yet');
};

export const permitsSharing = async (
  _practice: Practice,
  _input: ParsedInputOf<'releases.permits'>,
): Promise<OutputOf<'releases.permits'>> => {
  throw new Error('not built yet');
};
