import { randomBytes } from 'node:crypto';
import { Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Said } from '../../shared/last-word.ts';
import { keepChainKey, recordAudit } from '../audit/audit-repository.ts';
import type { Backups } from '../backup/backups.ts';
import { inTime } from '../practice/in-time.ts';
import { practiceFor } from '../practice/practice.ts';
import { refuseWhileSession } from '../sessions/refuse-while-open.ts';
import { copyUnderKey } from '../store/copy-under-key.ts';
import { type Committed, openLayer } from '../store/dialect.ts';
import { type Connection, openDatabase } from '../store/open.ts';
import { type Anchor, openAnchor } from './anchor.ts';
import { keysFrom } from './envelope.ts';
import { type Header, intactHeaders } from './header.ts';
import { type KeyCupboard, type Keys, refuseWeak } from './keys-service.ts';
import { databaseFile } from './making.ts';
import { clearHalfKeys, finishNewKey, nextAnchor, nextDatabase } from './new-key-files.ts';
import type { Opened } from './opening.ts';
import type { SealedKeys } from './sealed-keys.ts';
import { watchFiles } from './watched-files.ts';
import { type WayIn, withSecret } from './ways-in.ts';

type NewKeyWorld = KeyCupboard & {
  readonly opened: () => Opened;
  readonly keys: Keys;
  readonly backups: Pick<Backups, 'ours' | 'kept' | 'giveWay'>;
  /** The keys that count from now on. */
  readonly renewed: (keys: SealedKeys) => void;
  readonly clock: () => number;
  /** Lets go of everything: the practice is whole on the disk, but this process cannot go on with it. `error`: what the person is told. */
  readonly giveUp: (error: Said) => void;
  readonly incident: (failure: unknown) => void;
};

/** Nothing may wait for a folder once the new key counts: the new Kit would never be seen. So it is read before. */
const listingMs = 10_000;
const refuseHanging = (): never => {
  throw new Refused({ code: 'unavailable', reason: 'disk-failing' });
};

type PracticeKeys = ReturnType<typeof keysFrom>;

/** What the renewed practice is opened with. */
type Renewal = { readonly header: Header; readonly present: PracticeKeys; readonly next: PracticeKeys };

const forget = (...keys: readonly PracticeKeys[]): void => {
  for (const one of keys) for (const key of Object.values(one)) key.fill(0);
};

/**
 * "Someone may know my passphrase": everything is copied under a new data key and compared, and the copy takes the old file's place. What was
 * recorded stays as it was, chain included, because signed documents name its entries; from here on it goes on under the new key.
 * The header is the one step that counts (new-key-files.ts): before it the old way in works, after it the new one, never neither.
 */
export const createNewKey = (world: NewKeyWorld) => {
  const { folder } = world;

  /** The copy, with its own anchor, and in it the entry that says so. */
  const prepare = async (from: Connection, { header, present, next }: Renewal): Promise<Committed> => {
    const path = nextDatabase(folder, header.keyNumber ?? 1);
    world.opened().anchor.settle(() => void from.pragma('wal_checkpoint(TRUNCATE)'));
    copyUnderKey(from, path, { present: present.database, next: next.database });
    const layer = openLayer(openDatabase(path, next.database, { create: false }));
    let anchor: Anchor | null = null;
    try {
      const known = await layer.committed();
      const files = watchFiles(path, () => header.generation, null);
      anchor = openAnchor({ path: nextAnchor(folder, header.keyNumber ?? 1), key: next.anchor, clock: world.clock, known, files });
      layer.follow(anchor);
      const { practice } = world.opened();
      const call = practiceFor({ ...practice, database: layer.database, auditKey: next.audit }, 'data-key-renewed');
      await call.write(async (tx) => {
        await keepChainKey(tx, present.audit, next.audit);
        await recordAudit(tx, call, {});
      });
      const renewed = await layer.committed();
      await layer.closeWhole();
      return renewed;
    } finally {
      await layer.database.destroy().finally(() => anchor?.close());
    }
  };

  const givenUp = (failure: unknown, error: Said): Refused => {
    world.incident(failure);
    world.giveUp(error);
    return new Refused(error);
  };

  /** Up to the header, and back where that fails: the old way in works, and nothing of the new one is left. */
  const upToHeader = async (from: Connection, goOnWith: (next: Connection) => void, renewal: Renewal): Promise<Committed> => {
    const { header, present } = renewal;
    try {
      const known = await prepare(from, renewal);
      from.close();
      world.replace(header);
      return known;
    } catch (failure) {
      // What cannot be read now may be the new one: then nothing is cleared away, and the next start goes by what is there.
      const onDisk = intactHeaders(folder);
      const isOld = onDisk.length > 0 && onDisk.every(({ generation }) => generation < header.generation);
      if (!from.open && !isOld) throw givenUp(failure, { code: 'unavailable', reason: 'disk-failing' });
      try {
        clearHalfKeys(folder, world.header());
        if (!from.open) {
          goOnWith(openDatabase(databaseFile(folder), present.database, { create: false }));
          world.opened().anchor.reopened();
        }
      } catch (lost) {
        throw givenUp(lost, { code: 'unavailable', reason: 'disk-failing' });
      }
      throw failure;
    }
  };

  /** Swaps the files under the open practice. Once the header is written the new ways in are the only ones, and the Kit drawn for it has not been seen. */
  const swap = async (from: Connection, goOnWith: (next: Connection) => void, renewal: Renewal): Promise<void> => {
    const { header, next } = renewal;
    const { practice, anchor } = world.opened();
    const known = await upToHeader(from, goOnWith, renewal);
    try {
      anchor.renewed(next.anchor, known, () => {
        finishNewKey(folder, header);
        return watchFiles(databaseFile(folder), () => world.header().generation, null);
      });
      practice.auditKey.set(next.audit);
      world.renewed(next);
      goOnWith(openDatabase(databaseFile(folder), next.database, { create: false }));
    } catch (failure) {
      throw givenUp(failure, { code: 'refused', reason: 'new-key-unfinished' });
    }
  };

  /** The header of a new data key: its two ways in are this person's and the new Kit's. Everyone else is let in again by the owner. */
  const renewedHeader = async (
    dataKey: Buffer,
    secrets: { readonly wrapId: string; readonly passphrase: string; readonly code: string },
  ) => {
    const before = world.header();
    const bare: Header = { ...before, keyNumber: (before.keyNumber ?? 1) + 1, keyId: randomBytes(16).toString('hex'), wraps: [] };
    const own = await withSecret(bare, dataKey, 'passphrase', secrets.wrapId, secrets.passphrase);
    const both = await withSecret(own, dataKey, 'recovery', world.practice().newId(), secrets.code);
    return { ...both, generation: before.generation + 1 };
  };

  const renew = async ({ dataKey, wrap }: WayIn, next: string): Promise<OutputOf<'vault.newKey'>> => {
    const fresh = randomBytes(32);
    const { practiceId } = world.header();
    const [present, renewed] = [keysFrom(dataKey, practiceId), keysFrom(fresh, practiceId)];
    try {
      const kit = await world.keys.drawKit();
      const header = await renewedHeader(fresh, { wrapId: wrap.id, passphrase: next, code: kit.groups.join('') });
      const older = (await inTime(world.backups.ours(), listingMs)) ?? refuseHanging();
      const kept = world.backups.kept();
      // A copy under way is of the old file, and holds it open.
      world.backups.giveWay();
      await world.opened().layer.alone((from, goOnWith) => swap(from, goOnWith, { header, present, next: renewed }));
      kit.keep();
      return { groups: [...kit.groups], backups: older.map((backup) => ({ ...backup, otherKey: true })), kept };
    } finally {
      fresh.fill(0);
      forget(present, renewed);
    }
  };

  return async ({ passphrase, next }: ParsedInputOf<'vault.newKey'>): Promise<OutputOf<'vault.newKey'>> => {
    refuseWeak(next, 'next');
    await refuseWhileSession(world.practice().database);
    return world.keys.withOwnKey(passphrase, (way) => renew(way, next));
  };
};
