import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { keysFrom } from '../../electron/vault/envelope.ts';
import { readHeader } from '../../electron/vault/header.ts';
import { wayIn } from '../../electron/vault/ways-in.ts';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { type App, startApp } from '../fixtures/app.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { type Canaries, canariesFrom } from './canary-places.ts';
import { whenTrialEnds } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { okOf } from './headless-process.ts';
import { below, keySecret, rememberedBy, type Secret, textSecret } from './surviving.ts';
import { details, profile } from './trial-records.ts';

const clients = 200;

/** Looking into every process takes most of the time, and a restore is looked at twice. */
const restoreEvery = 5;

const from = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> =>
  okOf(callFrom(page, name, input) as Promise<Reply<OutputOf<N>>>);

/** Through the screen, so that the passphrase goes the way it goes for a person. */
const typePassphrase = async (page: Page, passphrase: string): Promise<void> => {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
};
const unlock = async (page: Page, passphrase: string): Promise<void> => {
  await typePassphrase(page, passphrase);
  await page.getByRole('heading', { name: 'Today', exact: true }).waitFor();
};

const hasSecond = (): boolean => below(process.pid).some(({ name }) => name.includes('second-process'));
const endsWithinMs = 2_000;

/** The second process is given the keys: it is there while it copies, or this look sees nothing, and gone with the answer. */
const oneBackup = async (page: Page): Promise<object[]> => {
  const copying = from(page, 'backup.run', {});
  let isCopying = true;
  void copying.catch(() => undefined).finally(() => (isCopying = false));
  let wasSeen = false;
  while (isCopying) {
    wasSeen ||= hasSecond();
    await after(5);
  }
  await copying;
  for (const until = Date.now() + endsWithinMs; hasSecond() && Date.now() < until; ) await after(20);
  if (!wasSeen) return [{ problem: 'no second process was seen while a backup was made' }];
  return hasSecond() ? [{ problem: 'the second process goes on after its backup' }] : [];
};

/** Everything a day brings into the window: each client opened, a search, a draft, a backup, and a new Recovery Kit. */
const aDay = async (page: Page, next: () => string, passphrase: string): Promise<{ groups: readonly string[]; left: object[] }> => {
  const { clients: rows } = await from(page, 'clients.search', { query: '', limit: clients });
  for (const { id } of rows) await from(page, 'clients.get', { id });
  await from(page, 'drafts.save', {
    key: 'new-client',
    title: next(),
    place: '/clients/new',
    text: JSON.stringify({ contactWishes: next() }),
  });
  await from(page, 'drafts.get', {});
  await page.getByRole('link', { name: 'Clients' }).click();
  await page.getByText(rows[0]!.chosenName).first().waitFor();
  const left = await oneBackup(page);
  return { left, groups: (await from(page, 'vault.makeRecoveryKit', { passphrase })).groups };
};

/** A folder for backups, chosen in the shell's dialog. */
const chooseBackups = async (app: App): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-assure-'));
  whenTrialEnds(() => rmSync(folder, { recursive: true, force: true }));
  await app.answerFolderDialog(folder);
  const { fileGrant } = await from(app.page(), 'backup.chooseFolder', { for: 'settings' });
  await from(app.page(), 'backup.changeSettings', { fileGrant });
};

const keysIn = async (folder: string, passphrase: string): Promise<Secret[]> => {
  const header = readHeader(folder);
  const way = header && (await wayIn(header, 'passphrase', passphrase));
  if (!way) throw new Error('the header does not open with the passphrase');
  const { database, audit, anchor } = keysFrom(way.dataKey, header.practiceId);
  return [
    keySecret('the data key', way.dataKey),
    keySecret('the key of the database', database),
    keySecret('the key of the trail', audit),
    keySecret('the key of the anchor', anchor),
  ];
};

const codeSecret = (groups: readonly string[]): Secret =>
  textSecret('the recovery code', ...['', ' ', '-', '","'].map((between) => groups.slice(0, 2).join(between)));

const patienceMs = 20_000;

/** The page that says this, which comes in the place of the one before; where it does not come, that is what is found. */
const nextSaying = async (app: App, words: string): Promise<object[]> => {
  const late = Promise.withResolvers<null>();
  const timer = setTimeout(() => late.resolve(null), patienceMs);
  const page = await Promise.race([app.nextPage(), late.promise]);
  clearTimeout(timer);
  if (!page) return [{ problem: 'the page and its vault process go on' }];
  await page.getByText(words).first().waitFor();
  return [];
};

/** Locked, with keys in hand and nothing opened: an opening that fails behind the passphrase, and a backup that takes its place. */
const oneRestore = async (app: App, passphrase: string, secrets: () => Promise<Secret[]>): Promise<object[]> => {
  const known = await secrets();
  const left: object[] = [];
  const look = async (when: string, words: string): Promise<void> => {
    left.push(...(await nextSaying(app, words)));
    left.push(...rememberedBy(below(process.pid), known).map((found) => ({ when, ...found })));
  };
  truncateSync(join(app.data, 'practice.db'), 5_000);
  await typePassphrase(app.page(), passphrase);
  await look('an opening that failed', 'The database of the practice is damaged');
  const { backups } = await from(app.page(), 'backup.list', {});
  const id = backups.find(({ reason }) => reason === 'asked')?.id ?? '';
  // The page may be gone before it has the answer.
  void callFrom(app.page(), 'backup.restore', { id, secret: { kind: 'passphrase', text: passphrase } }).catch(() => undefined);
  await look('a restore', 'is in place');
  return left;
};

/** A lock seen from outside: what knew everything before it is gone, and nobody else knows anything. */
const oneLock = async (app: App, passphrase: string, { next, stem }: Canaries, lock: number): Promise<object[]> => {
  const page = app.page();
  await unlock(page, passphrase);
  const { groups, left: beside } = await aDay(page, next, passphrase);
  const typed = textSecret('what was typed', stem);
  const before = lock === 1 ? rememberedBy(below(process.pid), [typed]).length : null;
  await app.pressLock();
  const locked = await app.nextPage();
  await locked.getByLabel('Passphrase', { exact: true }).waitFor();
  const secrets = async (): Promise<Secret[]> => [typed, codeSecret(groups), ...(await keysIn(app.data, passphrase))];
  const left: object[] = [...beside, ...rememberedBy(below(process.pid), await secrets())];
  if (lock % restoreEvery === 1) left.push(...(await oneRestore(app, passphrase, secrets)));
  // Vault and page hold it all while it is open; a look that does not see that sees nothing.
  return before !== null && before < 2
    ? [...left, { problem: `only ${before} processes were seen to hold what was typed while it was open` }]
    : left;
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const canaries = canariesFrom(chance);
  const { next } = canaries;
  const passphrase = `river lantern ${next()} maple`;
  const app = await startApp({});
  whenTrialEnds(() => app.stop());
  await from(app.page(), 'vault.create', { passphrase, profile: { ...profile, address: next(), practitionerName: next() } });
  for (let client = 0; client < clients; client += 1)
    await from(app.page(), 'clients.create', {
      ...details,
      chosenName: `${next()} ${client}`,
      legalName: next(),
      contactWishes: `${next()} and no voicemail.`,
    });
  await chooseBackups(app);
  await from(app.page(), 'vault.lock', {}).catch(() => undefined);
  const escapes: unknown[] = [];
  await app.nextPage();
  for (let lock = 1; lock <= trials; lock += 1) {
    escapes.push(...(await oneLock(app, passphrase, canaries, lock)).map((left) => ({ seed: chance.seed, lock, ...left })));
  }
  return { trials, escapes };
};

/** After a lock, a failed opening and a restore, and beside a backup that is over, no process that goes on remembers the passphrase, a key, the recovery code, or any of 200 clients. Linux. */
export const memory: Goal = {
  name: 'memory after a lock',
  trials: { full: 20, quick: 2, test: 0 },
  run,
  defects: [
    {
      name: 'close without kill',
      trials: 1,
      edits: [{ file: 'out/main/main.js', find: 'killProcess(child.pid);\n\t\tawait gone.promise;', put: '' }],
    },
    {
      name: 'an opening that failed goes on',
      trials: 1,
      edits: [
        {
          file: 'out/vault/vault-process.js',
          find: 'throw endsBehindKey(world.log, "not-opened", letGo, failure);',
          put: 'throw failure;',
        },
      ],
    },
    {
      name: 'a restore goes on',
      trials: 1,
      edits: [{ file: 'out/vault/vault-process.js', find: 'if (opened) end({', put: 'if (!opened) end({' }],
    },
    {
      name: 'a second process that goes on',
      trials: 1,
      edits: [
        { file: 'out/vault/vault-process.js', find: 'end: () => void child.kill("SIGKILL")', put: 'end: () => void child.connected' },
      ],
    },
    {
      name: 'payload through the shell',
      trials: 1,
      edits: [
        {
          file: 'out/vault/vault-process.js',
          find: 'house.dispatch(call, input).then((reply) => port.postMessage({',
          put: 'house.dispatch(call, input).then((reply) => shell.postMessage({ kind: "seen", reply }) ?? port.postMessage({',
        },
      ],
    },
  ],
};
