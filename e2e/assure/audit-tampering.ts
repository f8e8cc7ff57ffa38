import { writeFileSync } from 'node:fs';
import { evidenceIn } from '../../electron/audit/audit-repository.ts';
import { verifyAudit } from '../../electron/audit/audit-service.ts';
import { practiceFor } from '../../electron/practice/practice.ts';
import type { AuditTable } from '../../electron/store/schema.ts';
import { readAnchor } from '../../electron/vault/anchor.ts';
import { calls, type OutputOf } from '../../shared/calls.ts';
import { type Scene, tamperings } from './audit-tamperings.ts';
import { makeTrail, type Trail } from './audit-trails.ts';
import type { Chance } from './chance.ts';
import type { Goal, Result } from './goal.ts';

type Found = OutputOf<'audit.verify'>;
type Expected = { readonly verdicts: readonly Found['verdict'][]; readonly firstBad: number | null };

const makeTrails = async (chance: Chance): Promise<readonly Trail[]> => {
  const trails: Trail[] = [];
  for (const [name, commits, renewals] of [
    ['short', 3, 0],
    ['of one key', 12, 0],
    ['of two keys', 10, 1],
    ['of several keys', 18, 3],
    ['long', 40, 1],
  ] as const)
    trails.push(await makeTrail(chance, { name, commits, renewals }));
  return trails;
};

const sameRow = (one: AuditTable, other: AuditTable | undefined): boolean =>
  other !== undefined &&
  (['seq', 'at', 'actor', 'action', 'client_id', 'record_id', 'digest'] as const).every((column) => one[column] === other[column]) &&
  Buffer.compare(one.mac, other.mac) === 0;

/** The first entry that is not what was recorded there, and how many are before it; compared, not computed. */
const firstStrange = ({ rows, trail }: Scene): { readonly before: number; readonly seq: number } | null => {
  const inOrder = rows.toSorted((one, other) => one.seq - other.seq);
  const before = inOrder.findIndex((row, index) => !sameRow(row, trail.rows[index]));
  return before === -1 ? null : { before, seq: inOrder[before]!.seq };
};

/** The first entry whose key is no longer there as it was kept. */
const firstWithoutKey = ({ rows, chainKeys, trail }: Scene): { readonly before: number; readonly seq: number } | null => {
  const kept = (was: Scene['chainKeys'][number]): boolean =>
    chainKeys.some(
      (is) => is.until_seq === was.until_seq && Buffer.compare(is.key, was.key) === 0 && Buffer.compare(is.mac, was.mac) === 0,
    );
  const lost = trail.chainKeys.findIndex((was) => !kept(was));
  const before = trail.chainKeys[lost - 1]?.until_seq ?? 0;
  return lost === -1 || before >= rows.length ? null : { before, seq: before + 1 };
};

/** How it must be called, from what was done and nothing that verification computes. */
const expectedOf = (scene: Scene): Expected => {
  const { rows, commits, trail, anchor } = scene;
  const [first] = [firstStrange(scene), firstWithoutKey(scene)]
    .filter((one) => one !== null)
    .sort((one, other) => one.before - other.before);
  if (first) return { verdicts: ['altered'], firstBad: first.seq };

  const now = trail.moments.length - 1;
  const called = (...verdicts: Found['verdict'][]): Expected => ({ verdicts, firstBad: null });
  if (anchor.of === null) return called(commits === 0 && rows.length <= trail.moments[0]!.seq ? 'whole' : 'anchor-mismatch');
  const known = trail.moments[anchor.of]!;
  // A state that was once true, put back with its anchor and its counter, or what a crash then would have left: nothing remembers more.
  if (rows.length >= known.seq && (commits === anchor.of + 1 || (commits === anchor.of && rows.length === known.seq)))
    return called('whole');
  if (anchor.of === now) return called(rows.length < known.seq || commits < now ? 'missing-tail' : 'anchor-mismatch');
  if (rows.length === trail.rows.length) return called(commits < anchor.of ? 'missing-tail' : 'anchor-mismatch');
  return called('missing-tail', 'anchor-mismatch');
};

/** A file for each anchor there was; what is made up for one trial has one that is written over. Writing takes longer than all the rest. */
const anchorFiles = new Map<Buffer, string>();
const anchorFile = ({ trail: { anchorPath, moments }, others, anchor: { bytes } }: Scene): string => {
  if (!bytes) return `${anchorPath}.gone`;
  const known = anchorFiles.get(bytes);
  if (known) return known;
  const isKept = [moments, ...others.map((other) => other.moments)].some((all) => all.some((moment) => moment.anchor === bytes));
  const path = isKept ? `${anchorPath}.${anchorFiles.size}` : `${anchorPath}.harmed`;
  writeFileSync(path, bytes);
  if (isKept) anchorFiles.set(bytes, path);
  return path;
};

/** Puts the scene into the database and the anchor's file, verifies as the practice does, and takes it out again. */
const verifiedIn = async (scene: Scene): Promise<Found> => {
  const { connection, anchorKey, open } = scene.trail;
  const path = anchorFile(scene);
  connection.exec('begin; delete from audit; delete from chain_keys');
  try {
    const entry = connection.prepare('insert into audit values (:seq, :at, :actor, :action, :client_id, :record_id, :digest, :mac)');
    for (const row of scene.rows) entry.run(row);
    const key = connection.prepare('insert into chain_keys values (:until_seq, :key, :mac)');
    for (const row of scene.chainKeys) key.run(row);
    connection.prepare('update commits set count = ?').run(scene.commits);
    const read = () => readAnchor(path, anchorKey);
    const opening = await evidenceIn(open.database, read);
    return calls['audit.verify'].output.parse(await verifyAudit(practiceFor({ ...open, anchor: { opening, read } }, null), {}));
  } finally {
    connection.exec('rollback');
  }
};

const sceneOf = (trails: readonly Trail[], chance: Chance): Scene => {
  const trail = chance.pick(trails);
  const of = trail.moments.length - 1;
  return {
    trail,
    others: trails.filter((one) => one !== trail),
    chance,
    rows: [...trail.rows],
    chainKeys: trail.chainKeys,
    commits: of,
    anchor: { bytes: trail.moments[of]!.anchor, of },
  };
};

/**
 * Each trial tampers with a trail in one to three ways and verifies it. An escape is a trail that is called by another name than what was done
 * to it, or whose first bad entry is another; one that is called altered, though nothing was changed, is one too.
 */
export const tamperWithTrails = async (chance: Chance, trials: number): Promise<Result> => {
  const trails = await makeTrails(chance);
  const names = Object.keys(tamperings);
  const escapes: unknown[] = [];
  for (let trial = 0; trial < trials; trial += 1) {
    const scene = sceneOf(trails, chance);
    const done = Array.from({ length: chance.pick([1, 1, 2, 3]) }, () => chance.pick(names));
    for (const name of done) if (scene.rows.length > 0) tamperings[name]?.(scene);
    const expected = expectedOf(scene);
    const found = await verifiedIn(scene);
    if (!expected.verdicts.includes(found.verdict) || expected.firstBad !== found.firstBad)
      escapes.push({ trial, trail: scene.trail.name, done, expected, found });
  }
  for (const { open } of trails) await open.database.destroy();
  anchorFiles.clear();
  return { trials, escapes };
};

const chain = 'electron/audit/audit-repository.ts';

export const auditTampering: Goal = {
  name: 'audit tampering',
  // Its few trials within `npm test` are in its own test, with the defects.
  trials: { full: 100_000, quick: 10_000, test: 0 },
  run: ({ chance, trials }) => tamperWithTrails(chance, trials),
  defects: [
    {
      name: 'a counter that is believed without an anchor',
      trials: 3_000,
      edits: [
        {
          file: chain,
          find: 'anchor === null && count === 0 && (await keptAnchor(alone))',
          put: 'anchor === null && count < 0 && (await keptAnchor(alone))',
        },
      ],
    },
    { name: 'unkeyed chain', trials: 1_000, edits: [{ file: chain, find: "createHmac('sha256', key)", put: "createHmac('sha256', '')" }] },
    {
      name: 'chain that leaves out a column',
      trials: 1_000,
      edits: [{ file: chain, find: 'entry.recordId, entry.digest]', put: 'entry.recordId]' }],
    },
    {
      name: 'entries before the first not looked at',
      trials: 1_000,
      edits: [{ file: chain, find: "seq === 0 ? all : all.where('seq', '>', seq)", put: "all.where('seq', '>', seq)" }],
    },
    {
      name: 'older keys that nothing vouches for',
      trials: 1_000,
      edits: [{ file: chain, find: 'macOfChainKey(present, until_seq, key).equals(mac)', put: 'mac.length + until_seq + key.length > 0' }],
    },
    {
      name: 'no anchor looked at',
      trials: 1_000,
      edits: [
        {
          file: 'electron/audit/audit-service.ts',
          find: "return verdict === 'one-ahead' ? 'whole' : verdict;",
          put: "return verdict === 'whole' ? verdict : 'whole';",
        },
      ],
    },
  ],
};
