import { join, resolve } from 'node:path';

/** What the command line may say. `data` is absolute; `vault` is handed to the vault process as it stands. */
export type LaunchFlags = {
  readonly userData: string;
  readonly vault: readonly string[];
};

type Surroundings = { readonly userData: string; readonly cwd: string; readonly isPackaged: boolean };

const forTrialsOnly = ['--any-host', '--now=', '--zone=', '--idle-seconds='];

/**
 * Where the practice lies and what the vault process is told. A practice elsewhere and the demo each have
 * their own `userData`, so that each has its own single-instance lock. A packaged build ignores the flags
 * that would let someone set the clock of a record.
 */
export function readLaunchFlags(argv: readonly string[], { userData, cwd, isPackaged }: Surroundings): LaunchFlags {
  const isDemo = argv.includes('--demo');
  const chosen = argv.find((flag) => flag.startsWith('--data='))?.slice('--data='.length);
  const ownUserData = isDemo ? `${userData} Demo` : userData;
  const data = chosen ? resolve(cwd, chosen) : join(ownUserData, 'practice');

  const passedOn = isPackaged ? [] : argv.filter((flag) => forTrialsOnly.some((known) => isFlag(flag, known)));
  return {
    userData: chosen ? join(data, 'shell') : ownUserData,
    vault: [`--data=${data}`, ...passedOn, ...(isDemo ? ['--demo'] : [])],
  };
}

const isFlag = (flag: string, known: string) => (known.endsWith('=') ? flag.startsWith(known) : flag === known);
