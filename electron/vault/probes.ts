import type { OutputOf } from '../../shared/calls.ts';
import type { Backups } from '../backup/backups.ts';
import type { ShellFacts } from '../practice/shell-messages.ts';
import type { Header } from './header.ts';
import type { Locking } from './locking-service.ts';
import type { Opened } from './opening.ts';

type ProbeWorld = {
  readonly folder: string;
  readonly header: () => Header | null;
  readonly opened: () => Opened;
  readonly locking: Locking;
  readonly backups: Backups;
  readonly shellFacts: () => Promise<ShellFacts | null>;
};

export const createProbes = (_world: ProbeWorld) => async (): Promise<OutputOf<'security.probes'>> => {
  throw new Error('not built yet');
};
