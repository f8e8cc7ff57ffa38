import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomically } from '../practice/atomic-file.ts';
import { rootOf } from '../store/page-tags.ts';

/** The tags of all pages as they were settled last. The anchor vouches for them together; this only says which one differs. */
const tagsFile = (folder: string): string => join(folder, 'practice.pages');

/** It only helps to name what is amiss: that it could not be written keeps nothing from being saved. Whether it was. */
export const keepTags = (folder: string, tags: Buffer): boolean => {
  try {
    writeAtomically(tagsFile(folder), tags);
    return true;
  } catch {
    return false;
  }
};

export const keepTagsBeside = (database: string, tags: Buffer): boolean => keepTags(dirname(database), tags);

/** Those that come to this hash; null where they do not, or are gone. */
export const keptTags = (folder: string, root: Buffer): Buffer | null => {
  try {
    const tags = readFileSync(tagsFile(folder));
    return rootOf(tags).equals(root) ? tags : null;
  } catch {
    return null;
  }
};
