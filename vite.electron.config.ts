import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** Left out of the bundle: binaries, data files beside the code, and what Electron itself brings. */
const external = [/^electron$/, /^node:/, /^better-sqlite3$/, /^@node-rs\/argon2$/, /^pdfkit$/];

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

function nodeBuild(entry: string, folder: string, format: 'es' | 'cjs', fileName: string): InlineConfig {
  return {
    configFile: false,
    root: fromRoot('.'),
    logLevel: 'warn',
    publicDir: false,
    ssr: { target: 'node', noExternal: true },
    build: {
      ssr: fromRoot(entry),
      outDir: fromRoot(`out/${folder}`),
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      sourcemap: false,
      rolldownOptions: {
        external,
        output: { format, entryFileNames: fileName, chunkFileNames: '[name]-[hash].js' },
      },
    },
  };
}

export const mainBuild = nodeBuild('electron/main.ts', 'main', 'es', 'main.js');
/** One CommonJS file: a sandboxed preload can load neither ES modules nor a second file. */
export const preloadBuild = nodeBuild('electron/preload.ts', 'preload', 'cjs', 'preload.cjs');
export const vaultBuild = nodeBuild('electron/vault-process.ts', 'vault', 'es', 'vault-process.js');
/** Works on copies of the practice beside the vault. */
export const secondBuild = nodeBuild('electron/second-process.ts', 'second', 'es', 'second-process.js');
/** For trials alone: no build that is given to anybody has it. */
export const headlessBuild = nodeBuild('e2e/headless.ts', 'headless', 'es', 'headless.js');
