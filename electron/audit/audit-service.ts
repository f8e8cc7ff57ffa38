import type { Evidence } from '../../shared/audit.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { startOfDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { foundAmiss, linesFound, peopleInTrail } from './audit-reading-repository.ts';
import { evidenceIn, walkChain } from './audit-repository.ts';

/** The last day there is has no day after it. */
const lastDay = '9999-12-31';

export const listAudit = async (practice: Practice, input: ParsedInputOf<'audit.list'>): Promise<OutputOf<'audit.list'>> => {
  const { limit, from, to, ...filter } = input;
  const zone = practice.zone ?? (await getProfile(practice)).zone;

  const days = {
    from: from === null ? null : startOfDay(from, zone),
    until: to === null || to === lastDay ? null : startOfDay(to, zone, 1),
  };
  const { lines, more } = await linesFound(practice.db, { ...filter, ...days }, limit);
  return { lines: [...lines], more, people: await peopleInTrail(practice.db) };
};

type Verdict = OutputOf<'audit.verify'>['verdict'];

const verdictOf = (firstBad: number | null, { verdict }: Evidence): Verdict => {
  if (firstBad !== null) return 'altered';
  return verdict === 'one-ahead' ? 'whole' : verdict;
};

const isAmiss = ({ verdict }: Evidence): boolean => verdict === 'missing-tail' || verdict === 'anchor-mismatch';

/** A number someone wrote into the file may be larger than any of ours. */
const within = (seq: number): number => Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, seq));

/** What was amiss when the practice opened stays so until it opens again: the anchor has been written anew since. */
export const verifyAudit = async (practice: Practice, _input: ParsedInputOf<'audit.verify'>): Promise<OutputOf<'audit.verify'>> => {
  const { opening } = practice.anchor;
  const { entries, firstBad } = await walkChain(practice.db, practice.auditKey);
  const now = await evidenceIn(practice.db, practice.anchor.read);
  const found = await foundAmiss(practice.db);

  const evidence = isAmiss(opening) ? opening : now;
  return {
    verdict: verdictOf(firstBad, evidence),
    entries,
    firstBad: firstBad === null ? null : within(firstBad),
    evidence,
    // The newest is this opening's own.
    found: found.slice(isAmiss(opening) ? 1 : 0),
  };
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
