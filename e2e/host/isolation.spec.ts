import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';
import { countInMemory } from '../fixtures/process-memory.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { expect, test } from '../fixtures/test.ts';

const trial = { trial: true } as const;
const connected = (page: Page) => expect(page.getByText('connected', { exact: true })).toBeVisible();

test('the shell never holds what page and vault process say to each other', async ({ startApp }) => {
  const app = await startApp(trial);
  await connected(app.page());
  const canary = `canary-${randomUUID()}`;
  expect(await callFrom(app.page(), 'trial.echo', { note: canary })).toEqual({ ok: true, value: { note: canary } });

  expect(countInMemory(app.vaultPid(), canary)).toBeGreaterThan(0);
  expect(countInMemory(app.shellPid, canary)).toBe(0);

  // The same scan must see a payload that does go through the shell.
  const leaked = `canary-${randomUUID()}`;
  await callFrom(app.page(), 'trial.leak', leaked);
  await expect.poll(() => countInMemory(app.shellPid, leaked)).toBeGreaterThan(0);
});

test('each load has a nonce of its own, and only it lets a style element through', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  const first = await tryStyles(page);
  await page.reload();
  const second = await tryStyles(page);

  expect([first.byFile, first.withNonce, first.without, first.byAttribute]).toEqual([
    'rgb(1, 2, 3)',
    'rgb(4, 5, 6)',
    'rgb(4, 5, 6)',
    'rgb(10, 11, 12)',
  ]);
  expect(first.nonce).toMatch(/^[A-Za-z0-9+/]{24}$/);
  expect(second.nonce).not.toBe(first.nonce);
});

function tryStyles(page: Page) {
  return page.evaluate(() => {
    const nonce = document.querySelector<HTMLMetaElement>('meta[name=csp-nonce]')?.content ?? '';
    const colour = () => getComputedStyle(document.body).backgroundColor;
    const addStyle = (css: string, given: string) => {
      const style = document.createElement('style');
      if (given) style.setAttribute('nonce', given);
      style.textContent = css;
      document.head.append(style);
      return colour();
    };
    const byFile = colour();
    const withNonce = addStyle('body { background: rgb(4, 5, 6) }', nonce);
    const without = addStyle('body { background: rgb(7, 8, 9) }', '');
    document.body.setAttribute('style', 'background: rgb(10, 11, 12)');
    return { nonce, byFile, withNonce, without, byAttribute: colour() };
  });
}

test('inline scripts, eval and frames are refused', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  const ran = await page.evaluate(async () => {
    const script = document.createElement('script');
    script.textContent = 'window.inlineRan = true';
    document.head.append(script);
    const refused = new Promise((resolve) => addEventListener('securitypolicyviolation', resolve, { once: true }));
    const frame = document.createElement('iframe');
    frame.src = './index.html';
    document.body.append(frame);
    await refused;
    return { inline: 'inlineRan' in window, frames: frame.contentDocument?.querySelector('h1') ?? null };
  });
  expect(ran).toEqual({ inline: false, frames: null });
});

test('what is off our origin is refused and counted, by link, script or window', async ({ startApp }) => {
  const app = await startApp(trial);
  const page = app.page();
  await connected(page);
  const { url, heading } = { url: page.url(), heading: page.getByRole('heading', { name: 'Trial page' }) };
  expect(app.offOriginRequests()).toBe(0);

  const fetched = await page.evaluate(() =>
    fetch('https://example.invalid/').then(
      () => 'fetched',
      () => 'refused',
    ),
  );
  expect([fetched, app.offOriginRequests()]).toEqual(['refused', 0]); // the policy of the page: no request is made

  await page.getByRole('link', { name: 'elsewhere' }).click({ noWaitAfter: true });
  await expect.poll(() => app.offOriginRequests()).toBe(1);
  await page.evaluate(() => void window.open('https://example.invalid/window'));
  await expect.poll(() => page.context().pages().length).toBe(1);
  await expect(heading).toBeVisible();
  expect(page.url()).toBe(url);
  expect(await callFrom(page, 'trial.echo', 'still here')).toEqual({ ok: true, value: 'still here' });
});

test('the page cannot go to another file of ours, nor above our folder', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  await connected(page);
  const answers = await page.evaluate(() =>
    Promise.all(
      ['./page.css', './unknown.js', '/%2e%2e%2fmain%2fmain.js', '/..%5cmain%5cmain.js', '/.'].map(async (path) => {
        const { status } = await fetch(path);
        return status;
      }),
    ),
  );
  expect(answers).toEqual([200, 404, 404, 404, 200]);

  const url = page.url();
  await page.evaluate(() => location.assign('/page.js'));
  expect(await callFrom(page, 'trial.echo', 'still here')).toEqual({ ok: true, value: 'still here' });
  expect(page.url()).toBe(url);
});

test('permissions are denied', async ({ startApp }) => {
  const page = (await startApp(trial)).page();
  const states = await page.evaluate(() =>
    Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName });
        return [name, state !== 'granted'];
      }),
    ),
  );
  expect(Object.fromEntries(states)).toEqual({ geolocation: true, notifications: true, camera: true, microphone: true });
});

test('the browser profile is gone after the window', async ({ startApp }) => {
  const app = await startApp(trial);
  await connected(app.page());
  const folder = dirname(app.data);
  const profiles = () => readdirSync(folder).filter((name) => name.startsWith('profile-'));
  expect(profiles()).toEqual(['profile-1']);
  await app.pressLock();
  await app.nextPage();
  await expect.poll(profiles).toEqual(['profile-2']);
  await app.stop();
  expect(existsSync(folder)).toBe(false);
});
