import { existsSync, mkdirSync } from 'node:fs';
import type { Standing } from '../practice/dispatch.ts';
import { unavailabilityOf } from '../store/store-problem.ts';
import { type Header, intactHeaders, readHeader } from './header.ts';
import { clearLeftovers, databaseFile, finishMaking } from './making.ts';
import { clearHalfKeys, finishNewKey } from './new-key-files.ts';
import type { VaultWorld } from './vault-world.ts';

type Folder = Pick<VaultWorld, 'folder' | 'content' | 'madeBy' | 'anyHost'> & {
  /** Takes the folder as its one owner. @throws Refused unavailable open-elsewhere */
  readonly own: () => void;
  readonly finishRestore: () => void;
};

/** What lies in the folder, once everything that was cut off there is finished or cleared away. */
export const assess = (world: Folder): { readonly standing: Standing; readonly header: Header | null; readonly headerMended: boolean } => {
  const { folder } = world;
  let headerMended = false;
  let header: Header | null = null;
  try {
    world.content();
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    world.own();
    clearLeftovers(folder);
    world.finishRestore();
    headerMended = intactHeaders(folder).length === 1;
    header = readHeader(folder);
    if (!header) return { standing: { state: 'no-practice' }, header, headerMended };
    if (header.madeBy !== world.madeBy && !world.anyHost) {
      return { standing: { state: 'unavailable', problem: 'made-by-other-host' }, header, headerMended };
    }
    finishMaking(folder);
    finishNewKey(folder, header);
    clearHalfKeys(folder, header);
    const isThere = existsSync(databaseFile(folder));
    return { standing: isThere ? { state: 'locked' } : { state: 'unavailable', problem: 'database-missing' }, header, headerMended };
  } catch (failure) {
    return { standing: { state: 'unavailable', problem: unavailabilityOf(failure) }, header, headerMended };
  }
};
