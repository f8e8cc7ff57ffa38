import { type Seals, sealsOf } from './page-seals.ts';
import { lockPage, pageBytes, withPages } from './page-tags.ts';
import { everyFrame } from './wal-frames.ts';

/** Pages by number, read and decrypted when they are asked for: all of them may be more than there is memory. */
export type Pages = Pick<ReadonlyMap<number, Buffer>, 'get' | 'has' | 'size'> & Iterable<readonly [number: number, page: Buffer]>;

export type IntactPages = {
  /** What SQLite wrote on each page whose seal holds, the newest where the log holds it too. */
  readonly pages: Pages;
  /** How many pages the file has, or had as far as the log knows. */
  readonly count: number;
  readonly damaged: number;
};

/** How many pages the salts are tried on. */
const triedPages = 24;

/** The salt under which the most of the first pages hold: the file's own may be what was damaged. */
const bestSalt = (first: readonly Buffer[], key: Buffer, salts: readonly Buffer[]): Buffer => {
  const holdsUnder = (salt: Buffer): number => {
    const { holds } = sealsOf(key, salt);
    return first.filter((page, index) => index > 0 && holds(page, index + 1)).length;
  };
  return salts.reduce((best, salt) => (holdsUnder(salt) > holdsUnder(best) ? salt : best));
};

type Opener = Seals['opened'];

const pagesFrom = (database: string, held: ReadonlySet<number>, logged: ReadonlyMap<number, Buffer>, opened: Opener): Pages => {
  const numbers = [...held, ...[...logged.keys()].filter((number) => !held.has(number))];
  const get = (number: number): Buffer | undefined => {
    const newest = logged.get(number);
    if (newest) return newest;
    return held.has(number) ? withPages(database, (read) => opened(read(number), number)) : undefined;
  };
  return {
    size: numbers.length,
    has: (number) => held.has(number) || logged.has(number),
    get,
    *[Symbol.iterator]() {
      for (const number of numbers) {
        const page = get(number);
        if (page) yield [number, page] as const;
      }
    },
  };
};

/** Every page of a database and its log that is as it was once written. `known`: its salt, where something beside it remembers. */
export const intactPages = (database: string, key: Buffer, known: Buffer | null): IntactPages => {
  const first = withPages(database, (read, total) => Array.from({ length: Math.min(triedPages, total) }, (_, index) => read(index + 1)));
  const own = Buffer.from((first[0] ?? Buffer.alloc(pageBytes)).subarray(0, 16));
  const { holds, opened } = sealsOf(key, known ? bestSalt(first, key, [own, known]) : own);
  const held = new Set<number>();
  const total = withPages(database, (read, pages) => {
    for (let number = 1; number <= pages; number += 1) if (number !== lockPage && holds(read(number), number)) held.add(number);
    return pages;
  });
  const logged = new Map<number, Buffer>();
  const frames = everyFrame(database);
  let count = total;
  // What came after the last commit was never saved.
  for (const { page, size, bytes } of frames.slice(0, frames.findLastIndex((frame) => frame.size > 0) + 1)) {
    if (holds(bytes, page)) logged.set(page, opened(bytes, page));
    count = Math.max(count, page, size);
  }
  const pages = pagesFrom(database, held, logged, opened);
  return { pages, count, damaged: count - pages.size - (count >= lockPage ? 1 : 0) };
};
