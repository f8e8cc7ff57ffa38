import { readFileSync } from 'node:fs';
import { sealsOf } from './page-seals.ts';
import { pageBytes } from './page-tags.ts';
import { everyFrame } from './wal-frames.ts';

export type IntactPages = {
  /** What SQLite wrote on each page whose seal holds, the newest where the log holds it too. */
  readonly pages: ReadonlyMap<number, Buffer>;
  /** How many pages the file has, or had as far as the log knows. */
  readonly count: number;
  readonly damaged: number;
};

/** The salt under which the most of the first pages hold: the file's own may be what was damaged. */
const bestSalt = (file: Buffer, key: Buffer, salts: readonly Buffer[]): Buffer => {
  const holdsUnder = (salt: Buffer): number => {
    const { holds } = sealsOf(key, salt);
    let held = 0;
    for (let page = 2; page <= Math.min(24, file.length / pageBytes); page += 1) {
      if (holds(file.subarray((page - 1) * pageBytes, page * pageBytes), page)) held += 1;
    }
    return held;
  };
  return salts.reduce((best, salt) => (holdsUnder(salt) > holdsUnder(best) ? salt : best));
};

/** Every page of a database and its log that is as it was once written. `known`: its salt, where something beside it remembers. */
export const intactPages = (database: string, key: Buffer, known: Buffer | null): IntactPages => {
  const file = readFileSync(database);
  const own = Buffer.from(file.subarray(0, 16));
  const { holds, opened } = sealsOf(key, known ? bestSalt(file, key, [own, known]) : own);
  const pages = new Map<number, Buffer>();
  const total = Math.ceil(file.length / pageBytes);
  for (let number = 1; number <= total; number += 1) {
    const page = file.subarray((number - 1) * pageBytes, number * pageBytes);
    if (holds(page, number)) pages.set(number, opened(page, number));
  }
  const frames = everyFrame(database);
  let count = total;
  // What came after the last commit was never saved.
  for (const { page, size, bytes } of frames.slice(0, frames.findLastIndex((frame) => frame.size > 0) + 1)) {
    if (holds(bytes, page)) pages.set(page, opened(bytes, page));
    count = Math.max(count, page, size);
  }
  return { pages, count, damaged: count - pages.size };
};
