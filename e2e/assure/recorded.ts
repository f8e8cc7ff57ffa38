import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { whenRunEnds } from './clearing.ts';
import { trialFolder } from './trial.ts';

const kinds = ['', 'write', 'sync', 'truncate', 'rename', 'unlink', 'create', 'mkdir'] as const;

/** One call that changed a file, as recorder.c wrote it down. `at`: the offset, or the new length. */
export type Operation = {
  readonly kind: (typeof kinds)[number];
  /** From the folder that is watched, which is `.` itself. */
  readonly path: string;
  readonly at: number;
  readonly bytes: Buffer;
  /** Where the record of it ends, which tells what was done when an answer came. */
  readonly end: number;
};

const compiler = 'gcc';
let library: string | null = null;

const builtRecorder = (): string => {
  if (library !== null) return library;
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  const built = join(folder, 'recorder.so');
  const source = join(import.meta.dirname, 'recorder.c');
  const made = spawnSync(compiler, ['-O1', '-Wall', '-Wextra', '-Werror', '-shared', '-fPIC', '-o', built, source, '-ldl'], {
    encoding: 'utf8',
  });
  if (made.status !== 0) throw new Error(`the recorder could not be built (apt-get install gcc libc6-dev):\n${made.stderr}`);
  library = built;
  whenRunEnds(() => {
    library = null;
    rmSync(folder, { recursive: true, force: true });
  });
  return built;
};

/** What a process does to files below `folder`, written down as it goes. */
export const recordingOf = (folder: string) => {
  const path = join(trialFolder(), 'record');
  const inFolder = (whole: string): string => relative(folder, whole) || '.';
  writeFileSync(path, '');
  return {
    env: { LD_PRELOAD: builtRecorder(), ASSURE_FOLDER: folder, ASSURE_RECORD: path },
    /** How much has been written down by now. */
    length: (): number => statSync(path).size,
    operations: (): Operation[] => {
      const record = readFileSync(path);
      const found: Operation[] = [];
      for (let start = 0; start < record.length; ) {
        const [kind, name, size] = [0, 4, 8].map((index) => record.readUInt32LE(start + index)) as [number, number, number];
        const at = Number(record.readBigInt64LE(start + 12));
        const bytesAt = start + 20 + name;
        const end = bytesAt + size;
        const path = inFolder(record.toString('utf8', start + 20, bytesAt));
        const bytes = record.subarray(bytesAt, end);
        const kindOf = kinds[kind]!;
        found.push({ kind: kindOf, path, at, bytes: kindOf === 'rename' ? Buffer.from(inFolder(bytes.toString('utf8'))) : bytes, end });
        start = end;
      }
      return found;
    },
  };
};
