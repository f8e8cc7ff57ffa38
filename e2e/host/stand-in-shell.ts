import type { Shell } from 'electron';
import { refusing } from './refusing.ts';
import { control } from './stand-in-app.ts';

/** Opens nothing: a test is told what would have been, a person reads it. */
async function openExternal(url: string): Promise<void> {
  const testing = control();
  if (testing) testing.send({ kind: 'opened-outside', url });
  else console.log(`trial host: another program would open ${url}`);
}

export const shell = refusing<Shell>('shell', { openExternal });
