import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Refused } from '../../shared/app-error.ts';
import type { AuditLine, Evidence } from '../../shared/audit.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { dayIn, startOfDay } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { foundAmiss, linesFound, namesOfClient, peopleInTrail } from './audit-reading-repository.ts';
import { evidenceIn, recordAudit, walkChain } from './audit-repository.ts';
import { drawWhoSaw } from './who-saw-pdf.ts';

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

const isAmiss = ({ verdict }: Evidence): boolean => verdict !== 'whole' && verdict !== 'one-ahead';

/** A number someone wrote into the file may be larger than any of ours. */
const within = (seq: number): number => Math.max(Number.MIN_SAFE_INTEGER, Math.min(Number.MAX_SAFE_INTEGER, seq));

/** What was amiss when the practice opened stays so until it opens again: the anchor has been written anew since. */
export const verifyAudit = async (practice: Practice, _input: ParsedInputOf<'audit.verify'>): Promise<OutputOf<'audit.verify'>> => {
  const { opening } = practice.anchor;
  const { entries, firstBad } = await walkChain(practice.db, practice.auditKey);
  const now = await evidenceIn(practice.db, practice.anchor.read);
  // The newest is this opening's own; what stands from the first bad entry on is not believed.
  const earlier = (await foundAmiss(practice.db)).slice(isAmiss(opening) ? 1 : 0);
  const found = earlier.filter(({ seq }) => firstBad === null || seq < firstBad);

  const evidence = isAmiss(opening) ? opening : now;
  return {
    verdict: verdictOf(firstBad, evidence),
    entries,
    firstBad: firstBad === null ? null : within(firstBad),
    evidence,
    found,
  };
};

/** In steps, so that other calls are answered in between. */
const linesAtATime = 100;

const everyLineOf = async (practice: Practice, clientId: string): Promise<readonly AuditLine[]> => {
  const about = { clientId, actorId: null, actions: [], from: null, until: null };
  const lines: AuditLine[] = [];
  for (;;) {
    const page = await linesFound(practice.db, { ...about, before: lines.at(-1)?.seq ?? null }, linesAtATime);
    lines.push(...page.lines);
    if (!page.more) return lines;
    await nextTurn();
  }
};

const namesIn = async (practice: Practice, clientId: string): Promise<NonNullable<Awaited<ReturnType<typeof namesOfClient>>>> => {
  const names = await namesOfClient(practice.db, clientId);
  if (!names) throw new Refused({ code: 'not-found', what: 'client' });
  return names;
};

const drawnFor = async (
  practice: Practice,
  clientId: string,
): Promise<{ readonly documentId: string; readonly lines: readonly AuditLine[]; readonly pdf: Uint8Array }> => {
  const client = await namesIn(practice, clientId);
  const profile = await getProfile(practice);
  const lines = await everyLineOf(practice, clientId);

  const documentId = practice.newId();
  const pdf = await drawWhoSaw({
    documentId,
    client,
    lines,
    madeAt: practice.now(),
    madeBy: practice.actor.name,
    practice: profile,
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
  });
  return { documentId, lines, pdf };
};

export const whoSaw = async (practice: Practice, { clientId }: ParsedInputOf<'audit.whoSaw'>): Promise<OutputOf<'audit.whoSaw'>> => {
  const { lines, pdf } = await drawnFor(practice, clientId);
  return { lines: [...lines], pdf: Buffer.from(pdf).toString('base64') };
};

/** The file's name tells the day, never the person: a list of files may be seen by others (domain.md 8.3). */
export const chooseWhoSawFile = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'audit.chooseWhoSawFile'>,
): Promise<OutputOf<'audit.chooseWhoSawFile'>> => {
  await namesIn(practice, clientId);
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  const name = `Who has opened this record ${dayIn(practice.now(), zone)}`;
  return { fileGrant: await practice.files.chooseSave({ call: 'audit.saveWhoSaw', subject: clientId }, name, 'pdf') };
};

/** The entry is there before the file is, and vouches for its bytes. */
export const saveWhoSaw = async (
  practice: Practice,
  { clientId, fileGrant }: ParsedInputOf<'audit.saveWhoSaw'>,
): Promise<OutputOf<'audit.saveWhoSaw'>> => {
  const { documentId, pdf } = await drawnFor(practice, clientId);

  const about = { clientId, recordId: documentId };
  const digest = createHash('sha256').update(pdf).digest('hex');
  await practice.write((tx) => recordAudit(tx, practice, { ...about, digest }));
  try {
    return practice.files.save(fileGrant, { call: 'audit.saveWhoSaw', subject: clientId }, pdf);
  } catch (failure) {
    await practice.write((tx) => recordAudit(tx, practice, about, 'who-saw-not-written'));
    throw failure;
  }
};
