import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readlinkSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** A text in each form a careless writer might leave it: plain, wide, hex, and base64 at its three offsets. */
export const formsOf = (text: string): ReadonlyMap<string, Buffer> => {
  const utf8 = Buffer.from(text, 'utf8');
  const base64At = (offset: number): Buffer => {
    const encoded = Buffer.concat([Buffer.alloc(offset), utf8])
      .toString('base64')
      .replace(/=+$/, '');
    // The characters at either end also hold bits of what stands beside the text.
    return Buffer.from(encoded.slice(offset === 0 ? 0 : offset + 1, Math.floor(((offset + utf8.length) * 8) / 6)), 'latin1');
  };
  return new Map([
    ['utf-8', utf8],
    ['utf-16', Buffer.from(text, 'utf16le')],
    ['hex', Buffer.from(utf8.toString('hex'), 'latin1')],
    ['HEX', Buffer.from(utf8.toString('hex').toUpperCase(), 'latin1')],
    ['base64', base64At(0)],
    ['base64+1', base64At(1)],
    ['base64+2', base64At(2)],
  ]);
};

export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());

/** What a process has open, deleted files with their mark. Linux. */
export const openFiles = (pid: number): string[] => handlesOf(pid).map(({ path }) => path);

const handlesOf = (pid: number): { readonly handle: string; readonly path: string }[] =>
  readdirSync(`/proc/${pid}/fd`).flatMap((number) => {
    const handle = `/proc/${pid}/fd/${number}`;
    try {
      return [{ handle, path: readlinkSync(handle) }];
    } catch {
      // Closed between listing and looking.
      return [];
    }
  });

/** Bytes of regular files a process holds open although they have no name any more. */
const deletedFiles = (pid: number): (readonly [string, Buffer])[] =>
  handlesOf(pid)
    .filter(({ path }) => path.endsWith(' (deleted)'))
    .flatMap(({ handle, path }) => {
      const file = openSync(handle, 'r');
      try {
        const { size } = fstatSync(file);
        const bytes = Buffer.alloc(size);
        readSync(file, bytes, 0, size, 0);
        return [[path, bytes] as const];
      } finally {
        closeSync(file);
      }
    });

export type Found = { readonly where: string; readonly text: string; readonly form: string };

/** Where any of the texts stands, in any form, in files below the folders and in deleted files of the process. */
export const findTexts = (texts: readonly string[], folders: readonly string[], pid: number | null): Found[] => {
  const needles = texts.flatMap((text) => [...formsOf(text)].map(([form, bytes]) => ({ text, form, bytes })));
  const files = [
    ...folders.flatMap(filesBelow).map((path) => [path, readFileSync(path)] as const),
    ...(pid === null ? [] : deletedFiles(pid)),
  ];
  return files.flatMap(([where, bytes]) =>
    needles.filter((needle) => bytes.includes(needle.bytes)).map(({ text, form }) => ({ where, text, form })),
  );
};
