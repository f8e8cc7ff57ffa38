import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { fits, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { fillClient, findClient, openRoom } from './pages/clients.ts';
import { passphrase, unlock } from './pages/door.ts';

/** What was typed and not saved: kept encrypted, there after a lock and after a crash, gone when saved or discarded. */

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  return { app, page: app.page() };
};

type Kept = { readonly key: string; readonly text: string };
const keptDrafts = async (page: Page): Promise<readonly Kept[]> =>
  ((await callFrom(page, 'drafts.get', {})) as { readonly value: { readonly drafts: readonly Kept[] } }).value.drafts;

const newClient = async (page: Page): Promise<void> => {
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Add a client' }).first().click();
};
const unfinished = (page: Page) => page.getByRole('region', { name: 'Unfinished' });
/** Each piece of work that is not saved; forms that wait stand in the same card. */
const pieces = (page: Page) => unfinished(page).getByRole('button', { name: /^Discard: / });
const lockButton = (page: Page) => page.getByRole('button', { name: 'Lock' });

test('a client half typed is there after a lock, goes on from Today, and is gone once saved', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await newClient(page);
  await fillClient(page, { chosenName: 'Ines Duarte', birthDate: '31 4', pronouns: 'she/her' });
  await page.getByLabel('Phone', { exact: true }).pressSequentially('416 555 019');
  await lockButton(page).click();

  const locked = await app.nextPage();
  await expect(locked.getByText('What you were typing was kept.')).toBeVisible();
  await expect(locked.getByText('Ines')).toHaveCount(0);
  await scan(locked, 'unlock with something kept');
  await unlock(locked, passphrase);

  await expect(unfinished(locked).getByText('New client')).toBeVisible();
  await scan(locked, 'today with something unfinished');
  await fits(locked, 'today with something unfinished');
  await locked.getByRole('link', { name: 'Clients' }).click();
  await openRoom(locked, 'Today');
  await unfinished(locked).getByRole('button', { name: 'Continue: New client' }).click();
  await expect(locked.getByText('This is what you typed before. It is not saved yet.')).toBeVisible();
  await expect(locked.getByLabel('Chosen name')).toHaveValue('Ines Duarte');
  await expect(locked.getByLabel('Birth date', { exact: true })).toHaveValue('31 4');
  await expect(locked.getByLabel('Phone', { exact: true })).toHaveValue('416 555 019');
  await expect(locked.getByText(/^Kept \d/)).toBeVisible();
  await scan(locked, 'new client found again');

  await locked.getByLabel('Birth date', { exact: true }).fill('30 4 1988');
  await locked.getByRole('button', { name: 'Save client' }).click();
  await expect(locked.getByRole('heading', { level: 1, name: 'Ines Duarte' })).toBeVisible();
  expect(await keptDrafts(locked)).toEqual([]);
  await openRoom(locked, 'Today');
  await expect(pieces(locked)).toHaveCount(0);
  await lockButton(locked).click();
  const again = await app.nextPage();
  await expect(again.getByLabel('Passphrase', { exact: true })).toBeVisible();
  await expect(again.getByText('What you were typing was kept.')).toHaveCount(0);
});

/** No pause is ever over on this page: what is sent was sent for another reason. */
const withoutPauses = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const own = window.setTimeout;
    Object.assign(window, { setTimeout: (work: () => void, pause = 0) => (pause >= 300 ? 0 : own(work, pause)) });
  });

test('the key that begins Ctrl+L sends what was typed, whatever pause was waited for', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await newClient(page);
  await withoutPauses(page);
  await page.getByLabel('Chosen name').focus();
  await page.keyboard.type('Ines Duarte');
  await page.keyboard.down('Control');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await page.keyboard.up('Control');
  await app.pressLock();
  const locked = await app.nextPage();
  await expect(locked.getByText('What you were typing was kept.')).toBeVisible();
  await unlock(locked, passphrase);
  await unfinished(locked).getByRole('button', { name: 'Continue: New client' }).click();
  await expect(locked.getByLabel('Chosen name')).toHaveValue('Ines Duarte');
  await locked.getByRole('button', { name: 'Start with an empty form' }).click();
  await expect(locked.getByLabel('Chosen name')).toHaveValue('');
  await expect(locked.getByText('This is what you typed before. It is not saved yet.')).toHaveCount(0);
  await expect.poll(() => keptDrafts(locked)).toEqual([]);
});

test('what is said to be kept is there after the vault process was killed', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await findClient(page, 'bea');
  await page.getByRole('link', { name: 'Bea', exact: true }).click();
  await page.getByRole('link', { name: 'Change' }).click();
  await expect(page.getByText(/^What you type here is kept until you save it/)).toBeVisible();
  await page.getByLabel('How they like to be contacted').press('End');
  await page.keyboard.type(' Not before noon.');
  await expect(page.getByText(/^Kept \d/)).toBeVisible({ timeout: 1_200 });
  app.killVault();

  const after = await app.nextPage();
  await unlock(after, passphrase);
  await unfinished(after).getByRole('button', { name: 'Continue: Change Bea' }).click();
  await expect(after.getByText('This is an unfinished change. It is not saved yet.')).toBeVisible();
  await expect(after.getByLabel('How they like to be contacted')).toHaveValue(/ Not before noon\.$/);
  await after.getByRole('button', { name: 'Put back what is saved' }).click();
  await expect(after.getByLabel('How they like to be contacted')).not.toHaveValue(/noon/);
  await expect.poll(() => keptDrafts(after)).toEqual([]);
});

test('typing without a pause is kept too, each state once', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await newClient(page);
  const field = page.getByLabel('Chosen name');
  await field.focus();
  // Keys closer together than the pause a draft waits for: only the longest wait lets one go.
  let typed = '';
  await expect(async () => {
    await page.keyboard.type('a');
    typed += 'a';
    expect(await keptDrafts(page)).toHaveLength(1);
  }).toPass({ intervals: [120], timeout: 10_000 });
  await field.fill('');
  await expect.poll(() => keptDrafts(page)).toEqual([]);
  expect(typed.length).toBeLessThan(20);
});

test('what is too long to be kept is said, stays on the screen, and is kept once it is shorter', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await newClient(page);
  const phone = page.getByLabel('Phone', { exact: true });
  await phone.fill('1'.repeat(2_000_000));
  await expect(page.getByRole('status').getByText('Not kept yet: this is too long to be kept before it is saved')).toBeVisible();
  await expect(page.getByText(/^Kept \d/)).toHaveCount(0);
  expect((await phone.inputValue()).length).toBe(2_000_000);
  expect(await keptDrafts(page)).toEqual([]);
  await phone.fill('416 555 0190');
  await expect(page.getByText(/^Kept \d/)).toBeVisible();
  await expect(page.getByText(/^Not kept yet/)).toHaveCount(0);
});

test('unfinished work is discarded after a question, and a place that is none of ours leads nowhere', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await callFrom(page, 'drafts.save', { key: 'odd', title: 'From elsewhere', place: 'https://example.org/', text: '{' });
  await callFrom(page, 'drafts.save', { key: 'new-client', title: 'New client', place: '/clients/new', text: '{"chosenName":7}' });
  await page.reload();
  await expect(pieces(page)).toHaveCount(2);
  await expect(unfinished(page).getByRole('button', { name: 'Continue: From elsewhere' })).toHaveCount(0);

  // A draft of another shape is as none for its screen.
  await unfinished(page).getByRole('button', { name: 'Continue: New client' }).click();
  await expect(page.getByLabel('Chosen name')).toHaveValue('');
  await expect(page.getByText('This is what you typed before. It is not saved yet.')).toHaveCount(0);
  await openRoom(page, 'Today');

  await unfinished(page).getByRole('button', { name: 'Discard: From elsewhere' }).click();
  const question = page.getByRole('dialog', { name: 'Discard “From elsewhere”?' });
  await expect(question).toBeVisible();
  await scan(page, 'discard, asked');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(question).toHaveCount(0);
  await expect(pieces(page)).toHaveCount(2);
  await unfinished(page).getByRole('button', { name: 'Discard: From elsewhere' }).click();
  await question.getByRole('button', { name: 'Discard it' }).click();
  await expect(pieces(page)).toHaveCount(1);
  await expect.poll(async () => (await keptDrafts(page)).map(({ key }) => key)).toEqual(['new-client']);
});
