import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export const rendererBuild: InlineConfig = {
  configFile: false,
  root: fromRoot('renderer'),
  base: './',
  logLevel: 'warn',
  publicDir: false,
  plugins: [react()],
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
