// Run by electron-builder before it packs for a platform: the prebuilt binaries of that platform must be there,
// because npm installs those of its own platform only. Without this an installer would be made that cannot unlock anything.

import { existsSync } from 'node:fs';
import { join } from 'node:path';

const architectures = ['ia32', 'x64', 'armv7l', 'arm64', 'universal'];
const suffixes = { darwin: '', win32: '-msvc', linux: '-gnu' };

/** The folders and files under node_modules without which the application cannot open a practice on that platform. */
export function neededBinaries(platform, arch) {
  return [`@node-rs/argon2-${platform}-${arch}${suffixes[platform]}`, `better-sqlite3/prebuilds/${platform}-${arch}.node`];
}

export default function beforePack({ electronPlatformName: platform, arch, packager }) {
  const name = architectures[arch];
  const missing = neededBinaries(platform, name).filter((path) => !existsSync(join(packager.projectDir, 'node_modules', path)));
  if (missing.length === 0) return;
  throw new Error(`Missing for ${platform} ${name}: ${missing.join(', ')}. Run: npm ci --os=${platform} --cpu=${name}`);
}
