import { Refusal, Refused } from '../../shared/app-error.ts';
import type { Backup } from '../../shared/backup.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { practiceFor } from '../practice/practice.ts';
import { refuseWhileSession } from '../sessions/refuse-while-open.ts';
import type { Here } from './backup-list.ts';
import { dropProof, keepProof, readState } from './backup-state.ts';
import type { BackupWorld } from './backup-world.ts';
import type { Copying } from './copying.ts';
import type { Patience } from './folder-patience.ts';
import type { Sight } from './folder-sight.ts';
import type { Looking } from './looking.ts';
import { found } from './restore-source.ts';
import { keepLast } from './rotation.ts';

type Tended = {
  readonly ask: Patience;
  readonly sight: Sight;
  readonly looking: Looking;
  readonly copying: Copying;
  readonly here: () => Here;
};

/** A copy of each lock of a busy day is not opened one by one: the newest tell what matters. */
const verifiedAtOnce = 3;

const isRefused = (failure: unknown, reason: string): boolean =>
  failure instanceof Refused && failure.error.code === 'refused' && failure.error.reason === reason;

/** What is done with backups while the practice is open and nobody asks: those made without a key are opened, and each day has one of its own. */
export const createTending = (world: BackupWorld, { ask, sight, looking, copying, here }: Tended) => {
  const { folder, now } = world;
  const chosen = (): string | null => readState(folder).folder;

  const rotate = async (where: string): Promise<void> => {
    const known = here();
    const { header } = known;
    if (header) await ask({ folder: where, work: (alive) => keepLast(where, { ...known, header }, alive) });
  };

  /** Found to be damaged only where it is still there to be: a stick pulled out in the middle says nothing of the copy. */
  const noteDamaged = async (where: string, id: string): Promise<void> => {
    const { sha256 } = await ask({ folder: where, work: () => found(where, id, false) });
    keepProof(folder, { id, sha256, at: now(), whole: false });
  };

  /** @throws Refusal backup-not-found, backup-damaged, backup-other-key, backup-not-tried */
  const verified = async (where: string, id: string): Promise<void> => {
    try {
      const { source, agreed } = await looking.look(where, id, null);
      // Sound, but not what the trail says: it may be restored, and is not vouched for.
      if (agreed) keepProof(folder, { id, sha256: source.sha256, at: now(), whole: true });
      else dropProof(folder, id);
    } catch (failure) {
      if (isRefused(failure, 'backup-damaged')) await noteDamaged(where, id);
      throw failure;
    } finally {
      world.announce(['backups']);
    }
  };

  const own = async (where: string): Promise<readonly Backup[]> => (await sight.ours(where)).filter(({ elsewhere }) => !elsewhere);

  /** Nothing heavy goes on beside a session, and nothing once it is locked. */
  const mayGoOn = async (): Promise<boolean> => {
    if (!world.isOpen()) return false;
    try {
      await refuseWhileSession(world.practice().database);
      return true;
    } catch {
      return false;
    }
  };

  const verifyWaiting = async (where: string): Promise<void> => {
    const waiting = (await own(where)).filter(({ state, otherKey }) => state === 'copied' && !otherKey).slice(0, verifiedAtOnce);
    for (const { id } of waiting) {
      if (!(await mayGoOn())) return;
      await verified(where, id).catch(world.log.incident);
    }
    if (waiting.length > 0) await rotate(where);
  };

  const copyOfToday = async (where: string): Promise<void> => {
    const today = now().slice(0, 10);
    const made = await own(where);
    // The first of all is the one at the next lock, as it is said where the folder is chosen.
    const isDone = made.length === 0 || made.some(({ state, madeAt }) => state === 'verified' && madeAt.startsWith(today));
    if (isDone || (await sight.state(where)).free === null || !(await mayGoOn())) return;
    const call = practiceFor(world.practice(), 'backup-made');
    await call.write((tx) => recordAudit(tx, call, { recordId: 'daily' }));
    await copying.now('daily');
  };

  return {
    /** One that a person asks for. */
    verify: async (id: string): Promise<Backup> => {
      const where = chosen();
      if (where === null) throw new Refusal('no-backup-folder');
      const call = practiceFor(world.practice(), 'backup-verified');
      await call.write(async (tx) => {
        await refuseWhileSession(tx);
        await recordAudit(tx, call, {});
      });
      await verified(where, id);
      const backup = (await sight.ours(where)).find((one) => one.id === id);
      if (!backup) throw new Refusal('backup-not-found');
      return backup;
    },
    /** Never throws: what went wrong is kept as the state of the backups. */
    tend: async (): Promise<void> => {
      const where = chosen();
      if (where === null) return;
      try {
        await verifyWaiting(where);
        await copyOfToday(where);
      } catch (failure) {
        world.log.incident(failure);
      }
    },
  };
};
