import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Page } from 'playwright-core';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, findClient, openRoom } from './pages/clients.ts';
import { chooseKit, keepKit, makePractice, passphrase, practice, recover, shownGroups, unlock } from './pages/door.ts';

/** A forgotten passphrase, a sheet of paper, and the practice is open again. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-kit-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

const chosen = 'seven lanterns over water';

/** A slip of the pen: another character of the same alphabet. */
const withSlip = (group: string): string => `${group.startsWith('7') ? '8' : '7'}${group.slice(1)}`;

const opensNot = async (page: Page, words: string): Promise<void> => {
  await unlock(page, words);
  await expect(page.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
};

const openPassphraseSettings = async (page: Page): Promise<void> => {
  await openRoom(page, 'Settings');
  await page.getByRole('link', { name: 'Passphrase' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Passphrase' })).toBeVisible();
};

test('the Kit is made, saved, and opens the practice with a new passphrase', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  const page = app.page();
  const sheet = join(folder, 'Kit.pdf');
  let groups: readonly string[] = [];

  await test.step('make the practice and keep its Kit', async () => {
    await makePractice(
      page,
      async () => undefined,
      async () => {
        await scan(page, 'Kit, offered');
        await fitsEverywhere(page, 'Kit, offered');
        await app.answerSaveDialog(sheet);
        groups = await keepKit(page, async () => {
          await expect(page.getByRole('heading', { name: 'Your Recovery Kit' })).toBeFocused();
          await page.getByRole('button', { name: 'Go on' }).click();
          await expect(page.getByRole('alert').first()).toContainText('Print it or write it down first, then tick this');
          await scan(page, 'Kit, made');
          await fitsEverywhere(page, 'Kit, made');
        });
      },
    );
    await expect(page.getByText('Make the Recovery Kit')).toHaveCount(0);
    expect(groups).toEqual(Array.from({ length: 8 }, () => expect.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}$/)));
    expect((await app.suggestedNames()).map((path) => basename(path))).toEqual(['Recovery Kit.pdf']);
    const text = pdfText(sheet);
    expect(groups.filter((group) => !text.replaceAll(' ', '').includes(group))).toEqual([]);
    expect(text).toContain(practice.name);
    expect(pdfFacts(sheet)).toEqual({ pages: 1, tagged: true, fontsEmbedded: true, sound: true });
    await addClient(page, { chosenName: 'Maya Rosario' });
  });

  await app.pressLock();
  const locked = await app.nextPage();
  await test.step('a slip is named by its group, and counts are said', async () => {
    await chooseKit(locked);
    await expect(locked.getByRole('heading', { name: practice.name })).toBeFocused();
    await scan(locked, 'recovery, empty');
    const code = locked.getByLabel('Code of the Recovery Kit');
    await recover(locked, groups.slice(0, 7).join(' '), chosen);
    await expect(locked.getByText('The code has 40 characters; 35 are here so far').first()).toBeVisible();
    await recover(locked, `${groups.join(' ')} K7`, chosen);
    await expect(locked.getByText('The code has 40 characters; 42 are here, which is too many').first()).toBeVisible();
    await recover(locked, groups.map((group, index) => (index === 2 ? withSlip(group) : group)).join(' '), chosen);
    await expect(locked.getByText('Group 3 has a slip. Look at it once more.').first()).toBeVisible();
    await expect(code).toBeFocused();
    await scan(locked, 'recovery with a slip');
    await fitsEverywhere(locked, 'recovery with a slip');
    await recover(locked, groups.map((group, index) => (index === 2 || index === 4 ? withSlip(group) : group)).join(' '), chosen);
    await expect(locked.getByText('Groups 3 and 5 have a slip. Look at them once more.').first()).toBeVisible();
  });

  await test.step('by keyboard: back, in again, and the right code opens', async () => {
    await locked.getByRole('button', { name: 'Back to the passphrase' }).focus();
    await locked.keyboard.press('Enter');
    await expect(locked.getByLabel('Passphrase', { exact: true })).toBeFocused();
    for (const name of ['Show the passphrase', 'Unlock', 'Use the Recovery Kit']) {
      await locked.keyboard.press('Tab');
      await expect(locked.getByRole('button', { name })).toBeFocused();
    }
    await locked.keyboard.press('Enter');
    await expect(locked.getByLabel('Code of the Recovery Kit')).toHaveValue('');
    await locked.keyboard.press('Tab');
    await locked.keyboard.type(groups.join('-').toLowerCase());
    await locked.keyboard.press('Tab');
    await locked.keyboard.type(chosen);
    await locked.keyboard.press('Tab');
    await locked.keyboard.press('Tab');
    await locked.keyboard.type(chosen);
    await locked.keyboard.press('Enter');
    await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
    await findClient(locked, 'rosar');
    await expect(locked.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
  });

  await test.step('from then on the new passphrase opens, the old one not', async () => {
    await app.powerEvent('suspend');
    const again = await app.nextPage();
    await opensNot(again, passphrase);
    await unlock(again, chosen);
    await expect(again.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  });
});

test('Settings change the passphrase and make a Kit; one that is no longer valid opens nothing', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();

  await test.step('change the passphrase', async () => {
    await expect(page.getByRole('link', { name: 'Make it in Settings' })).toBeVisible();
    await openPassphraseSettings(page);
    await scan(page, 'settings, passphrase');
    await fitsEverywhere(page, 'settings, passphrase');
    const change = page.getByRole('button', { name: 'Change the passphrase' });
    await change.click();
    await expect(page.getByRole('alert').first()).toContainText('Type the present passphrase');
    await scan(page, 'settings, passphrase with errors');
    await page.getByLabel('Present passphrase').fill('not the one at all');
    await page.getByLabel('New passphrase', { exact: true }).fill(chosen);
    await page.getByLabel('The same passphrase once more').fill(chosen);
    await change.click();
    await expect(page.getByText('This is not the present passphrase').first()).toBeVisible();
    await page.getByLabel('Present passphrase').fill(passphrase);
    await change.click();
    await expect(page.getByText('The passphrase is changed.', { exact: false }).first()).toBeVisible();
    await expect(page.getByLabel('Present passphrase')).toHaveValue('');
    await expect(page.getByLabel('New passphrase', { exact: true })).toHaveValue('');
  });

  const make = async (name: string): Promise<string> => {
    await page.getByRole('button', { name }).click();
    await expect(page.getByLabel('Your passphrase')).toBeFocused();
    await page.getByLabel('Your passphrase').fill(chosen);
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('heading', { name: 'The new code' })).toBeFocused();
    return (await shownGroups(page)).join(' ');
  };
  let older = '';
  await test.step('make a Kit, then a new one', async () => {
    older = await make('Make the Recovery Kit');
    await scan(page, 'settings, Kit made');
    await fitsEverywhere(page, 'settings, Kit made');
    await app.answerSaveDialog(null);
    await page.getByRole('button', { name: 'Save as PDF' }).click();
    await expect(page.getByRole('button', { name: 'Save as PDF' })).toBeEnabled();
    await page.getByRole('button', { name: 'Hide the code' }).click();
    await expect(page.getByText(older.slice(0, 5))).toHaveCount(0);
    await page.getByRole('button', { name: 'Make a new Recovery Kit' }).click();
    await expect(page.getByText('An older Kit no longer opens the practice from then on')).toBeVisible();
    await scan(page, 'settings, new Kit asked for');
    await page.getByRole('button', { name: 'Leave it as it is' }).click();
    expect(await make('Make a new Recovery Kit')).not.toBe(older);
    await openRoom(page, 'Today');
    await expect(page.getByText('Make the Recovery Kit')).toHaveCount(0);
  });

  await test.step('the older Kit and the old passphrase open nothing; tries are slowed', async () => {
    await app.pressLock();
    const locked = await app.nextPage();
    await opensNot(locked, passphrase);
    await chooseKit(locked);
    for (let tries = 0; tries < 2; tries += 1) {
      await recover(locked, older, 'another four words here');
      await expect(locked.getByText('That code did not open the practice', { exact: false }).first()).toBeVisible();
      await expect(locked.getByRole('button', { name: 'Open the practice' })).toBeVisible();
    }
    await expect(locked.getByText(/You can try again in \d+ second/).last()).toBeVisible();
    await scan(locked, 'recovery, waiting');
    await locked.getByRole('button', { name: 'Back to the passphrase' }).click();
    await expect(locked.getByRole('button', { name: 'Unlock' })).toBeEnabled({ timeout: 30_000 });
    await unlock(locked, chosen);
    await expect(locked.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  });
});
