import { fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Second } from './second-process.ts';

const here = import.meta.dirname;
/** In the sources, and beside a built bundle. */
const programs = [join(here, '..', 'second-process.ts'), join(here, '..', 'second', 'second-process.js')];

/** A second process where there is no shell to start one: under plain Node, for trials. The key goes over a pipe of its own. */
export const forkedSecond: Second = () => {
  const program = programs.find(existsSync);
  if (!program) throw new Error('the program of the second process is not there');
  const child = fork(program, [], { execArgv: [], serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  child.on('error', () => undefined);
  return {
    post: (message) => void child.send(message as object, () => undefined),
    onMessage: (listener) => void child.on('message', listener),
    onGone: (listener) => void child.once('exit', listener),
    end: () => void child.kill('SIGKILL'),
  };
};
