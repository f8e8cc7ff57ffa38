import fc from 'fast-check';

/** Property tests are the same run each time, so that a red one is red again; `ASSURE_SEED=<seed>` gives another, `ASSURE_SEED=rotate` a new one. */
const asked = process.env.ASSURE_SEED;
if (asked !== 'rotate') fc.configureGlobal({ seed: Number(asked ?? 20_261_123) });
