import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from './fixtures/app.ts';
import { scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, fillClient, findClient, openRoom } from './pages/clients.ts';
import { answerPage, consentOpening, getReady, handBack, handOverTo, openConsentTab, readThrough } from './pages/consent.ts';
import { passphrase, unlock } from './pages/door.ts';
import { answerAll, drawLine } from './pages/handover.ts';

/** What happens when something is wrong: said in words, with nothing lost. */

type StartApp = (options?: { readonly demo?: boolean; readonly data?: string }) => Promise<App>;

const demo = async (startApp: StartApp) => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  return { app, page: app.page() };
};

test('a client form says beside each field what is wrong, and keeps what was typed', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Add a client' }).first().click();
  await fillClient(page, { chosenName: '   ', birthDate: '31 4 1988', email: 'not mail', pronouns: 'x'.repeat(201) });
  await page.getByRole('button', { name: 'Save client' }).click();

  const summary = page.getByRole('alert').or(page.locator('.summary')).first();
  await expect(summary).toBeFocused();
  await expect(summary).toContainText('4 things to look at before this is saved');
  await expect(summary).toContainText('31 April is not a day in the calendar');
  await expect(summary).toContainText('At most 200 characters fit here; it has 201 now');
  await scan(page, 'new client with errors');
  await summary.getByText('31 April').click();
  await expect(page.getByLabel('Birth date', { exact: true })).toBeFocused();

  await openRoom(page, 'Today');
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Add a client' }).first().click();
  await expect(page.getByLabel('E-mail', { exact: true })).toHaveValue('not mail');
  await fillClient(page, { chosenName: 'Théodora 🌿', birthDate: '30 4 1988', email: '', pronouns: '' });
  await page.getByRole('button', { name: 'Save client' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Théodora 🌿' })).toBeVisible();
  await findClient(page, 'theodora');
  await expect(page.getByRole('link', { name: 'Théodora 🌿' })).toBeVisible();
});

test('someone who saved meanwhile is shown beside what was typed, and nothing is overwritten', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await findClient(page, 'bea');
  await page.getByRole('link', { name: 'Bea', exact: true }).click();
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Pronouns').fill('she/they');
  const found = (await callFrom(page, 'clients.search', { query: 'bea' })) as { value: { clients: { id: string }[] } };
  const id = found.value.clients[0]?.id;
  const client = ((await callFrom(page, 'clients.get', { id })) as { value: Record<string, unknown> }).value;
  const { id: _id, version, createdAt: _c, updatedAt: _u, archivedAt: _a, inError: _e, stopRehearsedAt: _s, ...details } = client;
  expect(
    await callFrom(page, 'clients.update', { id, version, details: { ...details, pronouns: 'they/them', phone: '416 555 0111' } }),
  ).toMatchObject({ ok: true });
  await page.getByLabel('Phone', { exact: true }).fill('416 555 0122');
  await page.getByRole('button', { name: 'Save client' }).click();
  await expect(page.getByText('Someone saved this while you were typing')).toBeVisible();
  await expect(page.getByText('they/them').first()).toBeVisible();
  await expect(page.getByText('she/they').first()).toBeVisible();
  await scan(page, 'conflict');
  await page.getByRole('button', { name: 'Keep all of mine' }).click();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByText('she/they')).toBeVisible();
  expect(await callFrom(page, 'clients.get', { id })).toMatchObject({ value: { pronouns: 'she/they', phone: '416 555 0122' } });
});

test('a vault process that dies is said, and what was acknowledged is there', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await addClient(page, { chosenName: 'Saved Before' });
  app.killVault();
  const after = await app.nextPage();
  await expect(after.getByText('Stillpoint had to close the practice. What was saved is safe; unlock to go on.')).toBeVisible();
  await scan(after, 'unlock after the vault ended');
  await unlock(after, passphrase);
  await findClient(after, 'saved before');
  await expect(after.getByRole('link', { name: 'Saved Before' })).toBeVisible();
});

test('a page that reloads comes back to the open practice', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openRoom(page, 'Clients');
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
  await findClient(page, 'maya');
  await expect(page.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
});

test('a character no font has is named before signing, with what would be printed', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await addClient(page, { chosenName: 'Wren 🦄', stopWord: 'amber' });
  await openConsentTab(page);
  await getReady(page, 'Consent to bodywork');
  await handOverTo(page, consentOpening);
  await answerAll(page, () => answerPage(page));
  await expect(page.getByText('[unicorn]').first()).toBeVisible();
  await page.getByRole('button', { name: 'Print it that way' }).click();
  await drawLine(page, 'Wren');
  await page.getByRole('button', { name: 'Finish' }).click();
  await handBack(page);
  await readThrough(page);
  // What the client agreed to be printed is not asked again; what the practitioner types now is.
  const own = page.getByRole('group', { name: 'Hana Lindqvist' });
  await own.getByText('Type', { exact: true }).click();
  await own.getByRole('textbox').fill('Hana 🦉');
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByText('Some characters cannot be printed')).toBeVisible();
  await expect(page.getByText('[owl]').first()).toBeVisible();
  await scan(page, 'unprintable characters');
  await page.getByRole('button', { name: 'Print it that way' }).click();
  await expect(page.getByText('Thank you. It is signed and kept.')).toBeVisible();
});

test('wrong passphrases wait longer, and the right one opens after the wait', async ({ startApp }) => {
  const { app } = await demo(startApp);
  await app.pressLock();
  const page = await app.nextPage();
  for (const wrong of ['one wrong try', 'two wrong tries', 'three wrong tries']) {
    await unlock(page, wrong);
    await expect(page.getByText('That did not open the practice', { exact: false }).first()).toBeVisible();
    await expect(page.getByLabel('Passphrase', { exact: true })).toHaveValue('');
  }
  await expect(
    page
      .locator('form')
      .getByText(/You can try again in \d+ second/)
      .last(),
  ).toBeVisible();
  await scan(page, 'unlock, waiting');
  await expect(page.getByRole('button', { name: 'Unlock' })).toBeEnabled();
  await unlock(page, passphrase);
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
});

const harms: readonly (readonly [string, string, (data: string) => void])[] = [
  ['the database gone', 'The database of the practice is not in its folder', (data) => rmSync(join(data, 'practice.db'))],
  [
    'both headers damaged',
    'The key file of the practice is damaged',
    (data) => {
      writeFileSync(join(data, 'practice.header.json'), '{');
      writeFileSync(join(data, 'practice.header.copy.json'), '');
    },
  ],
  [
    'a newer version',
    'The practice was made by a newer Stillpoint',
    (data) =>
      writeFileSync(join(data, 'practice.header.json'), JSON.stringify({ format: 'stillpoint-practice', version: 2, generation: 2 })),
  ],
];
for (const [what, title, harm] of harms) {
  test(`${what} is said in its own words, and nobody offers to delete`, async ({ startApp }) => {
    const { app } = await demo(startApp);
    const { data } = app;
    await app.pressLock();
    const locked = await app.nextPage();
    harm(data);
    app.killVault();
    const page = await app.nextPage();
    expect(page).not.toBe(locked);
    await expect(page.getByRole('heading', { name: title })).toBeVisible();
    await scan(page, title);
    expect(await page.locator('body').textContent()).not.toMatch(/delete|start over|new practice|erase|remove/i);
  });
}
