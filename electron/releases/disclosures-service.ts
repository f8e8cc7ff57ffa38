import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Practice } from '../practice/practice.ts';

export const recordDisclosure = async (
  _practice: Practice,
  _input: ParsedInputOf<'disclosures.record'>,
): Promise<OutputOf<'disclosures.record'>> => {
  throw new Error('not built yet');
};

export const disclosuresOf = async (
  _practice: Practice,
  _input: ParsedInputOf<'disclosures.ofClient'>,
): Promise<OutputOf<'disclosures.ofClient'>> => {
  throw new Error('not built yet');
};

export const drawDisclosures = async (
  _practice: Practice,
  _input: ParsedInputOf<'disclosures.paper'>,
): Promise<OutputOf<'disclosures.paper'>> => {
  throw new Error('not built yet');
};
