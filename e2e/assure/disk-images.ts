import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { openDatabase } from '../../electron/store/open.ts';
import { anchorFile, readAnchor } from '../../electron/vault/anchor.ts';
import { readHeader } from '../../electron/vault/header.ts';
import { judgeEvidence } from '../../shared/audit.ts';
import type { Client } from '../../shared/clients.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal } from './goal.ts';
import { okOf } from './headless-process.ts';
import { imagedDisk, writeImage } from './imaged-disk.ts';
import { type Base, baseFor, nextPassphrase } from './kill-workflows.ts';
import { type Operation, recordingOf } from './recorded.ts';
import { copyOf, startTrial, trialFolder } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const saves = 60;

/** What a person was told, and how much had been done to files by then. */
type Told = { readonly at: number; readonly client: Pick<Client, 'id' | 'version' | 'chosenName'> };
type Recording = {
  readonly base: string;
  readonly operations: readonly Operation[];
  readonly told: readonly Told[];
  readonly renewedAt: number;
};

/** An afternoon of saves, a new passphrase, more saves and a lock, with every call that changed a file. */
const record = async (base: Base): Promise<Recording> => {
  const folder = copyOf(base.folder);
  const before = join(trialFolder(), 'before');
  cpSync(folder, before, { recursive: true });
  const recording = recordingOf(folder);
  const vault = startTrial({ data: folder, now, env: recording.env });
  const told: Told[] = [];
  const known = new Map<string, Client>();
  const save = async (number: number): Promise<void> => {
    const asked = { ...details, chosenName: `${number}`, contactWishes: 'Only letters. '.repeat(1 + (number % 9)) };
    const [first] = [...known.values()].slice(number % Math.max(1, known.size));
    const client: Client =
      number % 3 === 0 || !first
        ? await okOf(vault.call('clients.create', asked))
        : await okOf(vault.call('clients.update', { id: first.id, version: first.version, details: asked }));
    known.set(client.id, client);
    told.push({ at: recording.length(), client });
  };
  await okOf(vault.call('vault.unlock', { passphrase }));
  for (let number = 0; number < saves; number += 1) await save(number);
  await okOf(vault.call('vault.changePassphrase', { passphrase, next: nextPassphrase }));
  const renewedAt = recording.length();
  for (let number = saves; number < saves + 5; number += 1) await save(number);
  await vault.end();
  const operations = recording.operations().map((one) => ({ ...one, path: one.path.replace(folder, before) }));
  return {
    base: before,
    operations: operations.map((one) =>
      one.kind === 'rename' ? { ...one, bytes: Buffer.from(String(one.bytes).replace(folder, before)) } : one,
    ),
    told,
    renewedAt,
  };
};

type Row = { readonly id: string; readonly version: number; readonly chosen_name: string };

/** What is wrong with what the image holds, read without the application's calls; null when all is well. */
const wrongIn = (folder: string, keys: Base['keys'], { told, renewedAt, base }: Recording, done: number): string | null => {
  const header = readHeader(folder);
  if (!header) return 'no key file is left';
  if (done >= renewedAt && header.generation <= (readHeader(base)?.generation ?? 0))
    return 'told that the passphrase is new, and it is not';
  const db = openDatabase(join(folder, 'practice.db'), keys.database, { create: false });
  try {
    const rows = new Map((db.prepare('select id, version, chosen_name from clients').all() as Row[]).map((row) => [row.id, row]));
    for (const { client } of told.filter(({ at }) => at <= done)) {
      const row = rows.get(client.id);
      if (!row || row.version < client.version) return `told ${client.chosenName}, and it is not there`;
      if (row.version === client.version && row.chosen_name !== client.chosenName) return `told ${client.chosenName}, and it is another`;
    }
    const { count } = db.prepare('select count from commits').get() as { count: number };
    const { seq } = db.prepare('select max(seq) as seq from audit').get() as { seq: number };
    const anchor = readAnchor(anchorFile(folder), keys.anchor);
    const at = anchor && (db.prepare(`select mac from audit where seq = ${anchor.seq}`).get() as { mac: Buffer } | undefined);
    const { verdict } = judgeEvidence({ commits: count, seq, headAtAnchor: at ? at.mac.toString('hex') : null }, anchor);
    return verdict === 'whole' || verdict === 'one-ahead' ? null : `the trail's end: ${verdict}`;
  } finally {
    db.close();
  }
};

const run =
  (way: 'killed' | 'cut'): Goal['run'] =>
  async ({ chance, trials }) => {
    const base = await baseFor(now);
    const recording = await record(base);
    const { operations } = recording;
    const disk = imagedDisk(recording.base, { ignoresSync: process.env.ASSURE_IGNORED_SYNC === '1' });
    const escapes: unknown[] = [];
    const place = join(trialFolder(), 'image');
    const look = (image: ReadonlyMap<string, Buffer>, done: number): string | null => {
      rmSync(place, { recursive: true, force: true });
      mkdirSync(place);
      writeImage(place, image);
      try {
        return wrongIn(place, base.keys, recording, done);
      } catch (failure) {
        return `does not open: ${failure instanceof Error ? failure.message : failure}`;
      }
    };
    const each = chosenSteps(operations.length, trials, chance);
    let made = 0;
    for (const [index, operation] of operations.entries()) {
      disk.apply(operation);
      for (let left = each(index); left > 0; left -= 1, made += 1) {
        const image = way === 'killed' ? disk.killed() : disk.cut(chance);
        const problem = await asTrial(async () => look(image, operation.end));
        if (problem) escapes.push({ seed: chance.seed, after: index + 1, of: operations.length, what: operation.kind, problem });
      }
    }
    return { trials: made, escapes };
  };

/** How many images are looked at after each operation: as many as were asked for in all, the odd ones where chance puts them. */
const chosenSteps = (steps: number, trials: number, chance: Chance): ((index: number) => number) => {
  const counts = new Array<number>(steps).fill(Math.floor(trials / steps));
  for (let left = trials % steps; left > 0; left -= 1) counts[chance.below(steps)]! += 1;
  return (index) => counts[index] ?? 0;
};

const earlyAcknowledgement = join(import.meta.dirname, 'early-acknowledgement.ts');

/** The disk as a kill leaves it after each recorded call: every acknowledged save is there, and the practice opens. */
export const crashImages: Goal = {
  name: 'crash images',
  trials: { full: 20_000, quick: 600, test: 60 },
  run: run('killed'),
  defects: [
    { name: 'acknowledge before commit', trials: 300, env: { ASSURE_HEADLESS: earlyAcknowledgement } },
    {
      name: 'anchor written before commit',
      trials: 600,
      edits: [
        {
          file: 'electron/store/dialect.ts',
          find: 'await super.commitTransaction(connection);\n    ledger.after(now);',
          put: 'ledger.after(now);\n    await super.commitTransaction(connection);',
        },
      ],
    },
  ],
};

/** The disk as a power cut leaves it: what was not synced is lost, torn or out of its order. */
export const powerCutImages: Goal = {
  name: 'power-cut images',
  trials: { full: 100_000, quick: 1_500, test: 60 },
  run: run('cut'),
  defects: [
    {
      name: 'synchronous=NORMAL',
      trials: 200,
      edits: [
        {
          file: 'electron/store/open.ts',
          find: "['synchronous = FULL', 'synchronous', 2]",
          put: "['synchronous = NORMAL', 'synchronous', 1]",
        },
      ],
    },
    { name: 'ignored fsync', trials: 200, env: { ASSURE_IGNORED_SYNC: '1' } },
    {
      name: 'rename without fsync',
      trials: 400,
      edits: [{ file: 'electron/practice/atomic-file.ts', find: '      fsyncSync(handle);\n', put: '' }],
    },
  ],
};
