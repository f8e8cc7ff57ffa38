/** Builds the vault without a window into out/headless, for trials that start it hundreds of times. Run by Node 24. */
const { build } = await import('vite');
const { headlessBuild } = await import('../vite.electron.config.ts');
await build(headlessBuild);
