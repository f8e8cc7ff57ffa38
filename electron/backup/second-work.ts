import { join } from 'node:path';
import { Refused, type Unavailability } from '../../shared/app-error.ts';
import { evidenceIn, walkChain } from '../audit/audit-repository.ts';
import { copyBeside } from '../store/copy-beside.ts';
import { type Layer, openLayer } from '../store/dialect.ts';
import { migrate, waitsForMigration } from '../store/migrate.ts';
import { openDatabase, refuseUnsound } from '../store/open.ts';
import { storeProblem } from '../store/store-problem.ts';
import { anchorFile, openAnchor, readAnchor } from '../vault/anchor.ts';
import { keysFrom } from '../vault/envelope.ts';
import { judgeFiles } from '../vault/files-found.ts';
import { databaseFile } from '../vault/making.ts';
import { watchFiles } from '../vault/watched-files.ts';
import { wayIn } from '../vault/ways-in.ts';
import { contentsIn } from './contents-repository.ts';
import type { Answer, Answers, CopyJob, Job, LookJob } from './second-process.ts';

type Keys = { readonly database: Buffer; readonly audit: Buffer; readonly anchor: Buffer };

/** Whatever comes of the work, nothing is left open. */
const withLayer = async <T>(path: string, key: Buffer, work: (layer: Layer) => Promise<T>): Promise<T> => {
  const layer = openLayer(openDatabase(path, key, { create: false }));
  try {
    return await work(layer);
  } finally {
    await layer.database.destroy();
  }
};

/** The copy gets an anchor of its own, which says of it what is true of it. */
const copied = async ({ practice, staging, keys, at }: CopyJob): Promise<Answers['copy']> => {
  const database = Buffer.from(keys.database);
  const path = join(staging, 'practice.db');
  copyBeside(databaseFile(practice), path, database);
  await withLayer(path, database, async (layer) => {
    await layer.alone(async (connection) => refuseUnsound(connection));
    const known = await layer.committed();
    await layer.closeWhole();
    // It knows of no key file: whether that is an older one is a question of the practice.
    const files = watchFiles(path, () => 0, null);
    const anchor = openAnchor({ path: anchorFile(staging), key: Buffer.from(keys.anchor), clock: () => at, known, files });
    anchor.rest();
    anchor.close();
  });
  return { kind: 'copied' };
};

const keysFor = async ({ header, way }: LookJob): Promise<Keys | null> => {
  if (way.kind === 'keys') {
    const { database, audit, anchor } = way.keys;
    return { database: Buffer.from(database), audit: Buffer.from(audit), anchor: Buffer.from(anchor) };
  }
  const opened = await wayIn(header, way.kind, way.text);
  return opened && keysFrom(opened.dataKey, header.practiceId);
};

/** Every page is read, the trail is walked and held against its anchor, the newest step is taken: what a restore would do, short of the swap. */
const seen = async (job: LookJob): Promise<Answers['look']> => {
  const keys = await keysFor(job);
  if (!keys) return { kind: 'wrong-secret' };
  // Whoever changed a page and the list with it cannot change what the anchor of the backup says of its pages.
  const { findings } = judgeFiles({ folder: job.staging, keys, generation: job.header.generation });
  return withLayer(databaseFile(job.staging), keys.database, async (layer) => {
    await layer.alone(async (connection) => refuseUnsound(connection));
    const { database } = layer;
    if (await waitsForMigration(database)) await migrate(database);
    const { verdict } = await evidenceIn(database, () => readAnchor(anchorFile(job.staging), keys.anchor));
    const { firstBad } = await walkChain(database, keys.audit);
    const agreed = (verdict === 'whole' || verdict === 'one-ahead') && firstBad === null && findings.length === 0;
    return { kind: 'seen', contents: await contentsIn(database), agreed };
  });
};

const problemOf = (failure: unknown): Unavailability | null =>
  failure instanceof Refused && failure.error.code === 'unavailable' ? failure.error.reason : storeProblem(failure);

const answerTo = async (job: Job): Promise<Answer> => {
  try {
    return await (job.kind === 'copy' ? copied(job) : seen(job));
  } catch (failure) {
    return { kind: 'failed', problem: problemOf(failure), said: failure instanceof Error ? failure.message : String(failure) };
  }
};

type WorkPort = { readonly onMessage: (listener: (message: unknown) => void) => void; readonly post: (message: unknown) => void };

/** The whole of the second process: one job, one answer. Whoever gave it ends this process. */
export const serveSecond = ({ onMessage, post }: WorkPort): void => {
  process.umask(0o077);
  onMessage((message) => void answerTo(message as Job).then(post));
};
