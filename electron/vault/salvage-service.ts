import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../shared/profile.ts';
import type { SalvageReport } from '../../shared/salvage.ts';
import { lastActor, recordAudit } from '../audit/audit-repository.ts';
import { ownComputer, readState } from '../backup/backup-state.ts';
import { keptPrefix } from '../backup/kept-beside.ts';
import { keylessCopy } from '../backup/keyless-copy.ts';
import { keptIn } from '../backup/restore-swap.ts';
import { makeFolder } from '../practice/atomic-file.ts';
import { practiceFor } from '../practice/practice.ts';
import { getProfile, startProfile } from '../practice/profile-service.ts';
import { type Database, type Layer, openLayer } from '../store/dialect.ts';
import { migrate, stepsUpTo } from '../store/migrate.ts';
import { openDatabase, refuseUnsound } from '../store/open.ts';
import { byKind, reuniteRows, type Salvaged, salvageRows, stepsIn } from '../store/salvage.ts';
import type { Kin } from '../store/salvage-kin.ts';
import { type IntactPages, intactPages } from '../store/salvage-pages.ts';
import { anchorFile, openAnchor, readWholeAnchor } from './anchor.ts';
import { doorAt } from './door.ts';
import { keysFrom } from './envelope.ts';
import { type Header, writeHeader } from './header.ts';
import { insertKeyholder, keyholderOfWrap, ownerOf } from './keyholders-repository.ts';
import { databaseFile } from './making.ts';
import { noAnchor } from './new-practice.ts';
import type { Opening } from './opening.ts';
import { keptRoots } from './tree-roots.ts';
import type { VaultWorld } from './vault-world.ts';
import { watchFiles } from './watched-files.ts';
import type { WayIn } from './ways-in.ts';

export type SalvageWorld = Pick<VaultWorld, 'folder' | 'clock' | 'newId' | 'appVersion'> & {
  readonly now: () => string;
  readonly practice: Opening['practice'];
};

type Keys = ReturnType<typeof keysFrom>;

const stagingIn = (folder: string): string => join(folder, 'practice.salvaging');

/** What can be read of the practice that lies here; nothing in its folder is changed. */
export const pagesHere = (folder: string, keys: Keys): IntactPages => {
  const salt = readWholeAnchor(anchorFile(folder), keys.anchor)?.vouched?.salt ?? null;
  return intactPages(databaseFile(folder), keys.database, salt);
};

/** What a practice cannot be opened without, where it was lost: who holds the key, and how the practice is called. */
const mend = async (db: Database, { folder, now, newId, practice }: SalvageWorld, header: Header, keys: Keys, { wrap }: WayIn) => {
  const wrapId = wrap.kind === 'passphrase' ? wrap.id : (header.wraps.find(({ kind }) => kind === 'passphrase')?.id ?? wrap.id);
  const known = wrap.kind === 'passphrase' ? await keyholderOfWrap(db, wrapId) : await ownerOf(db);
  const actor = known ?? {
    id: (await lastActor(db)) ?? newId(),
    name: doorAt(folder, now()).practiceName || 'Owner',
    role: 'owner' as const,
  };
  const call = practiceFor(practice({ database: db, auditKey: keys.audit, actor, anchor: noAnchor }), 'practice-salvaged');
  const profile = await getProfile(call).catch(() => null);
  return { actor, call, isNew: known === null, wrapId, profile };
};

const blankProfile = (practiceName: string, practitionerName: string): Omit<Profile, 'version' | 'role'> => ({
  ...{ practiceName, address: '', practitionerName, credential: '', licenceWords: '' },
  ...{ place: 'US', zone: 'UTC', paper: 'letter' },
});

/** Rows of the damaged practice in an empty one of the same step, with what it needs to be opened. */
export const fillFromPages = async (
  layer: Layer,
  pages: IntactPages,
  world: SalvageWorld,
  header: Header,
  keys: Keys,
  way: WayIn,
): Promise<Salvaged & { readonly kin: Kin }> => {
  const { database } = layer;
  const remembered = keptRoots(world.folder, keys.anchor);
  await migrate(database, stepsUpTo(stepsIn(pages, remembered)));
  const salvaged = await layer.look((connection) => salvageRows(pages, connection, remembered));
  const { actor, call, isNew, wrapId, profile } = await mend(database, world, header, keys, way);
  await call.write(async (tx) => {
    if (isNew) await insertKeyholder(tx, { ...actor, wrapId, createdAt: call.now() });
    if (!profile) await startProfile(tx, blankProfile(doorAt(world.folder, world.now()).practiceName || 'Practice', actor.name));
  });
  const kin = await layer.look((connection) => reuniteRows(connection, world.now()));
  return { ...salvaged, kin };
};

/** The new practice under its staging name, closed, with its own anchor and the entry that says where it came from. */
const stage = async (world: SalvageWorld, header: Header, keys: Keys, way: WayIn, staging: string): ReturnType<typeof fillFromPages> => {
  const pages = pagesHere(world.folder, keys);
  const path = databaseFile(staging);
  const layer = openLayer(openDatabase(path, keys.database, { create: true }));
  try {
    const salvaged = await fillFromPages(layer, pages, world, header, keys, way);
    const known = await layer.committed();
    const files = watchFiles(path, () => header.generation, null);
    const anchor = openAnchor({ path: anchorFile(staging), key: keys.anchor, clock: world.clock, known, files });
    try {
      layer.follow(anchor);
      const { call } = await mend(layer.database, world, header, keys, way);
      const lost = salvaged.tables.reduce((sum, table) => sum + table.lost, 0);
      await call.write((tx) => recordAudit(tx, call, { recordId: `lost ${lost}` }));
      await layer.alone(async (connection) => refuseUnsound(connection));
      await layer.closeWhole();
    } finally {
      anchor.close();
    }
    return salvaged;
  } finally {
    await layer.database.destroy();
  }
};

/**
 * Saves what can be read of a damaged practice into a new one, which lies beside it as a backup does and is put in its place only when the
 * person says so. The damaged files stay as they are.
 */
export const salvagePractice = async (world: SalvageWorld, header: Header, way: WayIn): Promise<SalvageReport> => {
  const { folder } = world;
  const staging = stagingIn(folder);
  const keys = keysFrom(way.dataKey, header.practiceId);
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { mode: 0o700 });
  try {
    const { tables, pages, kin } = await stage(world, header, keys, way, staging);
    writeHeader(staging, header);
    makeFolder(keptIn(folder));
    const { id } = await keylessCopy({
      ...{ practice: staging, folder: keptIn(folder), reason: 'salvaged', madeAt: world.now(), appVersion: world.appVersion },
      ...{ here: { ...readState(folder), header, computer: ownComputer(folder) }, keeps: 'all', isKnownGood: true },
      ...{ signal: new AbortController().signal, alive: () => undefined },
    });
    return { id: keptPrefix + id, pages, kinds: [...byKind(tables)], stoodIn: kin.stoodIn.length, aside: kin.aside.length };
  } finally {
    for (const key of Object.values(keys)) key.fill(0);
    rmSync(staging, { recursive: true, force: true });
  }
};
