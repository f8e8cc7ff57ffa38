// `npm run dist` needs Electron's own binary and a system it makes installers for; said at once instead of by a stack trace.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './setup.mjs';

const pathFile = join(root, 'node_modules', 'electron', 'path.txt');
const here = existsSync(pathFile) && existsSync(join(root, 'node_modules', 'electron', 'dist', readFileSync(pathFile, 'utf8').trim()));
if (!here || !['win32', 'darwin'].includes(process.platform)) {
  console.error("Installers are made on Windows or macOS, with Electron's binary in place (npm start -- --electron fetches it).");
  process.exit(1);
}
