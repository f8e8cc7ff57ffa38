import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/backup.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Finding } from '../../shared/evidence.ts';
import { kindOfTable, recordKinds } from '../../shared/record-kinds.ts';
import { lastEntryAt } from '../audit/audit-repository.ts';
import { readState } from '../backup/backup-state.ts';
import type { Backups } from '../backup/backups.ts';
import { inTime } from '../practice/in-time.ts';
import { tablesOnPages } from '../store/page-owners.ts';
import { anchorName } from './anchor.ts';
import { found } from './files-found.ts';
import type { Opened } from './opening.ts';

type EvidenceWorld = {
  readonly folder: string;
  readonly opened: () => Opened;
  readonly backups: Pick<Backups, 'ours'>;
  /** What was found since it opened. */
  readonly since: () => readonly Finding[];
  readonly incident: (failure: unknown) => void;
};

type Report = OutputOf<'vault.evidence'>;

/** A folder that does not answer keeps nobody from reading what is known without it. */
const folderMs = 10_000;

/** What the trail says that opening compared with its anchor. */
const trailFindings = ({ practice: { anchor } }: Opened): Finding[] => {
  const { verdict, anchorCommits, commits, anchorAt } = anchor.opening;
  const since = anchor.lastEntryAt ?? null;
  if (verdict === 'missing-tail') {
    const count = Math.max(0, (anchorCommits ?? 0) - commits);
    return [found('saves-missing', { count: count === 0 ? null : count, since, until: anchorAt })];
  }
  if (verdict !== 'anchor-mismatch') return [];
  return [anchorAt === null ? found('anchor-unreadable', { since }) : found('trail-differs', { since, until: anchorAt })];
};

const withRecords = async ({ layer, practice: { anchor } }: Opened): Promise<Finding[]> => {
  const { findings = [], pages = [] } = anchor.files ?? {};
  if (pages.length === 0) return [...findings];
  const tables = await layer.look((connection) => tablesOnPages(connection, pages));
  const kinds = new Set(tables.map(kindOfTable));
  const records = recordKinds.filter((kind) => kinds.has(kind));
  return findings.map((one) => (one.kind === 'pages-older' ? { ...one, records } : one));
};

type Known = { readonly backup: Backup; readonly commits: number | null };

/** What the newest backups hold, by the anchor that was copied with them. */
const commitsOf = async (where: string, backup: Backup, { anchor }: Opened): Promise<Known> => {
  const bytes = await readFile(join(where, backup.id, anchorName)).catch(() => null);
  return { backup, commits: bytes && anchor.commitsIn(bytes) };
};

const looked = 5;

type Best = Pick<Report, 'best' | 'noBackups'> & { readonly newer: Finding[] };

/**
 * The backup to offer, and whether one of them knows more than the practice itself: the one witness that an older copy of the whole folder was
 * put back, whose files agree with one another. Whoever restored an older one since then meant to.
 */
const bestBackup = async ({ folder, backups, opened }: EvidenceWorld): Promise<Best> => {
  const where = readState(folder).folder;
  if (where === null) return { best: null, noBackups: 'no-folder', newer: [] };
  const ours = (await backups.ours()).filter(({ state, otherKey }) => state !== 'damaged' && !otherKey).slice(0, looked);
  const now = opened();
  const known = await Promise.all(ours.map((backup) => commitsOf(where, backup, now)));
  const [best] = known.toSorted((one, other) => (other.commits ?? -1) - (one.commits ?? -1));
  if (!best) return { best: null, noBackups: 'none-there', newer: [] };
  const { commits, anchorCommits } = now.practice.anchor.opening;
  const ahead = (best.commits ?? 0) - Math.max(commits, anchorCommits ?? 0);
  const saves = best.commits === null ? null : Math.max(0, best.commits - commits);
  const restoredAt = await lastEntryAt(now.practice.database, ['backup-restored']);
  const isMeant = restoredAt !== null && restoredAt > best.backup.madeAt;
  const newer = ahead > 0 && !isMeant ? [found('backup-newer', { count: ahead, until: best.backup.madeAt })] : [];
  return { best: { backup: best.backup, saves }, noBackups: null, newer };
};

const silent: Best = { best: null, noBackups: 'silent', newer: [] };

/** What opening found that is not as it was left; looked for once, because the anchor has been written anew since. */
export const createEvidence = (world: EvidenceWorld) => {
  let report: { readonly of: Opened; readonly made: Promise<Report> } | null = null;

  const make = async (opened: Opened): Promise<Report> => {
    const found = [...trailFindings(opened), ...(await withRecords(opened))];
    const { best, noBackups, newer } = await inTime(bestBackup(world), folderMs)
      .catch((failure: unknown) => {
        world.incident(failure);
        return null;
      })
      .then((one) => one ?? silent);
    const { verdict, commits } = opened.practice.anchor.opening;
    return { verdict, findings: [...found, ...newer], saves: commits, best, noBackups };
  };

  return async (): Promise<Report> => {
    const of = world.opened();
    if (report?.of !== of) report = { of, made: make(of) };
    const made = await report.made;
    return { ...made, findings: [...made.findings, ...world.since()] };
  };
};
