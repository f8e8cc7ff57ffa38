import type { Locator, Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { unlock } from './pages/door.ts';
import { demo } from './pages/map.ts';
import { begun, elapsed, expectMode, makeReady, openConductor, sessionOf, startBlock, stop } from './pages/session.ts';

/** A session outlives the lock, the vault process and the person's attention: STOP is there all the while, and the client is not. */

const handsOn = async (page: Page, id: string): Promise<void> => {
  await makeReady(page, id);
  await begun(page, id);
  await startBlock(page);
};

/** Nothing anybody could see or have read out. */
const expectNobody = async (page: Page): Promise<void> => {
  await expect(page.getByText(/Maya|Rosario|amber|shoulder/i).filter({ visible: true })).toHaveCount(0);
  expect(await page.title()).not.toMatch(/Maya|Rosario/);
};

const clock = (page: Page): Locator => page.getByRole('timer', { name: 'Time since the session began' });

/** What the screen says is what has passed since it began, within the seconds a slow machine takes. */
const expectClockRight = async (page: Page): Promise<void> => {
  const { startedAt } = await sessionOf(page);
  const passed = (Date.now() - Date.parse(startedAt)) / 1_000;
  expect(Math.abs((await elapsed(page)) - passed)).toBeLessThan(4);
};

test('STOP on the locked screen is in the session with its seconds, at the step and the clock it was at', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await handsOn(page, id);
  await openConductor(page);
  await app.pressLock();
  const locked = await app.nextPage();
  await expect(locked.getByRole('region', { name: 'A session is open' })).toContainText(/0 minutes, since \d/);
  await expectNobody(locked);
  await scan(locked, 'locked with a session open');
  await fitsEverywhere(locked, 'locked with a session open');

  const secret = locked.getByLabel('Passphrase', { exact: true });
  await secret.pressSequentially('a b');
  await expect(secret).toHaveValue('a b');
  await expect(stop(locked)).toHaveText(/^STOP/);
  await secret.press('Escape');
  await expect(stop(locked)).toHaveText(/^Hands are off/);
  await expect(locked.getByText('Written down. It joins the session when you unlock.')).toBeVisible();
  await locked.getByRole('button', { name: 'Unlock' }).press('Space');
  await expect(stop(locked)).toHaveText(/^STOP/);
  await expect(locked.getByText('Written down. It joins the session when you unlock.')).toBeVisible();

  await unlock(locked);
  await expect(clock(locked)).toBeVisible();
  const { state } = await sessionOf(locked);
  expect([state.mode, state.blocks.map(({ endedBy }) => endedBy), state.stops.map(({ cause }) => cause)]).toEqual([
    'halted',
    ['stop'],
    ['locked'],
  ]);
  const [one] = state.stops;
  expect((one?.handsOffAt ?? 0) - (one?.at ?? 0)).toBeGreaterThan(0);
  await expectClockRight(locked);
});

test('a vault process that hangs and dies in a block takes no STOP along; one that was kept survives kill -9', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await handsOn(page, id);
  await openConductor(page);
  const next = async (): Promise<Page> => {
    app.killVault();
    const locked = await app.nextPage();
    await expect(stop(locked)).toBeVisible();
    await unlock(locked);
    await expect(clock(locked)).toBeVisible();
    return locked;
  };

  process.kill(app.vaultPid(), 'SIGSTOP');
  await page.keyboard.press('Escape');
  await expect(stop(page)).toHaveText(/^Hands are off/);
  // A page that goes before there is an answer leaves it to the one that comes.
  await page.reload();
  process.kill(app.vaultPid(), 'SIGCONT');
  await expect(stop(page)).toHaveText(/^Hands are off/);
  await expectMode(page, 'stopping');

  process.kill(app.vaultPid(), 'SIGSTOP');
  await page.keyboard.press('Escape');
  await expect(stop(page)).toHaveText(/^STOP/);
  await page.keyboard.press('Escape');
  await expect(stop(page)).toHaveText(/^Hands are off/);
  await page.keyboard.press('Escape');
  await expect(stop(page)).toHaveText(/^STOP/);
  const again = await next();
  const { state } = await sessionOf(again);
  expect([state.mode, state.stops.map(({ cause, handsOffAt }) => [cause, handsOffAt !== null])]).toEqual([
    'halted',
    [
      ['signal', true],
      ['locked', true],
    ],
  ]);
  await expectClockRight(again);

  await stop(again).click();
  await expectMode(again, 'stopping');
  const last = await next();
  const { state: kept } = await sessionOf(last);
  expect([kept.mode, kept.stops.map(({ cause }) => cause)]).toEqual(['stopping', ['signal', 'locked', 'signal']]);
  await expect(stop(last)).toHaveText(/^Hands are off/);
});

test('an untouched session shows nothing of the client, takes STOP, and is back by one touch as it was left', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya', { idleSeconds: 5 });
  await handsOn(page, id);
  await callFrom(page, 'vault.touch', {});
  await openConductor(page);
  const quiet = page.getByRole('heading', { name: 'A session is open' });
  const anywhere = page.getByRole('button', { name: 'Touch anywhere to go on' });

  await test.step('by itself, and STOP on it', async () => {
    await expect(quiet).toBeFocused({ timeout: 15_000 });
    await expectNobody(page);
    await scan(page, 'quiet screen');
    await fitsEverywhere(page, 'quiet screen');
    await page.mouse.move(300, 300);
    await expect(quiet).toBeVisible();
    await page.keyboard.press('Space');
    await expect(stop(page)).toHaveText(/^Hands are off/);
    await expectMode(page, 'stopping');
    await expectNobody(page);
    await stop(page).click();
    await expectMode(page, 'halted');
    await expect(quiet).toBeHidden();
    await expect(page.getByText('Maya Rosario').first()).toBeVisible();
  });

  await test.step('by hand, over another page, and back by a touch and by a key', async () => {
    await page.getByRole('link', { name: 'Look something up' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Maya Rosario' })).toBeVisible();
    await expect(quiet).toBeFocused({ timeout: 15_000 });
    await expectNobody(page);
    await page.mouse.click(40, 40);
    await expect(page.getByRole('heading', { level: 1, name: 'Maya Rosario' })).toBeVisible();
    await page.getByRole('link', { name: 'Back to it' }).click();
    const byHand = page.getByRole('button', { name: 'Quiet screen' });
    await byHand.click();
    await expect(quiet).toBeFocused();
    await expect(anywhere).toBeVisible();
    // Enter would press the button that has the focus again.
    await page.keyboard.press('Enter');
    await expect(byHand).toBeFocused();
    await expect(quiet).toBeHidden();
  });
  expect(app.page()).toBe(page);
});
