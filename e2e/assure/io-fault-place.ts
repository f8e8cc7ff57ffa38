import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import type { Reply } from '../../shared/app-error.ts';
import { choose, type Places } from './backup-places.ts';
import { whenRunEnds } from './clearing.ts';
import { type Fault, type Faults, faultsIn } from './faults.ts';
import { type Headless, okOf } from './headless-process.ts';
import { keysOf, type PracticeKeys } from './kept-records.ts';
import { openNewPractice, startTrial, trialFolder } from './trial.ts';
import { details, passphrase, readySigning } from './trial-records.ts';

export const now = '2026-11-23T09:00:00Z';

/** A closed practice with a signed paper and two backups, the first with one client less. */
export type FaultBase = Places & {
  readonly papers: string;
  readonly keys: PracticeKeys;
  readonly clientId: string;
  readonly documentId: string;
  readonly earlier: string;
};

/** Everything a person was told is kept, as far as trials of one practice go. */
type Told = {
  readonly clients: Map<string, { readonly version: number; readonly name: string }>;
  readonly notes: Map<string, { readonly revision: number; readonly isSigned: boolean }>;
  readonly consents: Set<string>;
  draft: string | null;
};

export const nothingTold = (): Told => ({ clients: new Map(), notes: new Map(), consents: new Set(), draft: null });

/** One practice and the process it is open in, for some trials one after the other. */
export type Life = {
  readonly places: FaultBase;
  readonly shim: Faults;
  readonly vault: Headless;
  readonly told: Told;
  secret: string;
  keys: PracticeKeys;
};

/** `asked`: while the disk may fail. `again`: the same once it works, or whatever a person would do then. */
export type Act = {
  readonly asked: () => Promise<Reply<unknown>>;
  readonly again?: (first: Reply<unknown>) => Promise<Reply<unknown>>;
  /** Looked at when the disk works again and before anything else is asked: what is wrong, in words. */
  readonly wrong?: (first: Reply<unknown>, fault: Fault) => Promise<string | null>;
};

export type FaultWorkflow = {
  readonly name: string;
  /** How many trials it has for one of the others. */
  readonly share: number;
  /** `saves`: no folder for backups, so that nothing is done unasked. `fresh`: each trial has a practice of its own, still locked. */
  readonly life: 'saves' | 'backups' | 'fresh';
  /** It does more than what the person is told of, such as clearing away, and may be done although something failed. */
  readonly mayBeDone?: true;
  /** Which of two passphrases or keys counts is found out only when the same is asked again. */
  readonly changesKey?: true;
  readonly ready: (life: Life) => Promise<Act>;
};

const placesIn = (root: string): Places & { readonly papers: string } => ({
  root,
  practice: join(root, 'practice'),
  away: join(root, 'away'),
  papers: join(root, 'papers'),
});

/** For all trials of this run. */
export const runFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  whenRunEnds(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

let derived: string | null = null;

/** Trials that unlock the same practice a thousand times try the disk, not the derivation: what was derived once is not again. */
export const trialEnv = (shim: Faults): Readonly<Record<string, string>> => {
  // A run of tests has that folder already.
  if (process.env.STILLPOINT_DERIVED) return shim.env;
  derived ??= runFolder();
  const loading = `--import=${pathToFileURL(join(import.meta.dirname, '..', '..', 'scripts', 'derive-once.mjs')).href}`;
  return { ...shim.env, STILLPOINT_DERIVED: derived, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${loading}`.trim() };
};

export const faultBase = async (): Promise<FaultBase> => {
  const places = placesIn(trialFolder());
  for (const folder of [places.away, places.papers]) mkdirSync(folder);
  const vault = await openNewPractice({ data: places.practice, now, env: trialEnv(faultsIn(places.root)) });
  const { id: clientId } = await okOf(vault.call('clients.create', { ...details, chosenName: 'Ana' }));
  await okOf(vault.call('consent.sign', await readySigning(vault, clientId)));
  const { consents } = await okOf(vault.call('consent.ofClient', { clientId }));
  await choose(vault, places.away);
  const earlier = (await okOf(vault.call('backup.run', {}))).last!.id;
  await okOf(vault.call('clients.create', { ...details, chosenName: 'Ben' }));
  await vault.end();
  return { ...places, keys: await keysOf(places.practice, passphrase), clientId, documentId: consents[0]!.documentId!, earlier };
};

/** A copy of it; without a folder for backups where none are tried. */
export const copied = (base: FaultBase, kind: FaultWorkflow['life']): FaultBase => {
  const places = placesIn(trialFolder());
  for (const name of ['practice', 'away', 'papers'] as const) cpSync(base[name], places[name], { recursive: true });
  const settings = join(places.practice, 'practice.backup.json');
  if (kind === 'saves') rmSync(settings);
  else writeFileSync(settings, JSON.stringify({ ...JSON.parse(readFileSync(settings, 'utf8')), folder: places.away }));
  return { ...base, ...places };
};

/** After it is opened the copies made without a key are opened one by one; nothing is tried before that is over. */
const untilTended = async (vault: Headless): Promise<void> => {
  for (;;) {
    const { backups } = await okOf(vault.call('backup.list', {}));
    if (backups.every(({ state }) => state === 'verified')) return;
    await after(50);
  }
};

export const startLife = async (base: FaultBase, kind: FaultWorkflow['life']): Promise<Life> => {
  const places = copied(base, kind);
  const shim = faultsIn(places.root);
  const vault = startTrial({ data: places.practice, now, env: trialEnv(shim) });
  await okOf<unknown>(kind === 'fresh' ? vault.call('vault.status', {}) : vault.call('vault.unlock', { passphrase }));
  if (kind === 'backups') await untilTended(vault);
  return { places, shim, vault, told: nothingTold(), secret: passphrase, keys: base.keys };
};
