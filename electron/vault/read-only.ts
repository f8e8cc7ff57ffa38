import { Refused } from '../../shared/app-error.ts';
import { practiceFor } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { openLayer } from '../store/dialect.ts';
import { migrate } from '../store/migrate.ts';
import { openInMemory } from '../store/open.ts';
import type { Anchor } from './anchor.ts';
import { keysFrom } from './envelope.ts';
import type { Header } from './header.ts';
import { keyholderOfWrap, ownerOf } from './keyholders-repository.ts';
import { noAnchor } from './new-practice.ts';
import type { Opened } from './opening.ts';
import { fillFromPages, pagesHere, type SalvageWorld } from './salvage-service.ts';
import type { WayIn } from './ways-in.ts';

/** Nothing outside the database is kept of a practice that lies in memory alone. */
const keptNowhere: Anchor = {
  ...{ before: () => undefined, after: () => undefined, close: () => undefined, rest: () => undefined },
  ...{
    read: () => null,
    stand: () => 'ours',
    isLog: () => false,
    reopened: () => undefined,
    tags: () => null,
    commitsIn: () => null,
    renewed: () => undefined,
    vouch: () => undefined,
  },
  settle: (checkpoint) => checkpoint(),
};

/**
 * What can be read of a damaged practice, in memory: no file is changed, and nothing of it is written anywhere. It goes with the process, at the
 * lock. Whatever would change something is refused by dispatch.
 */
export const openReadOnly = async (world: SalvageWorld, header: Header, way: WayIn): Promise<Opened> => {
  const keys = keysFrom(way.dataKey, header.practiceId);
  const layer = openLayer(openInMemory());
  try {
    await fillFromPages(layer, pagesHere(world.folder, keys), world, header, keys, way);
    await migrate(layer.database);
    const actor = (await keyholderOfWrap(layer.database, way.wrap.id)) ?? (await ownerOf(layer.database));
    if (!actor) throw new Refused({ code: 'unavailable', reason: 'database-damaged' });
    const practice = { ...world.practice({ database: layer.database, auditKey: keys.audit, actor, anchor: noAnchor }), readOnly: true };
    const profile = await getProfile(practiceFor(practice, null));
    return { practice, profile, layer, anchor: keptNowhere, draftsKept: false };
  } catch (failure) {
    await layer.database.destroy();
    throw failure;
  } finally {
    for (const key of [keys.database, keys.anchor]) key.fill(0);
    way.dataKey.fill(0);
  }
};
