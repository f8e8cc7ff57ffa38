import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import type { InlineConfig, Plugin } from 'vite';

const fromRoot = (path: string) => fileURLToPath(new URL(path, import.meta.url));

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
  plugins: [react(), pdfUnpacking()],
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
