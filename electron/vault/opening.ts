import { Refused } from '../../shared/app-error.ts';
import type { Profile } from '../../shared/profile.ts';
import { anchorBegun, evidenceIn, joinLocked, type LockedEntry, recordAudit } from '../audit/audit-repository.ts';
import { keepsDrafts } from '../practice/drafts-service.ts';
import { type Keyholder, type OpenPractice, practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { type LockedTouch, takeInLocked } from '../sessions/locked-stops-service.ts';
import { type Database, type Layer, openLayer } from '../store/dialect.ts';
import { migrate, waitsForMigration } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import { type Anchor, anchorFile, openAnchor, readAnchor } from './anchor.ts';
import type { keysFrom } from './envelope.ts';
import { emptyLocked, type LockedKind, type LockedRecord, readLocked } from './locked-journal.ts';
import { databaseFile } from './making.ts';

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
  readonly action: 'unlocked' | 'recovered' | 'backup-restored';
  /** What the practice is given besides what is opened here. */
  readonly practice: (parts: Pick<OpenPractice, 'database' | 'auditKey' | 'anchor' | 'actor'>) => OpenPractice;
  readonly beforeMigration: () => Promise<void>;
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
};

const touchesIn = (records: readonly LockedRecord[]): readonly LockedTouch[] =>
  records.flatMap(({ kind, at, id }) => (kind === 'stop' || kind === 'hands-off' || kind === 'flagged' ? [{ kind, at, id }] : []));

/** The layer over the newest schema; a copy is made before a migration, while the file is closed. */
const migrated = async ({ folder, keys, beforeMigration }: Opening): Promise<Layer> => {
  const open = (): Layer => openLayer(openDatabase(databaseFile(folder), keys.database, { create: false }));
  let layer = open();
  try {
    if (await waitsForMigration(layer.database)) {
      await layer.database.destroy();
      await beforeMigration();
      layer = open();
      await migrate(layer.database);
    }
    return layer;
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

/** Opens with the keys, looks at the trail's end beside its anchor, takes in what was written down while locked, and records who came in. */
export const openPractice = async (opening: Opening): Promise<Opened> => {
  const { folder, keys, clock } = opening;
  const layer = await migrated(opening);
  const { database } = layer;
  let anchor: Anchor | null = null;
  try {
    const actor = await opening.enter(database);
    if (!actor) throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
    const evidence = await evidenceIn(database, () => readAnchor(anchorFile(folder), keys.anchor));
    const isFirst = evidence.verdict === 'whole' && evidence.commits === 0;
    const agreed = evidence.verdict === 'whole' || evidence.verdict === 'one-ahead';
    const kept = openAnchor({ path: anchorFile(folder), key: keys.anchor, clock, known: agreed ? await layer.committed() : null });
    anchor = kept;
    layer.follow(kept);

    const practice = opening.practice({ database, auditKey: keys.audit, actor, anchor: { opening: evidence, read: kept.read } });
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
      if (evidence.verdict === 'missing-tail') await recordAudit(tx, call, {}, 'found-missing-tail');
      if (evidence.verdict === 'anchor-mismatch') await recordAudit(tx, call, {}, 'found-anchor-mismatch');
      await recordAudit(tx, call, isFirst ? { recordId: anchorBegun } : {});
    });
    forgetLocked(opening);
    return { practice, profile: await getProfile(call), layer, anchor, draftsKept: await keepsDrafts(call) };
  } catch (failure) {
    await database.destroy().finally(() => anchor?.close());
    throw failure;
  }
};
