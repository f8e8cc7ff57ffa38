import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchorBegun, keepChainKey, recordAudit } from '../../electron/audit/audit-repository.ts';
import { testWorld } from '../../electron/practice/practice.test-world.ts';
import { type OpenPractice, practiceFor } from '../../electron/practice/practice.ts';
import { openLayer } from '../../electron/store/dialect.ts';
import { migrate } from '../../electron/store/migrate.ts';
import { type Connection, openInMemory } from '../../electron/store/open.ts';
import type { AuditTable, ChainKeyTable } from '../../electron/store/schema.ts';
import { openAnchor } from '../../electron/vault/anchor.ts';
import { type AuditAction, auditActions } from '../../shared/call.ts';
import type { Chance } from './chance.ts';
import { trialFolder } from './trial.ts';

/** What was true after a commit. */
export type Moment = { readonly seq: number; readonly anchor: Buffer; readonly chainKeys: readonly ChainKeyTable[] };

/** A trail as it was really recorded, with everything an honest look at it is held against. */
export type Trail = {
  readonly name: string;
  readonly open: OpenPractice;
  readonly connection: Connection;
  readonly anchorPath: string;
  readonly anchorKey: Buffer;
  readonly rows: readonly AuditTable[];
  readonly chainKeys: readonly ChainKeyTable[];
  /** By number of commits; the first is before any. */
  readonly moments: readonly Moment[];
};

/** Not what a made trail is about. */
const worded: readonly AuditAction[] = auditActions.filter((action) => !action.startsWith('found-'));
const bytesFrom = (chance: Chance): Buffer => Buffer.from(Array.from({ length: 32 }, () => chance.below(256)));

const subjectFrom = (chance: Chance): Parameters<typeof recordAudit>[2] => ({
  ...(chance.below(3) === 0 ? {} : { clientId: `c${chance.below(5)}` }),
  ...(chance.below(2) === 0 ? {} : { recordId: `r${chance.below(9)}`, digest: bytesFrom(chance).toString('hex') }),
});

const rowsIn = (connection: Connection): AuditTable[] => connection.prepare('select * from audit order by seq').all() as AuditTable[];
const chainKeysIn = (connection: Connection): ChainKeyTable[] =>
  connection.prepare('select * from chain_keys order by until_seq').all() as ChainKeyTable[];

type TrailPlan = { readonly name: string; readonly commits: number; readonly renewals: number };

/** Commits of none to three entries, some of them with a new key, each followed by a real anchor; without what keeps an entry from being changed. */
export const makeTrail = async (chance: Chance, { name, commits, renewals }: TrailPlan): Promise<Trail> => {
  const connection = openInMemory();
  const layer = openLayer(connection);
  await migrate(layer.database);
  const anchorKey = bytesFrom(chance);
  const anchorPath = join(trialFolder(), 'practice.anchor');
  const clock = () => Date.parse('2026-11-24T15:58:00.000Z') + chance.below(1_000_000);
  const anchor = openAnchor({ path: anchorPath, key: anchorKey, clock, known: await layer.committed() });

  const world = await testWorld();
  let open: OpenPractice = { ...world.open, database: layer.database, auditKey: bytesFrom(chance), clock };
  const renewAt = new Set(Array.from({ length: renewals }, () => 2 + chance.below(commits - 2)));
  // Made without an anchor, as a new practice is.
  const making = practiceFor(open, 'practice-created');
  await making.write((tx) => recordAudit(tx, making, {}));
  layer.follow(anchor);
  const moments: Moment[] = [{ seq: 1, anchor: Buffer.alloc(0), chainKeys: [] }];
  for (let commit = 1; commit <= commits; commit += 1) {
    const before = open.auditKey;
    if (renewAt.has(commit)) open = { ...open, auditKey: bytesFrom(chance) };
    const practice = practiceFor(open, chance.pick(worded));
    const entries = commit === commits || renewAt.has(commit) ? 1 + chance.below(2) : chance.below(4);
    await practice.write(async (tx) => {
      if (renewAt.has(commit)) await keepChainKey(tx, before, open.auditKey);
      if (commit === 1) await recordAudit(tx, practice, { recordId: anchorBegun }, 'unlocked');
      for (let entry = 0; entry < entries; entry += 1) await recordAudit(tx, practice, subjectFrom(chance));
    });
    moments.push({ seq: rowsIn(connection).length, anchor: readFileSync(anchorPath), chainKeys: chainKeysIn(connection) });
  }
  anchor.close();
  connection.exec('drop trigger audit_is_not_changed; drop trigger audit_is_not_deleted');
  return { name, open, connection, anchorPath, anchorKey, rows: rowsIn(connection), chainKeys: chainKeysIn(connection), moments };
};
