/**
 * Starts Stillpoint on an installed Chromium instead of Electron:
 *   node e2e/host/run.ts [--headless] [--data=DIR] [--downloads=DIR] [--demo] [--any-host] [--now=INSTANT] [--zone=ZONE]
 * The shell, preload, vault process and window are the built ones in out/, unchanged.
 */
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const standIn = new URL('./electron.ts', import.meta.url).href;
const root = process.env.STILLPOINT_TRIAL_ROOT ?? join(import.meta.dirname, '..', '..');

registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context);
  },
});

await import(pathToFileURL(join(root, 'out', 'main', 'main.js')).href);
