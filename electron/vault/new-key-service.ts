import type { Backup } from '../../shared/backup.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeyCupboard, Keys } from './keys-service.ts';
import type { Opened } from './opening.ts';

type NewKeyWorld = KeyCupboard & {
  readonly opened: () => Opened;
  readonly keys: Keys;
  readonly backups: () => readonly Backup[];
  readonly clock: () => number;
};

export const createNewKey =
  (_world: NewKeyWorld) =>
  async (_input: ParsedInputOf<'vault.newKey'>): Promise<OutputOf<'vault.newKey'>> => {
    throw new Error('not built yet');
  };
