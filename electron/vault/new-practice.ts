import { judgeEvidence } from '../../shared/audit.ts';
import type { ParsedInputOf } from '../../shared/calls.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { type Keyholder, practiceFor } from '../practice/practice.ts';
import { startProfile } from '../practice/profile-service.ts';
import { addOwnLane } from '../schedule/own-lane.ts';
import { openLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openDatabase } from '../store/open.ts';
import type { keysFrom } from './envelope.ts';
import { insertKeyholder } from './keyholders-repository.ts';
import { clearMaking, makingFile } from './making.ts';
import type { Opening } from './opening.ts';

type Making = {
  readonly folder: string;
  readonly keys: ReturnType<typeof keysFrom>;
  readonly owner: Keyholder & { readonly wrapId: string };
  readonly profile: ParsedInputOf<'vault.create'>['profile'];
  readonly practice: Opening['practice'];
};

/** A practice that has counted no commit has no anchor yet: its first opening makes it. */
export const noAnchor = { opening: judgeEvidence({ commits: 0, seq: 0, headAtAnchor: null }, null), read: () => null };

/** The new practice's database with its first rows, closed again, still under its making name. */
export const fillNewPractice = async ({ folder, keys, owner, profile, practice }: Making): Promise<void> => {
  clearMaking(folder);
  const { database, closeWhole } = openLayer(openDatabase(makingFile(folder), keys.database, { create: true }));
  try {
    await migrate(database);
    const call = practiceFor(practice({ database, auditKey: keys.audit, actor: owner, anchor: noAnchor }), 'practice-created');
    await call.write(async (tx) => {
      await startProfile(tx, profile);
      await insertKeyholder(tx, { ...owner, createdAt: call.now() });
      await addOwnLane(tx, owner, call.now());
      await recordAudit(tx, call, {});
    });
    await closeWhole();
  } finally {
    await database.destroy();
  }
};
