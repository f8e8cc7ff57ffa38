import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeOlderFile } from '../store/older-file.test-world.ts';
import { keysFrom } from './envelope.ts';
import { readHeader } from './header.ts';
import { passphrase } from './vault.test-world.ts';
import { wayIn } from './ways-in.ts';

/** The closed practice's file as the version before the newest migration left it. */
export const asOlderVersion = async (folder: string): Promise<void> => {
  const header = readHeader(folder);
  const way = header ? await wayIn(header, 'passphrase', passphrase) : null;
  if (!header || !way) throw new Error('does not open');
  const [file, older] = [join(folder, 'practice.db'), join(folder, 'older.db')];
  await writeOlderFile(file, older, keysFrom(way.dataKey, header.practiceId).database);
  for (const suffix of ['-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
  renameSync(older, file);
};
