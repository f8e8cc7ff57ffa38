import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from '../fixtures/app.ts';
import { project } from '../fixtures/running-app.ts';
import { type Times, timed, timesOf } from './measure.ts';

export const isBuilt = (): boolean =>
  ['main/main.js', 'vault/vault-process.js', 'renderer/index.html'].every((file) => existsSync(join(project, 'out', file)));

const starts = async (runs: number, start: () => Promise<{ stop: () => Promise<void> }>): Promise<Times> => {
  const measured: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let app: { stop: () => Promise<void> } | null = null;
    measured.push(
      await timed(async () => {
        app = await start();
      }),
    );
    await (app as { stop: () => Promise<void> } | null)?.stop();
  }
  return timesOf(measured);
};

/** From the start of the shell until a person can type the passphrase. */
export const startToUnlock = (data: string): Promise<Times> =>
  starts(3, async () => {
    const app = await startApp({ data });
    await app.page().getByLabel('Passphrase', { exact: true }).waitFor();
    return app;
  });

/** The same host with a page that holds a heading. */
export const startToEmptyPage = (): Promise<Times> =>
  starts(3, async () => {
    const app = await startApp({ trial: true });
    await app.page().getByRole('heading').waitFor();
    return app;
  });
