import { createHash } from 'node:crypto';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { crc32 } from 'node:zlib';

export const pageBytes = 4096;
/** SQLite locks bytes here, one gigabyte into the file, and writes nothing on the page they lie on. */
export const lockPage = 2 ** 30 / pageBytes + 1;
const tagBytes = 12;
const chunkPages = 256;

/**
 * What tells one state of a page from another: the end of its seal, which nobody without the key can make and which differs at each write,
 * and a checksum of all of it, which a failing disk does not leave as it was.
 */
const putTag = (tags: Buffer, at: number, page: Buffer): void => {
  page.copy(tags, at, Math.max(0, page.length - 8));
  tags.writeUInt32BE(crc32(page), at + 8);
};

const withFile = <T>(path: string, use: (file: number, pages: number) => T): T => {
  const file = openSync(path, 'r');
  try {
    return use(file, Math.ceil(fstatSync(file).size / pageBytes));
  } finally {
    closeSync(file);
  }
};

/** Reads single pages of a file, which may be larger than anything that is read at once; the last may be shorter, and beyond it there is nothing. */
export const withPages = <T>(path: string, use: (read: (number: number) => Buffer, pages: number) => T): T =>
  withFile(path, (file, pages) =>
    use((number) => {
      const page = Buffer.alloc(pageBytes);
      return page.subarray(0, readSync(file, page, 0, pageBytes, (number - 1) * pageBytes));
    }, pages),
  );

/** The tags of every page of a file, in order. */
export const readTags = (path: string): Buffer =>
  withFile(path, (file, pages) => {
    const tags = Buffer.alloc(pages * tagBytes);
    const chunk = Buffer.alloc(chunkPages * pageBytes);
    for (let first = 0; first < pages; first += chunkPages) {
      const read = readSync(file, chunk, 0, chunk.length, first * pageBytes);
      for (let at = 0; at < read; at += pageBytes) {
        putTag(tags, (first + at / pageBytes) * tagBytes, chunk.subarray(at, Math.min(read, at + pageBytes)));
      }
    }
    return tags;
  });

/** The tags after those pages were written anew; the file may have become longer or shorter. */
export const renewTags = (path: string, tags: Buffer, written: Iterable<number>): Buffer =>
  withFile(path, (file, pages) => {
    const next = Buffer.alloc(pages * tagBytes);
    tags.copy(next, 0, 0, Math.min(tags.length, next.length));
    const page = Buffer.alloc(pageBytes);
    const renew = (number: number): void => {
      const read = readSync(file, page, 0, pageBytes, (number - 1) * pageBytes);
      putTag(next, (number - 1) * tagBytes, page.subarray(0, read));
    };
    for (const number of written) if (number <= pages) renew(number);
    for (let number = tags.length / tagBytes + 1; number <= pages; number += 1) renew(number);
    return next;
  });

/** The pages that stand in the log, and how many there will be once it is moved. */
export type Logged = { readonly pages: ReadonlySet<number>; readonly size: number };

const noTag = Buffer.alloc(tagBytes);

/** Of all pages but those in the log, which are encrypted anew when they are moved. */
export const withoutLogged = (tags: Buffer, logged: Logged | null): Buffer => {
  if (!logged) return tags;
  const rest = Buffer.alloc(logged.size * tagBytes);
  tags.copy(rest, 0, 0, Math.min(tags.length, rest.length));
  for (const page of logged.pages) if (page <= logged.size) noTag.copy(rest, (page - 1) * tagBytes);
  return rest;
};

/** Which pages those tags say nothing of. */
export const loggedIn = (tags: Buffer): Logged => {
  const size = tags.length / tagBytes;
  const isLogged = (page: number): boolean => tags.subarray((page - 1) * tagBytes, page * tagBytes).equals(noTag);
  return { pages: new Set(Array.from({ length: size }, (_, index) => index + 1).filter(isLogged)), size };
};

/** One hash for all of them. */
export const rootOf = (tags: Buffer): Buffer => createHash('sha256').update(tags).digest();
export const pagesOf = (tags: Buffer): number => tags.length / tagBytes;

/** The numbers of the pages that are not what they were, missing and added ones included. */
export const differingPages = (before: Buffer, after: Buffer): number[] => {
  const pages = Math.max(pagesOf(before), pagesOf(after));
  const differing: number[] = [];
  for (let page = 0; page < pages; page += 1) {
    const [from, to] = [page * tagBytes, (page + 1) * tagBytes];
    if (!before.subarray(from, to).equals(after.subarray(from, to))) differing.push(page + 1);
  }
  return differing;
};
