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

export const rendererBuild: InlineConfig = {
  configFile: false,
  root: fromRoot('renderer'),
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [ownTemporal, react()],
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
