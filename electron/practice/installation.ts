import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Where the application lies: the nearest folder above this file that holds `resources/`, built, packaged or from source alike. */
export const installation = (): { readonly clinical: string; readonly version: string } => {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'resources', 'clinical'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the application has no resources folder');
    folder = above;
  }
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { readonly version: string };
  return { clinical: join(folder, 'resources', 'clinical'), version: manifest.version };
};
