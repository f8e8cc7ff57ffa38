import { randomBytes } from 'node:crypto';
import { appendFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';

const longestLog = 512 * 1024;

/** The local log: names of events, error codes and stack lines. Never a message, an input or anything of a client. */
export type Log = {
  readonly event: (name: string) => void;
  /** Keeps where it happened; gives the number the person can read out. */
  readonly incident: (failure: unknown) => string;
};

const framesOf = (failure: unknown): string => {
  if (!(failure instanceof Error)) return typeof failure;
  const code = (failure as { code?: unknown }).code;
  // The stack begins with the message, which may hold anything, also lines that look like frames.
  const stack = failure.stack ?? '';
  const after = stack.indexOf(failure.message) + failure.message.length;
  const frames = stack
    .slice(after)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [`${failure.name}${typeof code === 'string' ? ` ${code}` : ''}`, ...frames].join('\n');
};

const append = (file: string, line: string): void => {
  try {
    if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > longestLog) renameSync(file, `${file}.1`);
    appendFileSync(file, line, { mode: 0o600 });
  } catch {
    // A full or read-only disk must not turn one failure into two.
    return;
  }
};

export const fileLog = (folder: string, now: () => string): Log => {
  const file = join(folder, 'stillpoint.log');
  return {
    event: (name) => append(file, `${now()} ${name}\n`),
    incident: (failure) => {
      const number = randomBytes(4).toString('hex');
      append(file, `${now()} incident ${number} ${framesOf(failure)}\n`);
      return number;
    },
  };
};
