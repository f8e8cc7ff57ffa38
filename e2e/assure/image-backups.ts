import { hash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readManifest } from '../../electron/backup/manifest.ts';
import { readHeader } from '../../electron/vault/header.ts';
import type { keyring } from './image-keys.ts';
import type { LegalStates, State } from './image-states.ts';
import type { Image } from './imaged-disk.ts';

const hashes = new WeakMap<Buffer, string>();
/** The same bytes are in thousands of images. */
export const hashOf = (bytes: Buffer): string => {
  const known = hashes.get(bytes) ?? hash('sha1', bytes);
  hashes.set(bytes, known);
  return known;
};

/** The files of one folder of the image, by name. */
export const filesBelow = (image: Image, folder: string): ReadonlyMap<string, Buffer> =>
  new Map([...image].flatMap(([path, bytes]) => (bytes && path.startsWith(`${folder}/`) ? [[path.slice(folder.length + 1), bytes]] : [])));

export const writeFiles = (place: string, files: ReadonlyMap<string, Buffer | null>): void => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(place, { recursive: true });
  for (const [name, bytes] of files) {
    const path = join(place, name);
    if (bytes === null) mkdirSync(path, { recursive: true });
    else {
      mkdirSync(join(path, '..'), { recursive: true });
      writeFileSync(path, bytes);
    }
  }
};

/** Backups by name: how far the practice in each had come, or what is wrong with it. */
export type Backups = ReadonlyMap<string, State | string>;

/** Reads backups of an image: what stands under a name of its own must be whole, and hold what the practice held at that commit. */
export const backupReader = (scratch: string, way: ReturnType<typeof keyring>, judge: LegalStates) => {
  const looked = new Map<string, State | string>();

  const opened = async (files: ReadonlyMap<string, Buffer>, isListed: boolean): Promise<State | string> => {
    writeFiles(scratch, files);
    if (isListed) {
      const read = await readManifest(scratch);
      if (read.kind !== 'read') return 'it has no list of its files';
      const sha256 = (name: string): string => hash('sha256', files.get(name) ?? '');
      if (read.manifest.files.some((file) => file.sha256 !== sha256(file.name))) return 'its files are not those of its list';
    }
    const header = readHeader(scratch);
    const found = header ? await way(header) : 'it has no key file';
    if (typeof found === 'string') return found;
    return judge(scratch, found.keys, (_, { state }) => state);
  };

  /** What lies under each name in a folder of the image. Those that are called unfinished are none. */
  return async (image: Image, folder: string, isListed: boolean): Promise<Backups> => {
    const names = new Set(
      [...image.keys()].flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(folder.length + 1).split('/')[0]!] : [])),
    );
    const found = new Map<string, State | string>();
    for (const name of names) {
      if (name.endsWith('.partial')) continue;
      const files = filesBelow(image, `${folder}/${name}`);
      const key = JSON.stringify([...files].map(([file, bytes]) => [file, hashOf(bytes)]).sort());
      const state = looked.get(key) ?? (await opened(files, isListed).catch((failure: Error) => failure.message));
      looked.set(key, state);
      found.set(name, state);
    }
    return found;
  };
};
