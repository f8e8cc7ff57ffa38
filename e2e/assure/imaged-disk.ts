import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Chance } from './chance.ts';
import type { Operation } from './recorded.ts';

/** A change of a file's bytes that no sync has followed yet. */
type Pending = Pick<Operation, 'kind' | 'at' | 'bytes'>;
type Inode = { durable: Buffer; pending: Pending[] };
type NameChange = { readonly path: string; readonly inode: Inode | null };

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

/** Cut off between two sectors, or (`null`) not there at all. */
const torn = (change: Pending, chance: Chance): Pending | null => {
  if (change.kind === 'truncate') return chance.below(2) === 0 ? change : null;
  const sectors = Math.ceil(change.bytes.length / sector);
  const kept = chance.below(3) === 0 ? chance.below(sectors + 1) : chance.below(2) * sectors;
  return kept === 0 ? null : { ...change, bytes: change.bytes.subarray(0, kept * sector) };
};

/**
 * A disk as it would be found after a power cut: what was synced is there; of what was written since, any part may be, in any order, and a
 * write may be torn between sectors. Names are a journal: a rename or a new name is there only with all that came before it. After a kill
 * everything is there that was written, and the last write may be half.
 */
export const imagedDisk = (folder: string, { ignoresSync = false } = {}) => {
  const inodes = new Map<string, Inode>();
  const durableNames = new Map<string, Inode>();
  let names: NameChange[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const path = join(folder, name);
    if (!statSync(path).isFile() || name.endsWith('-shm')) continue;
    const inode: Inode = { durable: readFileSync(path), pending: [] };
    inodes.set(path, inode);
    durableNames.set(path, inode);
  }
  const rename = (path: string, inode: Inode | null): void => {
    names.push({ path, inode });
    if (inode) inodes.set(path, inode);
    else inodes.delete(path);
  };
  const settleNames = (parent: string): void => {
    // A journal is written up to its last entry that was asked for.
    const last = names.findLastIndex(({ path }) => dirname(path) === parent);
    for (const { path, inode } of names.slice(0, last + 1)) {
      if (inode) durableNames.set(path, inode);
      else durableNames.delete(path);
    }
    names = names.slice(last + 1);
  };
  const sync = (path: string): void => {
    if (ignoresSync) return;
    const inode = inodes.get(path);
    if (!inode) {
      settleNames(path);
      return;
    }
    inode.durable = withChanges(inode.durable, inode.pending);
    inode.pending = [];
  };
  const imageOf = (paths: ReadonlyMap<string, Inode>, bytesOf: (inode: Inode) => Buffer): ReadonlyMap<string, Buffer> =>
    new Map([...paths].map(([path, inode]) => [path.slice(folder.length + 1), bytesOf(inode)]));

  return {
    apply: ({ kind, path, at, bytes }: Operation): void => {
      if (path.endsWith('-shm')) return;
      if (kind === 'sync') sync(path);
      if (kind === 'create') rename(path, { durable: Buffer.alloc(0), pending: [] });
      if (kind === 'unlink') rename(path, null);
      if (kind === 'write' || kind === 'truncate') inodes.get(path)?.pending.push({ kind, at, bytes });
      if (kind === 'rename') {
        const moved = inodes.get(path) ?? null;
        rename(path, null);
        rename(bytes.toString('utf8'), moved);
      }
    },
    /** After a kill. */
    killed: (): ReadonlyMap<string, Buffer> => imageOf(inodes, ({ durable, pending }) => withChanges(durable, pending)),
    /** After a power cut; another one each time. */
    cut: (chance: Chance): ReadonlyMap<string, Buffer> => {
      const there = new Map(durableNames);
      for (const { path, inode } of names.slice(0, chance.below(names.length + 1))) {
        if (inode) there.set(path, inode);
        else there.delete(path);
      }
      return imageOf(there, ({ durable, pending }) =>
        withChanges(
          durable,
          pending.map((change) => torn(change, chance)).filter((change) => change !== null),
        ),
      );
    },
  };
};

export const writeImage = (folder: string, image: ReadonlyMap<string, Buffer>): void => {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of image) {
    if (!/^practice[.](db|db-wal|anchor|header[.]json|header[.]copy[.]json)$/.test(name)) continue;
    writeFileSync(join(folder, name), bytes);
  }
};
