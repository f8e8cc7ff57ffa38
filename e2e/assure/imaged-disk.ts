import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from './chance.ts';
import type { Operation } from './recorded.ts';

/** What lies on a disk, by its path: the bytes of each file; null for a folder. */
export type Image = ReadonlyMap<string, Buffer | null>;

/** Never what the operating system keeps of shared memory: it is gone with the processes. */
const isKept = (path: string): boolean => !path.endsWith('-shm');

export const imageIn = (folder: string): Image =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(isKept)
      .map((name) => [name, statSync(join(folder, name)).isFile() ? readFileSync(join(folder, name)) : null]),
  );

/** A change of a file's bytes that no sync has followed yet. */
type Pending = Pick<Operation, 'kind' | 'at' | 'bytes'>;
type File = { durable: Buffer; pending: Pending[] };
type Names = Map<string, File | null>;
type NameChange =
  | { readonly kind: 'made'; readonly path: string; readonly file: File | null }
  | { readonly kind: 'gone'; readonly path: string }
  | { readonly kind: 'moved'; readonly path: string; readonly to: string };

const sector = 512;

/** The bytes after all of these, in one go: there may be thousands. */
const withChanges = (before: Buffer, changes: readonly Pending[]): Buffer => {
  if (changes.length === 0) return before;
  const most = changes.reduce(
    (length, { kind, at, bytes }) => Math.max(length, kind === 'truncate' ? at : at + bytes.length),
    before.length,
  );
  const after = Buffer.alloc(most);
  before.copy(after);
  let length = before.length;
  for (const { kind, at, bytes } of changes) {
    if (kind === 'truncate') {
      after.fill(0, Math.min(at, length), length);
      length = at;
    } else {
      bytes.copy(after, at);
      length = Math.max(length, at + bytes.length);
    }
  }
  return after.subarray(0, length);
};

/** There, not there at all, or torn between two of the disk's sectors with either part of it there. */
const afterCut = (change: Pending, chance: Chance): Pending | null => {
  const { kind, at, bytes } = change;
  if (kind === 'truncate' || chance.below(3) > 0) return chance.below(2) === 0 ? change : null;
  const first = Math.floor(at / sector) + 1;
  const sectors = Math.ceil((at + bytes.length) / sector) - first;
  if (sectors <= 0) return null;
  const middle = (first + chance.below(sectors)) * sector - at;
  return chance.below(2) === 0 ? { kind, at, bytes: bytes.subarray(0, middle) } : { kind, at: at + middle, bytes: bytes.subarray(middle) };
};

/** A rename is one entry in the journal: all of it or nothing, a folder with all that is in it. */
const changeName = (names: Names, change: NameChange): void => {
  if (change.kind === 'made') names.set(change.path, change.file);
  if (change.kind === 'gone') names.delete(change.path);
  if (change.kind !== 'moved') return;
  const { path, to } = change;
  for (const [name, file] of [...names]) {
    if (name !== path && !name.startsWith(`${path}/`)) continue;
    names.delete(name);
    names.set(to + name.slice(path.length), file);
  }
};

const foldersOf = (change: NameChange): string[] => [dirname(change.path), ...(change.kind === 'moved' ? [dirname(change.to)] : [])];

/**
 * A disk as it would be found after a power cut: what was synced is there; of what was written since, any part may be, in any order, and a
 * write may be torn between sectors. Names are a journal: a rename or a new name is there only with all that came before it. After a kill
 * everything is there that was written, and the last write may be half.
 */
export const imagedDisk = (image: Image, { ignoresSync = false } = {}) => {
  const live: Names = new Map([...image].map(([path, bytes]) => [path, bytes && { durable: bytes, pending: [] }]));
  const durable: Names = new Map(live);
  let names: NameChange[] = [];
  let last: { readonly file: File; readonly change: Pending } | null = null;

  const rename = (change: NameChange): void => {
    names.push(change);
    changeName(live, change);
  };
  /** A journal is written up to its last entry that was asked for. */
  const settleNames = (folder: string): void => {
    const upTo = names.findLastIndex((change) => foldersOf(change).includes(folder)) + 1;
    for (const change of names.slice(0, upTo)) changeName(durable, change);
    names = names.slice(upTo);
  };
  const sync = (path: string): void => {
    if (ignoresSync) return;
    const file = live.get(path);
    if (file) {
      file.durable = withChanges(file.durable, file.pending);
      file.pending = [];
    } else settleNames(path);
  };
  const write = (path: string, change: Pending): void => {
    const file = live.get(path);
    if (!file) return;
    file.pending.push(change);
    last = { file, change };
  };
  const imageOf = (paths: Names, bytesOf: (file: File) => Buffer): Image =>
    new Map([...paths].map(([path, file]) => [path, file && bytesOf(file)]));

  return {
    apply: ({ kind, path, at, bytes }: Operation): void => {
      if (!isKept(path)) return;
      last = null;
      if (kind === 'sync') sync(path);
      if (kind === 'create') rename({ kind: 'made', path, file: { durable: Buffer.alloc(0), pending: [] } });
      if (kind === 'mkdir') rename({ kind: 'made', path, file: null });
      if (kind === 'unlink') rename({ kind: 'gone', path });
      if (kind === 'rename') rename({ kind: 'moved', path, to: bytes.toString('utf8') });
      if (kind === 'write' || kind === 'truncate') write(path, { kind, at, bytes });
    },
    /** After a kill at the end of the last call or, with `chance`, in the middle of it where that was a write. */
    killed: (chance: Chance | null): Image => {
      const { file: half = null, change = null } = last ?? {};
      const kept =
        chance && change?.kind === 'write' ? { ...change, bytes: change.bytes.subarray(0, chance.below(change.bytes.length)) } : null;
      return imageOf(live, (file) =>
        withChanges(file.durable, kept && file === half ? [...file.pending.slice(0, -1), kept] : file.pending),
      );
    },
    /** After a power cut; another one each time. */
    cut: (chance: Chance): Image => {
      const there: Names = new Map(durable);
      for (const change of names.slice(0, chance.below(names.length + 1))) changeName(there, change);
      return imageOf(there, (file) =>
        withChanges(
          file.durable,
          file.pending.map((change) => afterCut(change, chance)).filter((change) => change !== null),
        ),
      );
    },
  };
};
