// Completes package-lock.json so that `npm ci` accepts it on every platform.
//
// npm writes only those optional packages into the lock that it could see when the lock was made, and later `npm ci`
// refuses the lock for the ones that are missing. Each optional platform package that is named by a locked package and
// absent is added here with its exact version and the platform its name tells, without a hash: npm then takes the hash
// from the registry on the platform that needs it. Run it after every change of dependencies: `npm run lock`.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** `@biomejs/cli-linux-x64-musl` -> { os: ['linux'], cpu: ['x64'], libc: ['musl'] }; null when the name tells no platform. */
export function platformOf(name) {
  const words = name.slice(name.lastIndexOf('/') + 1).split('-');
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (words.includes('wasm32')) return { cpu: ['wasm32'] };
  if (os.length !== 1) return null;
  const libc = words.some((word) => word.startsWith('musl')) ? ['musl'] : words.some((word) => word.startsWith('gnu')) ? ['glibc'] : [];
  return { os, ...(cpu.length ? { cpu } : {}), ...(libc.length && os[0] === 'linux' ? { libc } : {}) };
}

/** Looks where Node would look for `name` from the package at `path`: its own folder, then each one around it. */
function isLocked(packages, path, name) {
  for (let at = path; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${at}${at && '/'}node_modules/${name}`]) return true;
    if (at === '') return false;
  }
}

/** The optional packages the lock names but does not hold, as lock entries by path. */
export function missingOptionals(packages) {
  const found = {};
  for (const [path, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const platform = platformOf(name);
      if (!platform || !/^\d/.test(version) || isLocked(packages, path, name)) continue;
      found[`node_modules/${name}`] = { version, ...platform, ...(entry.dev ? { dev: true } : {}), optional: true };
    }
  }
  return found;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = new URL('../package-lock.json', import.meta.url);
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  const found = missingOptionals(lock.packages);
  const all = Object.entries({ ...lock.packages, ...found }).sort(([a], [b]) => (a < b ? -1 : 1));
  lock.packages = Object.fromEntries(all);
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(`package-lock.json: ${Object.keys(found).length} optional platform packages added`);
}
