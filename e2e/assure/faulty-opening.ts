import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Connection, openDatabase } from '../../electron/store/open.ts';
import { storeProblem } from '../../electron/store/store-problem.ts';
import { Refused } from '../../shared/app-error.ts';

/**
 * `node faulty-opening.ts FOLDER`: makes a database there, and answers each line: `open` as it is, `save` with what is open, `close`.
 * An answer is `done`, or what the person would be told.
 */
const path = join(process.argv[2]!, 'opened.db');
const key = Buffer.alloc(32, 7);

const made = openDatabase(path, key, { create: true });
made.exec('create table kept (word text not null) strict');
made.close();

let open: Connection | null = null;
const works: Readonly<Record<string, () => void>> = {
  open: () => {
    open = openDatabase(path, key, { create: false });
  },
  save: () => void open!.prepare("insert into kept values ('said')").run(),
  close: () => {
    open?.close();
    open = null;
  },
};

const toldOf = (failure: unknown): string =>
  failure instanceof Refused && failure.error.code === 'unavailable' ? failure.error.reason : (storeProblem(failure) ?? String(failure));

const answer = (work: () => void): string => {
  try {
    work();
    return 'done';
  } catch (failure) {
    return toldOf(failure);
  }
};

createInterface({ input: process.stdin }).on('line', (line) => console.log(answer(works[line]!)));
