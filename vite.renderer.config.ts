import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The browser we ship has `Temporal`, and the polyfill steps aside for it: it is read only by an older one, as a trial may find. */
const ownTemporal: Plugin = {
  name: 'own-temporal',
  enforce: 'pre',
  resolveId: (id, importer) => (id === 'temporal-polyfill' && importer !== '\0own-temporal' ? '\0own-temporal' : null),
  load: (id) =>
    id === '\0own-temporal' ? `export const Temporal = globalThis.Temporal ?? (await import('temporal-polyfill')).Temporal;` : null,
};

/** What pdf.js asks for by name when a scan needs it (renderer/ui/open-pdf.ts). */
const unpackingScripts = ['jbig2_nowasm_fallback.js', 'openjpeg_nowasm_fallback.js'];
const pdfUnpacking = (): Plugin => ({
  name: 'pdf-unpacking',
  generateBundle() {
    const { resolve } = createRequire(import.meta.url);
    for (const name of unpackingScripts) {
      this.emitFile({ type: 'asset', fileName: `pdf-unpacking/${name}`, source: readFileSync(resolve(`pdfjs-dist/wasm/${name}`)) });
    }
  },
});

export const rendererBuild: InlineConfig = {
  configFile: false,
  root: fromRoot('renderer'),
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [ownTemporal, react(), pdfUnpacking()],
  build: {
    outDir: fromRoot('out/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    sourcemap: false,
    rolldownOptions: { input: [fromRoot('renderer/index.html'), fromRoot('renderer/print/print.html')] },
    // The protocol handler serves files; a `data:` font would be refused by the content security policy.
    assetsInlineLimit: 0,
    // The polyfill fetches modules by itself; the one browser we ship needs none.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 4_000,
  },
};
