import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../../shared/evidence.ts';
import { limits } from '../../shared/limits.ts';
import { writeAtomically } from '../practice/atomic-file.ts';
import { sealsOf } from '../store/page-seals.ts';
import { differingPages, pageBytes, pagesOf, readTags, rootOf } from '../store/page-tags.ts';
import { judgeWal, walOf } from '../store/wal-frames.ts';
import { anchorFile, readWholeAnchor } from './anchor.ts';
import { damagedSlots, type Vouched } from './anchor-slot.ts';
import type { keysFrom } from './envelope.ts';
import { databaseFile } from './making.ts';

/** The tags of all pages as they were settled last. The anchor vouches for them together; this only says which one differs. */
const tagsFile = (folder: string): string => join(folder, 'practice.pages');

/** It only helps to name what is amiss: that it could not be written keeps nothing from being saved. */
export const keepTags = (folder: string, tags: Buffer): void => {
  try {
    writeAtomically(tagsFile(folder), tags);
  } catch {
    return;
  }
};

const keptTags = (folder: string, { root }: Vouched): Buffer | null => {
  try {
    const tags = readFileSync(tagsFile(folder));
    return rootOf(tags).equals(root) ? tags : null;
  } catch {
    return null;
  }
};

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
  const file = readFileSync(databaseFile(folder));
  const { holds } = sealsOf(key, salt);
  return pages.filter((page) => !holds(file.subarray((page - 1) * pageBytes, page * pageBytes), page));
};

/** Which pages differ; where the list beside the anchor is gone too, all of them are looked at for one that cannot be read. */
const pagesAmiss = ({ folder, keys }: Looking, vouched: Vouched, tags: Buffer): Pick<FilesFound, 'findings' | 'pages' | 'damaged'> => {
  if (rootOf(tags).equals(vouched.root)) return { findings: [], pages: [], damaged: false };
  const kept = keptTags(folder, vouched);
  const pages = kept ? differingPages(kept, tags) : [];
  const looked = kept ? pages : Array.from({ length: Math.max(vouched.pages, pagesOf(tags)) }, (_, index) => index + 1);
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

const logAmiss = (folder: string, { wal }: Vouched): Pick<FilesFound, 'findings' | 'beyond'> => {
  const { holds, isShort, commitsBeyond } = judgeWal(databaseFile(folder), wal);
  const findings = holds ? [] : [found(isShort ? 'log-lost' : 'log-changed')];
  return { findings: commitsBeyond > 1 && holds ? [found('log-changed')] : findings, beyond: commitsBeyond };
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
  const hasLog = (statSync(walOf(databaseFile(folder)), { throwIfNoEntry: false })?.size ?? 0) > 0;
  const restless = hasLog || slot?.vouched?.settled === false;
  const vouched = slot?.vouched ?? null;
  if (!slot || !vouched) return { findings: strange, tags: null, pages: [], damaged: false, beyond: null, restless };
  const header = generation < vouched.generation ? [found('key-file-older')] : [];
  if (!vouched.settled) return { findings: [...header, ...strange], tags: null, pages: [], damaged: false, beyond: null, restless };
  const tags = readTags(databaseFile(folder));
  const { findings: amiss, pages, damaged } = pagesAmiss(looking, vouched, tags);
  const { findings: log, beyond } = logAmiss(folder, vouched);
  const findings = [...amiss, ...log, ...header].map((one) => ({ ...one, until: slot.at }));
  return { findings: [...findings, ...strange], tags: restless ? null : tags, pages, damaged, beyond, restless };
};
