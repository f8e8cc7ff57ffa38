import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

/**
 * Loaded with `--import` before anything else: the sources named in `ASSURE_EDITS` are read with one place of their text changed, so that a
 * process and its children run a build that is broken on purpose. An edit whose place is not found once is an error, or a defect that is
 * gone would seem to be caught.
 */
export type Edit = { readonly file: string; readonly find: string; readonly put: string };

const root = join(import.meta.dirname, '..', '..');
const Edits = z.array(z.strictObject({ file: z.string(), find: z.string(), put: z.string() }));

const edited = (source: string, { file, find, put }: Edit): string => {
  const parts = source.split(find);
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times what the defect changes: ${find}`);
  return parts.join(put);
};

const given = process.env.ASSURE_EDITS;
if (given) {
  const edits = Edits.parse(JSON.parse(given)).map((edit) => ({ ...edit, url: pathToFileURL(join(root, edit.file)).href }));
  registerHooks({
    load: (url, context, next) => {
      const loaded = next(url, context);
      const mine = edits.filter((edit) => edit.url === url);
      if (mine.length === 0) return loaded;
      return { ...loaded, source: mine.reduce<string>((source, edit) => edited(source, edit), String(loaded.source)) };
    },
  });
}
