import type { Layer } from '../store/dialect.ts';
import type { Anchor } from './anchor.ts';
import { keepTags } from './kept-tags.ts';

/** What is not vouched for is looked at less closely next time; that is no reason not to close. */
const quietly = (work: () => void): void => {
  try {
    work();
  } catch {
    return;
  }
};

/** Closes, which moves the end of the log into the database, and vouches for what lies there then. */
export const closeAtRest = async (folder: string, layer: Layer, anchor: Anchor): Promise<void> => {
  await layer.settled();
  await layer.database.destroy().finally(() => {
    quietly(anchor.rest);
    const tags = anchor.tags();
    if (tags) keepTags(folder, tags);
    anchor.close();
  });
};
