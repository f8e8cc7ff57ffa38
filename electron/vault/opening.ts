import { Refused } from '../../shared/app-error.ts';
import type { Evidence } from '../../shared/audit.ts';
import type { AuditAction } from '../../shared/call.ts';
import type { Profile } from '../../shared/profile.ts';
import { anchorBegun, evidenceIn, joinLocked, type LockedEntry, newestEntryAt, recordAudit } from '../audit/audit-repository.ts';
import { keepsDrafts } from '../practice/drafts-service.ts';
import { type Keyholder, type OpenPractice, practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type LockedTouch, takeInLocked } from '../sessions/locked-stops-service.ts';
import { type Database, type Layer, type Ledger, openLayer } from '../store/dialect.ts';
import { migrate, waitsForMigration } from '../store/migrate.ts';
import { openDatabase, refuseUnsound } from '../store/open.ts';
import { rootsIn } from '../store/salvage-tables.ts';
import { type Anchor, anchorFile, openAnchor, readAnchor, unsettleAnchor } from './anchor.ts';
import { closeAtRest } from './at-rest.ts';
import type { keysFrom } from './envelope.ts';
import { type FilesFound, found, judgeFiles } from './files-found.ts';
import { keepTags } from './kept-tags.ts';
import { emptyLocked, type LockedKind, type LockedRecord, readLocked } from './locked-journal.ts';
import { databaseFile } from './making.ts';
import { keepRoots } from './tree-roots.ts';
import { watchFiles } from './watched-files.ts';

export type Opened = {
  readonly practice: OpenPractice;
  readonly profile: Profile;
  readonly layer: Layer;
  readonly anchor: Anchor;
  /** Something who came in had typed, and not saved, waits for them. */
  readonly draftsKept: boolean;
};

export type Opening = {
  readonly folder: string;
  readonly clock: () => number;
  readonly keys: ReturnType<typeof keysFrom>;
  /** Of the key envelope as it counts now. */
  readonly generation: () => number;
  readonly headerMended?: boolean;
  readonly action: 'unlocked' | 'recovered' | 'backup-restored';
  /** What the practice is given besides what is opened here. */
  readonly practice: (parts: Pick<OpenPractice, 'database' | 'auditKey' | 'anchor' | 'actor'>) => OpenPractice;
  readonly beforeMigration: () => Promise<void>;
  /** Who else is told of each commit, besides the anchor. */
  readonly ledger?: (anchor: Anchor) => Ledger;
  /** Something failed that must keep nobody out. */
  readonly incident: (failure: unknown) => void;
  /** Finds who came in, and may do what must be done before they are in. */
  readonly enter: (db: Database) => Promise<Keyholder | null>;
};

const lockedAction: Readonly<Record<LockedKind, LockedEntry['action']>> = {
  'failed-unlock': 'failed-unlock',
  'refused-call': 'locked-call-refused',
  stop: 'locked-stop',
  'hands-off': 'locked-hands-off',
  flagged: 'locked-flag',
  'read-only': 'locked-read-only',
};

const touchesIn = (records: readonly LockedRecord[]): readonly LockedTouch[] =>
  records.flatMap(({ kind, at, id }) => (kind === 'stop' || kind === 'hands-off' || kind === 'flagged' ? [{ kind, at, id }] : []));

/** The layer over the newest schema; a copy is made before a migration, while the file is closed. */
const migrated = async ({ folder, keys, beforeMigration }: Opening): Promise<Layer & { readonly migrated: boolean }> => {
  const open = (): Layer => openLayer(openDatabase(databaseFile(folder), keys.database, { create: false }));
  let layer = open();
  try {
    if (await waitsForMigration(layer.database)) {
      await layer.database.destroy();
      await beforeMigration();
      unsettleAnchor(anchorFile(folder), keys.anchor, null);
      layer = open();
      await migrate(layer.database);
      return { ...layer, migrated: true };
    }
    return { ...layer, migrated: false };
  } catch (failure) {
    await layer.database.destroy();
    throw failure;
  }
};

/** What cannot be emptied now is not taken in twice at the next opening. */
const forgetLocked = ({ folder, incident }: Opening): void => {
  try {
    emptyLocked(folder);
  } catch (failure) {
    incident(failure);
  }
};

/** What came from elsewhere (a backup, compared with its own list) is not what this anchor vouched for page by page. */
const nothingSeen: FilesFound = { findings: [], tags: null, pages: [], damaged: false, beyond: null, restless: true, rest: null };

/** What was mended, or only lies beside: nothing of the practice itself is other than it was. */
const beside: readonly string[] = ['strange-files', 'key-file-mended', 'anchor-damaged'];

/** What the anchor said of the trail, and what the files said. Something that is missing is the graver of the two. */
const judged = (trail: Evidence, files: FilesFound, anchorCommits: number): { readonly evidence: Evidence; readonly files: FilesFound } => {
  const agrees = trail.verdict === 'whole' || trail.verdict === 'one-ahead';
  // Each commit in the log is counted in the database, or somebody put pages there that no commit of ours wrote.
  const isDoctored = agrees && files.beyond !== null && files.beyond !== trail.commits - anchorCommits;
  const known = files.findings.some(({ kind }) => kind === 'log-changed' || kind === 'log-lost');
  const findings = isDoctored && !known ? [...files.findings, found('log-changed', { until: trail.anchorAt })] : files.findings;
  const isChanged = findings.some(({ kind }) => !beside.includes(kind));
  return { evidence: agrees && isChanged ? { ...trail, verdict: 'file-changed' } : trail, files: { ...files, findings } };
};

const findingOf: Readonly<Partial<Record<Evidence['verdict'], AuditAction>>> = {
  'missing-tail': 'found-missing-tail',
  'anchor-mismatch': 'found-anchor-mismatch',
  'file-changed': 'found-file-changed',
};

/** Opens with the keys, looks at the trail's end beside its anchor, takes in what was written down while locked, and records who came in. */
export const openPractice = async (opening: Opening): Promise<Opened> => {
  const { folder, keys, clock, generation } = opening;
  const seen =
    opening.action === 'backup-restored'
      ? nothingSeen
      : judgeFiles({ folder, keys, generation: generation(), headerMended: opening.headerMended === true });
  if (seen.restless) unsettleAnchor(anchorFile(folder), keys.anchor, seen.rest);
  const layer = await migrated(opening);
  const { database } = layer;
  let anchor: Anchor | null = null;
  try {
    const actor = await opening.enter(database);
    if (!actor) throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
    if (seen.damaged) await layer.alone(async (connection) => refuseUnsound(connection));
    const lastEntryAt = await newestEntryAt(database);
    const trail = await evidenceIn(database, () => readAnchor(anchorFile(folder), keys.anchor));
    const { evidence, files } = judged(trail, seen, trail.anchorCommits ?? 0);
    const isFirst = evidence.verdict === 'whole' && evidence.commits === 0;
    const agreed = trail.verdict === 'whole' || trail.verdict === 'one-ahead';
    const watched = watchFiles(databaseFile(folder), generation, layer.migrated ? null : seen.tags);
    keepTags(folder, watched.tags());
    keepRoots(folder, keys.anchor, await layer.look(rootsIn));
    const kept = openAnchor({
      ...{ path: anchorFile(folder), key: keys.anchor, clock, files: watched },
      known: agreed ? await layer.committed() : null,
    });
    anchor = kept;
    layer.follow(opening.ledger?.(kept) ?? kept);
    if (seen.restless || layer.migrated) kept.vouch();

    const practice = opening.practice({
      database,
      auditKey: keys.audit,
      actor,
      anchor: { opening: evidence, read: kept.read, files, lastEntryAt },
    });
    const call = practiceFor(practice, opening.action);
    const { records, unreadable } = readLocked(folder);
    await call.write(async (tx) => {
      await joinLocked(
        tx,
        keys.audit,
        records.map(({ kind, at, id }) => ({ action: lockedAction[kind], at, id })),
      );
      await takeInLocked(tx, call, touchesIn(records));
      if (unreadable > 0) await recordAudit(tx, call, { recordId: String(unreadable) }, 'locked-journal-unreadable');
      const amiss = findingOf[evidence.verdict];
      if (amiss) await recordAudit(tx, call, {}, amiss);
      await recordAudit(tx, call, isFirst ? { recordId: anchorBegun } : {});
    });
    forgetLocked(opening);
    return { practice, profile: await getProfile(call), layer, anchor, draftsKept: await keepsDrafts(call) };
  } catch (failure) {
    await (anchor ? closeAtRest(folder, layer, anchor) : database.destroy());
    throw failure;
  }
};
