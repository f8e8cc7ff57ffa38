import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { startApp } from '../fixtures/app.ts';
import { project } from '../fixtures/running-app.ts';
import { type Times, timed, timesOf } from './measure.ts';

export const isBuilt = (): boolean =>
  ['main/main.js', 'vault/vault-process.js', 'renderer/index.html'].every((file) => existsSync(join(project, 'out', file)));

type Started = { readonly stop: () => Promise<void> };

const started = async (start: () => Promise<Started>): Promise<number> => {
  let app: Started | null = null;
  const took = await timed(async () => {
    app = await start();
  });
  await (app as Started | null)?.stop();
  return took;
};

/** From the start of the shell until a person can type the passphrase, and beside it the same host with a page that holds a heading, in turn. */
export const startsInTurn = async (data: string): Promise<{ readonly app: Times; readonly empty: Times }> => {
  const [app, empty]: [number[], number[]] = [[], []];
  for (let run = 0; run < 7; run += 1) {
    app.push(
      await started(async () => {
        const own = await startApp({ data });
        await own.page().getByLabel('Passphrase', { exact: true }).waitFor();
        return own;
      }),
    );
    empty.push(
      await started(async () => {
        const bare = await startApp({ trial: true });
        await bare.page().getByRole('heading').waitFor();
        return bare;
      }),
    );
  }
  return { app: timesOf(app), empty: timesOf(empty) };
};
