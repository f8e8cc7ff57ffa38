import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { wordIn } from '../../shared/last-word.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { expect, test } from '../fixtures/test.ts';
import { isAlive } from './private-folder.ts';

const trial = { trial: true } as const;
/** The page has its answer before the shell has the word that the vault is open: a question to the shell comes back after both. */
const unlocked = async (page: Page) => {
  await callFrom(page, 'trial.unlock');
  await callFrom(page, 'trial.facts');
};
const connected = (page: Page) => expect(page.getByText('connected', { exact: true })).toBeVisible();

test('the page gets exactly call and onNotice, and nothing of Node', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  const seen = await page.evaluate(() => {
    const { stillpoint } = window as unknown as { stillpoint: object };
    const names = ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in window);
    return { offered: Object.keys(stillpoint), isFrozen: Object.isFrozen(stillpoint), names };
  });
  expect(seen).toEqual({ offered: ['call', 'onNotice'], isFrozen: true, names: [] });
});

test('a call made before the vault listens waits for it, and a large one comes back whole', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  await connected(page);
  const note = 'Zoë — 手技 🙂 '.repeat(40_000);
  expect(await callFrom(page, 'trial.echo', { note })).toEqual({ ok: true, value: { note } });
});

test('a notice reaches the page until it stops listening', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  const heard = await page.evaluate(async () => {
    const { stillpoint } = window as unknown as {
      stillpoint: { call(n: string, i: unknown): Promise<unknown>; onNotice(l: (n: unknown) => void): () => void };
    };
    const notices: unknown[] = [];
    const stop = stillpoint.onNotice((notice) => notices.push(notice));
    await stillpoint.call('trial.notice', { topic: 'clients' });
    stop();
    await stillpoint.call('trial.notice', { topic: 'sessions' });
    return notices;
  });
  expect(heard).toEqual([{ topic: 'clients' }]);
});

test('the vault process is told where and when it is, and cannot import electron', async ({ startApp }) => {
  const app = await startApp({ ...trial, now: '2026-11-23T09:00:00Z', zone: 'Europe/Paris' });
  expect(await callFrom(app.page(), 'trial.flags')).toEqual({
    ok: true,
    value: [`--data=${app.data}`, '--any-host', '--now=2026-11-23T09:00:00Z', '--zone=Europe/Paris'],
  });
  const tried = await callFrom(app.page(), 'trial.electron');
  expect(tried).toEqual({ ok: true, value: 'the vault process must not import electron' });
});

test('a lock destroys page and vault process within two seconds and begins anew', async ({ startApp }) => {
  const app = await startApp(trial);
  const before = { page: app.page(), vault: app.vaultPid() };
  await connected(before.page);

  const pressed = performance.now();
  await app.pressLock();
  await expect.poll(() => [before.page.isClosed(), isAlive(before.vault)], { intervals: [20] }).toEqual([true, false]);
  expect(performance.now() - pressed).toBeLessThan(2_000);

  const page = await app.nextPage();
  await connected(page);
  expect([app.vaultPid() !== before.vault, new URL(page.url()).hash]).toEqual([true, '']);
});

test('a vault process that does not answer a lock is killed all the same', async ({ startApp }) => {
  const app = await startApp({ ...trial, env: { TRIAL_IS_DEAF: '1' } });
  const vault = app.vaultPid();
  await connected(app.page());

  const pressed = performance.now();
  await app.pressLock();
  await expect.poll(() => isAlive(vault), { intervals: [20] }).toBe(false);
  expect(performance.now() - pressed).toBeLessThan(2_000);
  await connected(await app.nextPage());
});

test('the page can ask the vault to lock', async ({ startApp }) => {
  const app = await startApp(trial);
  const before = { page: app.page(), vault: app.vaultPid() };
  await connected(before.page);
  await before.page.evaluate(() => {
    (window as unknown as { stillpoint: { call(n: string, i: unknown): unknown } }).stillpoint.call('trial.lock', null);
  });
  const page = await app.nextPage();
  await connected(page);
  expect([before.page.isClosed(), isAlive(before.vault), new URL(page.url()).hash]).toEqual([true, false, '']);
});

test('the last word of a vault process is handed to the next page, and its closing counts as part of the lock', async ({ startApp }) => {
  const app = await startApp(trial);
  const word = { kind: 'restored', madeAt: '2026-11-23T09:00:00.000Z' };
  await connected(app.page());
  await callFrom(app.page(), 'trial.unlock');
  void callFrom(app.page(), 'trial.lock', { milliseconds: 1_500, word }).catch(() => undefined);
  const page = await app.nextPage();
  await connected(page);
  expect(wordIn(new URL(page.url()).hash)).toEqual(word);
  const facts = (await callFrom(page, 'trial.facts')) as { value: { lastLock: { milliseconds: number } } };
  expect(facts.value.lastLock.milliseconds).toBeGreaterThanOrEqual(1_500);
});

test('a vault process that dies by itself brings a new page that can say so', async ({ startApp }) => {
  const app = await startApp(trial);
  const before = { page: app.page(), vault: app.vaultPid() };
  await connected(before.page);
  app.killVault();
  const page = await app.nextPage();
  await connected(page);
  expect([before.page.isClosed(), new URL(page.url()).hash]).toEqual([true, '#ended']);
  expect(app.vaultPid()).not.toBe(before.vault);
});

for (const event of ['suspend', 'resume', 'lock-screen']) {
  test(`${event} locks what is unlocked, and only that`, async ({ startApp }) => {
    const app = await startApp(trial);
    const before = { page: app.page(), vault: app.vaultPid() };
    await connected(before.page);
    await app.powerEvent(event);
    await unlocked(before.page);
    expect([before.page.isClosed(), app.vaultPid()]).toEqual([false, before.vault]);

    await app.powerEvent(event);
    await connected(await app.nextPage());
    expect([before.page.isClosed(), isAlive(before.vault)]).toEqual([true, false]);
  });
}

test('a page that crashes is replaced while the vault process goes on', async ({ startApp }) => {
  const app = await startApp(trial);
  const page = app.page();
  const vault = app.vaultPid();
  await connected(page);
  const session = await page.context().newCDPSession(page);
  session.send('Page.crash').catch(() => undefined);
  await connected(await app.nextPage());
  expect(app.vaultPid()).toBe(vault);
});

test('a reload gets a channel of its own', async ({ startApp }) => {
  const app = await startApp(trial);
  const vault = app.vaultPid();
  await connected(app.page());
  await app.page().evaluate(() => document.querySelector('#state')?.replaceChildren('old'));
  await app.page().reload();
  await connected(app.page());
  expect(app.vaultPid()).toBe(vault);
});

test('pages loaded while the vault process still starts get one channel in the end', async ({ startApp }) => {
  test.skip(process.platform === 'win32', 'the trial vault is told to go on by a signal');
  const app = await startApp({ ...trial, env: { TRIAL_WAITS: '1' } });
  await app.page().reload();
  await expect.poll(() => existsSync(join(app.data, 'vault-waits'))).toBe(true);
  process.kill(app.vaultPid(), 'SIGUSR2');
  await connected(app.page());
  expect(await callFrom(app.page(), 'trial.echo', 'one')).toEqual({ ok: true, value: 'one' });
});

test('the vault is told how long the last lock took and what was refused', async ({ startApp }) => {
  const app = await startApp(trial);
  await connected(app.page());
  expect(await callFrom(app.page(), 'trial.facts')).toEqual({ ok: true, value: { refusedRequests: 0, lastLock: null } });
  await app.pressLock();
  await connected(await app.nextPage());
  expect(await callFrom(app.page(), 'trial.facts')).toMatchObject({ ok: true, value: { lastLock: null } });

  await callFrom(app.page(), 'trial.unlock');
  await app.pressLock();
  await connected(await app.nextPage());
  const facts = await callFrom(app.page(), 'trial.facts');
  expect(facts).toMatchObject({ ok: true, value: { refusedRequests: 0, lastLock: { trigger: 'menu', milliseconds: expect.any(Number) } } });
  expect((facts as { value: { lastLock: { milliseconds: number } } }).value.lastLock.milliseconds).toBeLessThan(2_000);
});

test('closing the window locks, then quits', async ({ startApp }) => {
  const app = await startApp(trial);
  const vault = app.vaultPid();
  await connected(app.page());
  await app.closeWindow();
  expect(await app.ended()).toBe(0);
  expect([isAlive(vault), isAlive(app.shellPid)]).toEqual([false, false]);
});

test('the program ends after the last copy, and one started meanwhile comes back', async ({ startApp }) => {
  test.skip(process.platform === 'win32', 'the trial vault is told to go on by a signal');
  const app = await startApp({ ...trial, env: { TRIAL_COPIES: '1' } });
  const mark = join(app.data, 'page-was-here');
  await expect.poll(() => existsSync(mark)).toBe(true);
  rmSync(mark);
  await app.closeWindow();
  await expect.poll(() => existsSync(join(app.data, 'vault-copies'))).toBe(true);
  expect([isAlive(app.shellPid), (await app.secondStart()).code, existsSync(mark)]).toEqual([true, 0, false]);

  process.kill(app.vaultPid(), 'SIGUSR2');
  expect(await app.ended()).toBe(0);
  await expect.poll(() => existsSync(mark), { timeout: 20_000 }).toBe(true);
});

test('a second start hands over to the first and says so', async ({ startApp }) => {
  const app = await startApp(trial);
  await connected(app.page());
  expect(await app.secondStart()).toEqual({
    code: 0,
    output: 'Stillpoint is already open. Its window has been brought to the front.\n',
  });
  expect(await callFrom(app.page(), 'trial.echo', 'still here')).toEqual({ ok: true, value: 'still here' });
});

test('a save or folder dialog gives the vault a path and a grant, or neither', async ({ startApp }) => {
  const app = await startApp(trial);
  await app.answerSaveDialog('/somewhere/Consent.pdf');
  const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
  expect(await callFrom(app.page(), 'trial.save')).toEqual({
    ok: true,
    value: { grant: expect.stringMatching(uuid), path: '/somewhere/Consent.pdf' },
  });
  await app.answerSaveDialog(null);
  expect(await callFrom(app.page(), 'trial.save')).toEqual({ ok: true, value: null });
  await app.answerFolderDialog('/somewhere/Backups');
  expect(await callFrom(app.page(), 'trial.folder')).toEqual({
    ok: true,
    value: { grant: expect.stringMatching(uuid), path: '/somewhere/Backups' },
  });
  await app.answerFolderDialog(null);
  expect(await callFrom(app.page(), 'trial.folder')).toEqual({ ok: true, value: null });
  expect((await app.suggestedNames()).map((path) => path.split(/[\\/]/).at(-1))).toEqual([
    'Consent 2026-11-23.pdf',
    'Consent 2026-11-23.pdf',
  ]);
});
