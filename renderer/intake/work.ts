import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { IntakeEntries, IntakeItem } from '../../shared/intake.ts';
import type { Change } from './unsaved.ts';
import type { Round } from './use-round.ts';

/** What every row of an open round is given. */
export type Work = {
  readonly client: Client;
  readonly of: OutputOf<'intake.ofClient'>;
  readonly areas: readonly BodyArea[];
  readonly round: Round;
  /** The entries as they read with what is not saved yet. */
  readonly entries: IntakeEntries;
  /** What the client wrote by hand is being typed in. */
  readonly onPaper: boolean;
  readonly change: (item: IntakeItem, change: Change, typing?: 'typing') => void;
};
