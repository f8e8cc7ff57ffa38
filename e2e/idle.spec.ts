import type { Page } from 'playwright-core';
import { ofToday } from './assure/chance.ts';
import { scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import { passphrase, unlock } from './pages/door.ts';

/** The practice locks by itself when nobody is there, and not while somebody is. */

const idleSeconds = 6;

const passed = (since: number): number => performance.now() - since;

test('an untouched practice locks by itself, whatever the page does meanwhile', async ({ startApp }) => {
  const app = await startApp({ demo: true, idleSeconds });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await openRoom(page, 'Settings');
  const last = performance.now();
  // What a program does is no hand.
  await page.evaluate(() => {
    setInterval(() => {
      const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'click', 'beforeinput', 'input', 'compositionupdate'];
      for (const kind of kinds) window.dispatchEvent(new Event(kind, { bubbles: true }));
      document.querySelector<HTMLElement>('.settings-link')?.click();
    }, 200);
  });
  const locked = await app.nextPage();
  expect(passed(last)).toBeGreaterThan((idleSeconds - 1.2) * 1_000);
  await expect(locked.getByText(/^Locked since/)).toBeVisible();
  await unlock(locked, passphrase);
  await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

/** Goes on until the idle time and a quarter of it are over. */
const keepOpen = async (page: Page, touch: (turn: number) => Promise<void>): Promise<void> => {
  const begun = performance.now();
  let turn = 0;
  await expect
    .poll(
      async () => {
        await touch(turn++);
        return passed(begun) > idleSeconds * 1_250;
      },
      { intervals: [150], timeout: 30_000 },
    )
    .toBe(true);
  expect(page.isClosed()).toBe(false);
};

/** What a hand does to the page, and what then stands in the field. */
const hands: readonly (readonly [kind: string, touch: (page: Page, turn: number) => Promise<void>, typed: RegExp])[] = [
  ['typing', (page) => page.keyboard.press('a'), /^a{4,}$/],
  // Words that come without a key.
  ['dictating', (page) => page.keyboard.insertText('b'), /^b{4,}$/],
  ['a moving pointer', (page, turn) => page.mouse.move(300 + (turn % 9), 200), /^$/],
  ['a turning wheel', (page) => page.mouse.wheel(0, 10), /^$/],
];

// Two of the four each day: each takes its time.
for (const [kind, touch, typed] of ofToday(hands, 2)) {
  test(`${kind} keeps it open`, async ({ startApp }) => {
    const app = await startApp({ demo: true, idleSeconds });
    const page = app.page();
    await openRoom(page, 'Clients');
    await page.getByRole('link', { name: 'Add a client' }).first().click();
    const name = page.getByLabel('Chosen name');
    await name.focus();
    await keepOpen(page, (turn) => touch(page, turn));
    await expect(name).toHaveValue(typed);
  });
}

test('the owner says after how long, and the section says what else locks it', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  const page = app.page();
  await openRoom(page, 'Settings');
  await page.getByRole('link', { name: 'Locking' }).click();
  const minutes = page.getByLabel('Minutes without a touch before it locks');
  await expect(minutes).toHaveValue('5');
  await scan(page, 'settings, locking');
  for (const wrong of ['0', '61', 'ten', '']) {
    await minutes.fill(wrong);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByText('Write a whole number from 1 to 60').first()).toBeVisible();
  }
  await scan(page, 'settings, locking with an error');
  await minutes.fill('12');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('It locks after 12 minutes without a touch').first()).toBeVisible();
  await expect(page.getByText('when the computer goes to sleep')).toBeVisible();

  await app.pressLock();
  const locked = await app.nextPage();
  await unlock(locked, passphrase);
  await openRoom(locked, 'Settings');
  await locked.getByRole('link', { name: 'Locking' }).click();
  await expect(locked.getByLabel('Minutes without a touch before it locks')).toHaveValue('12');
});

test('a practice that opened by itself, as the demo does, locks at sleep like any other', async ({ startApp }) => {
  const app = await startApp({ demo: 'new' });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await app.powerEvent('suspend');
  await expect((await app.nextPage()).getByRole('button', { name: 'Unlock' })).toBeVisible();
});
