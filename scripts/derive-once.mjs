import { registerHooks } from 'node:module';

/**
 * For runs of tests: `node --import` this, and the same passphrase with the same salt and cost is derived once a run, for all its
 * processes, in the folder `STILLPOINT_DERIVED`. The algorithm and its cost stay what they are; thousands of trials open copies of
 * a few practices, and two of three seconds went into deriving what the run had derived before. No build knows of this file.
 */
const derived = new URL('derived-argon2.mjs', import.meta.url).href;

if (process.env.STILLPOINT_DERIVED)
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === '@node-rs/argon2' && context.parentURL !== derived ? { url: derived, shortCircuit: true } : next(specifier, context),
  });
