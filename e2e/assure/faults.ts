import { spawnSync } from 'node:child_process';
import { closeSync, ftruncateSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Reply, Unavailability } from '../../shared/app-error.ts';
import { whenRunEnds, whenTrialEnds } from './clearing.ts';
import { trialFolder } from './trial.ts';

/** Kinds of file-changing calls, as shim.c numbers them. */
const kinds = { write: 1, sync: 2, truncate: 4, rename: 8, create: 16, open: 32, unlink: 64, mkdir: 128 } as const;
const everyChange = 255 - kinds.open;

export type Fault = {
  readonly name: string;
  readonly kinds: number;
  readonly action: number;
  /** What the person must be told; null where SQLite itself can only say that the disk failed. */
  readonly reason: Unavailability | null;
};

const { ENOSPC, EIO, EROFS, EACCES } = constants.errno;
const folderChanges = kinds.create | kinds.open | kinds.rename | kinds.unlink | kinds.mkdir;

export const fullDisk: Fault = {
  name: 'a full disk',
  kinds: kinds.write | kinds.create | kinds.rename | kinds.mkdir,
  action: ENOSPC,
  reason: 'disk-full',
};
export const lateDisk: Fault = {
  name: 'a disk that finds out late that it is full',
  kinds: kinds.sync | kinds.truncate,
  action: ENOSPC,
  reason: null,
};
export const badDisk: Fault = {
  name: 'a failing disk',
  kinds: kinds.write | kinds.sync | kinds.truncate | kinds.rename,
  action: EIO,
  reason: null,
};
export const readOnlyFolder: Fault = { name: 'a read-only folder', kinds: folderChanges, action: EROFS, reason: 'folder-read-only' };
export const foreignFolder: Fault = { name: 'a folder of someone else', kinds: folderChanges, action: EACCES, reason: 'folder-read-only' };
export const faults = [fullDisk, lateDisk, badDisk, readOnlyFolder, foreignFolder] as const;

export const shortWrites: Fault = { name: 'short writes', kinds: kinds.write, action: -1, reason: null };
export const kill: Fault = { name: 'a kill', kinds: everyChange, action: -2, reason: null };

/**
 * What a reply said instead of the truth, or null. Where SQLite can only say that a file did not open or a page was not
 * written, `disk-failing` is the truth as far as it is known; naming another cause, or none, is not.
 */
export const misnamed = (fault: Fault, reply: Reply<unknown>): unknown => {
  if (reply.ok) return 'ok, although a call failed';
  const { error } = reply;
  const truths: readonly string[] = ['disk-failing', fault.reason ?? 'disk-full'];
  return error.code === 'unavailable' && truths.includes(error.reason) ? null : error;
};

/** No fault: the process stands still until it is told to go on. */
export const pause: Fault = { name: 'a pause', kinds: kinds.write, action: -3, reason: null };

const always = 2 ** 31 - 1;

export type Faults = {
  readonly env: Readonly<Record<string, string>>;
  /** From the `from`th matching call on (1 is the next), `times` in a row fail; without `times` until `clear`. */
  readonly arm: (fault: Fault, from?: number, times?: number) => void;
  /** Counts without failing; `seen` tells how many. */
  readonly count: (fault?: Fault) => void;
  readonly clear: () => void;
  readonly seen: () => number;
  readonly struck: () => number;
  /** Below the folder; of the first call that was made to fail, empty where none was. */
  readonly struckFile: () => string;
};

/** Six numbers and a path, as shim.c has them. */
const numbersSize = 24;
const controlSize = numbersSize + 4096;

const compiler = 'gcc';

const build = (shim: string): void => {
  const source = join(import.meta.dirname, 'shim.c');
  const flags = ['-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC'];
  const built = spawnSync(compiler, [...flags, '-o', shim, source, '-ldl'], { encoding: 'utf8' });
  if (built.error) throw new Error('These tests need a C compiler. On Debian and Ubuntu: apt-get install gcc libc6-dev');
  if (built.status !== 0) throw new Error(`${compiler} could not build the shim (apt-get install gcc libc6-dev):\n${built.stderr}`);
};

let library: string | null = null;

/** Built for this run, anew, so that it can never be an old one. */
const builtShim = (): string => {
  if (library !== null) return library;
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  const shim = join(folder, 'shim.so');
  build(shim);
  library = shim;
  whenRunEnds(() => {
    library = null;
    rmSync(folder, { recursive: true, force: true });
  });
  return shim;
};

/** A switch for the file system as one process sees it below `folder`. */
export const faultsIn = (folder: string): Faults => {
  const shim = builtShim();
  const path = join(trialFolder(), 'control');
  const control = openSync(path, 'w+');
  ftruncateSync(control, controlSize);
  whenTrialEnds(() => closeSync(control));
  const set = (values: readonly number[]): void => {
    // Off first, so that no call sees half of the new orders.
    for (const order of [[0, 0, 0, 0, 0, 0], [0, ...values.slice(1)], values])
      writeSync(control, Buffer.from(Int32Array.from(order).buffer), 0, numbersSize, 0);
  };
  const readAll = (): Buffer => {
    const bytes = Buffer.alloc(controlSize);
    readSync(control, bytes, 0, controlSize, 0);
    return bytes;
  };
  const get = (index: number): number => readAll().readInt32LE(index * 4);
  return {
    env: { LD_PRELOAD: shim, ASSURE_FOLDER: folder, ASSURE_CONTROL: path },
    arm: (fault, from = 1, times = always) => set([fault.kinds, from, fault.action, times, 0, 0]),
    count: (fault = kill) => set([fault.kinds, always, 0, 0, 0, 0]),
    clear: () => set([0, 0, 0, 0, 0, 0]),
    seen: () => get(4),
    struck: () => get(5),
    struckFile: () => {
      if (get(5) === 0) return '';
      const bytes = readAll().subarray(numbersSize);
      return relative(folder, bytes.toString('utf8', 0, bytes.indexOf(0)));
    },
  };
};
