/** Builds the vault without a window into out/headless, and the second process it starts, for trials that start them hundreds of times. Run by Node 24. */
const { build } = await import('vite');
const { headlessBuild, secondBuild } = await import('../vite.electron.config.ts');
await build(headlessBuild);
await build(secondBuild);
