import { readdirSync, readFileSync, statSync } from 'node:fs';
import type { Finding } from '../../shared/evidence.ts';
import { limits } from '../../shared/limits.ts';
import { sealsOf } from '../store/page-seals.ts';
import {
  differingPages,
  type Logged,
  lockPage,
  loggedIn,
  pagesOf,
  readTags,
  rootOf,
  withoutLogged,
  withPages,
} from '../store/page-tags.ts';
import { judgeWal, loggedPages, newestFrames, walOf } from '../store/wal-frames.ts';
import { anchorFile, readWholeAnchor } from './anchor.ts';
import { damagedSlots, type Vouched } from './anchor-slot.ts';
import type { keysFrom } from './envelope.ts';
import { keepTags, keptTags } from './kept-tags.ts';
import { databaseFile } from './making.ts';

export const found = (kind: Finding['kind'], more: Partial<Finding> = {}): Finding => ({
  kind,
  count: null,
  since: null,
  until: null,
  records: [],
  names: [],
  ...more,
});

/** What was seen of the files before anything was opened. */
export type FilesFound = {
  readonly findings: readonly Finding[];
  /** The tags of all pages, where they were read. */
  readonly tags: Buffer | null;
  /** Pages that are not what they were, by number; where that cannot be told, none. */
  readonly pages: readonly number[];
  /** Some page cannot be read as it was ever written. */
  readonly damaged: boolean;
  /** Commits that lie in the log behind what the anchor vouches for; null where it vouches for nothing. */
  readonly beyond: number | null;
  /** The log holds something, or the database was being written to: opening will write to it. */
  readonly restless: boolean;
  /** What the pages that are not in the log come to, where that is known. */
  readonly rest: Buffer | null;
};

const ours =
  /^practice\.(?:db(?:-wal|-shm|-journal)?|making\.db.*|key\d+\..*|anchor|pages|roots|header\.json|header\.copy\.json|door\.json|backup\.json|restore\.json|restoring|salvaging|lock|locked|.*\.[0-9a-f]{8}\.new)$/;

/** What a program that keeps folders in step leaves when two computers changed the same file: never ours, and perhaps work that is not here. */
export const strangeFiles = (folder: string): readonly Finding[] => {
  const names = readdirSync(folder).filter((name) => /^practice/i.test(name) && /\.(?:db|anchor|json)/i.test(name) && !ours.test(name));
  return names.length === 0
    ? []
    : [found('strange-files', { count: names.length, names: names.slice(0, 20).map((name) => name.slice(0, limits.namePart)) })];
};

type Looking = {
  readonly folder: string;
  readonly keys: ReturnType<typeof keysFrom>;
  readonly generation: number;
  /** One of the two copies of the key envelope could not be read, and was written anew. */
  readonly headerMended?: boolean;
};

const anchorAmiss = (folder: string, key: Buffer): readonly Finding[] => {
  try {
    const damaged = damagedSlots(key, readFileSync(anchorFile(folder)));
    return damaged === 1 ? [found('anchor-damaged')] : [];
  } catch {
    return [];
  }
};

const damagedAmong = (folder: string, key: Buffer, salt: Buffer, pages: readonly number[]): readonly number[] => {
  if (pages.length === 0) return [];
  const { holds } = sealsOf(key, salt);
  return withPages(databaseFile(folder), (read) => pages.filter((page) => page !== lockPage && !holds(read(page), page)));
};

/** Which pages differ from those of `root`; where the list beside the anchor is gone too, all of them are looked at for one that cannot be read. */
const pagesAmiss = (
  { folder, keys }: Looking,
  vouched: Vouched,
  root: Buffer,
  tags: Buffer,
  logged: Logged | null,
): Pick<FilesFound, 'findings' | 'pages' | 'damaged'> => {
  if (rootOf(tags).equals(root)) return { findings: [], pages: [], damaged: false };
  const kept = keptTags(folder, root);
  const pages = kept ? differingPages(kept, tags) : [];
  const all = Array.from({ length: Math.max(vouched.pages, pagesOf(tags)) }, (_, index) => index + 1);
  // What stands in the log is read from there.
  const looked = (kept ? pages : all).filter((page) => !logged?.pages.has(page));
  // What lies beyond the end of the file is missing, as in an older copy of it, and nothing says that the disk fails.
  const present = looked.filter((page) => page <= pagesOf(tags));
  const damaged = damagedAmong(folder, keys.database, vouched.salt, present);
  const older = pages.length - damaged.length;
  const findings = [
    ...(damaged.length > 0 ? [found('pages-damaged', { count: damaged.length })] : []),
    ...(older > 0 || damaged.length === 0 ? [found('pages-older', { count: kept ? older : null })] : []),
  ];
  return { findings, pages, damaged: damaged.length > 0 || present.length < looked.length };
};

const hasLogIn = (folder: string): boolean => (statSync(walOf(databaseFile(folder)), { throwIfNoEntry: false })?.size ?? 0) > 0;

/** A power cut may bring a log back that had been moved and emptied: to read it changes nothing, page by page. */
const isMovedAlready = ({ folder, keys }: Looking, { salt, wal }: Vouched): boolean => {
  if (wal.length > 0) return false;
  const { holds, opened } = sealsOf(keys.database, salt);
  return withPages(databaseFile(folder), (read) =>
    [...newestFrames(databaseFile(folder))].every(([page, bytes]) => {
      const there = read(page);
      return holds(bytes, page) && holds(there, page) && opened(bytes, page).equals(opened(there, page));
    }),
  );
};

const logAmiss = (looking: Looking, vouched: Vouched): Pick<FilesFound, 'findings' | 'beyond'> => {
  const { holds, isShort, commitsBeyond } = judgeWal(databaseFile(looking.folder), vouched.wal);
  if (!holds) return { findings: [found(isShort ? 'log-lost' : 'log-changed')], beyond: commitsBeyond };
  const beyond = commitsBeyond > 0 && isMovedAlready(looking, vouched) ? 0 : commitsBeyond;
  return { findings: beyond > 1 ? [found('log-changed')] : [], beyond };
};

type Judged = Pick<FilesFound, 'findings' | 'pages' | 'damaged' | 'beyond' | 'tags' | 'rest'>;
const unknown: Judged = { findings: [], pages: [], damaged: false, beyond: null, tags: null, rest: null };

/**
 * It was cut off while the log was moved. What stood in the log is read from there; no other page was written to. Which pages that was is kept
 * beside the anchor; where that list is gone, the log tells as long as it is here.
 */
const judgeUnsettled = (looking: Looking, vouched: Vouched): Judged => {
  const { folder } = looking;
  const { rest } = vouched;
  if (!rest) return unknown;
  const tags = readTags(databaseFile(folder));
  const { findings } = logAmiss(looking, vouched);
  const kept = keptTags(folder, rest);
  // The log that is here may be a later one, begun when all of the one before it was moved.
  const here = findings.length === 0 ? loggedPages(databaseFile(folder)) : null;
  const logged = kept ? loggedIn(kept) : here;
  const isMoved = !hasLogIn(folder);
  const log = findings.length > 0 && !isMoved ? findings : [];
  if (!logged) return { ...unknown, rest, findings: log };
  const amiss = pagesAmiss(looking, vouched, rest, withoutLogged(tags, logged), logged);
  const movedWhole = findings.length === 0 || isMoved ? [...logged.pages].filter((page) => !here?.pages.has(page)) : [];
  const broken = damagedAmong(folder, looking.keys.database, vouched.salt, movedWhole);
  const moved = broken.length > 0 ? [found('pages-damaged', { count: broken.length })] : [];
  const damaged = amiss.damaged || broken.length > 0;
  return { ...unknown, ...amiss, rest, damaged, findings: [...amiss.findings, ...(amiss.damaged ? [] : moved), ...log] };
};

const judgeSettled = (looking: Looking, vouched: Vouched): Judged => {
  const { folder } = looking;
  const tags = readTags(databaseFile(folder));
  const { findings, pages, damaged } = pagesAmiss(looking, vouched, vouched.root, tags, null);
  const { findings: log, beyond } = logAmiss(looking, vouched);
  const others = withoutLogged(tags, loggedPages(databaseFile(folder)));
  const rest = findings.length + log.length === 0 ? rootOf(others) : null;
  if (rest && hasLogIn(folder)) keepTags(folder, others);
  return { findings: [...findings, ...log], pages, damaged, beyond, tags, rest };
};

/** Looks at the files beside what the anchor vouches for, before SQLite opens and changes any of them. */
export const judgeFiles = (looking: Looking): FilesFound => {
  const { folder, keys, generation } = looking;
  const strange = [
    ...anchorAmiss(folder, keys.anchor),
    ...(looking.headerMended ? [found('key-file-mended')] : []),
    ...strangeFiles(folder),
  ];
  const slot = readWholeAnchor(anchorFile(folder), keys.anchor);
  const restless = hasLogIn(folder) || slot?.vouched?.settled === false;
  const vouched = slot?.vouched ?? null;
  if (!slot || !vouched) return { ...unknown, findings: strange, restless };
  const header = generation < vouched.generation ? [found('key-file-older')] : [];
  const judged = vouched.settled ? judgeSettled(looking, vouched) : judgeUnsettled(looking, vouched);
  const findings = [...judged.findings, ...header].map((one) => ({ ...one, until: slot.at }));
  return { ...judged, findings: [...findings, ...strange], tags: restless ? null : judged.tags, restless };
};
