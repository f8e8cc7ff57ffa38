import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient } from './pages/clients.ts';
import { makePractice, practice } from './pages/door.ts';
import { clientId, heading } from './pages/handover.ts';
import { openSection } from './pages/settings.ts';

/** Crisis numbers, which a person checks for the place before anyone is shown them; and the cards that show them. */

type Settings = { readonly value: { readonly saved: Readonly<Record<string, string>> | null; readonly version: number } };

test('crisis numbers are taken over, checked by a person, and asked for again in another place', async ({ startApp }) => {
  const app = await startApp();
  const page = app.page();
  await makePractice(page);
  await openSection(page, 'Crisis numbers');
  await expect(page.getByText('Not checked yet for Ontario, Canada')).toBeVisible();

  await test.step('nothing is saved unchecked', async () => {
    await page.getByRole('button', { name: 'Save as checked' }).press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Emergency number' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button')).toHaveText([/^Emergency number: /, /^Crisis line: /, /^Checked: /]);
    await scan(page, 'crisis numbers to check');
    await fitsEverywhere(page, 'crisis numbers to check');
    await page.getByRole('button', { name: 'Take these over' }).press('Enter');
    await expect(page.getByLabel('Emergency number')).toBeFocused();
    await expect(page.getByLabel('Emergency number')).toHaveValue('911');
    await page.getByLabel('Checked on').fill('1 1 2099');
    await page.getByRole('button', { name: 'Save as checked' }).press('Enter');
    await expect(page.getByRole('alert').getByRole('button')).toHaveText([/^Checked on: This day is still to come/, /^Checked: /]);
  });

  await test.step('the person who checked them is named beside the day', async () => {
    await page.getByLabel('Checked on').fill('2 11 2024');
    await page.getByRole('checkbox', { name: /^I called each number/ }).press('Space');
    await page.getByRole('button', { name: 'Save as checked' }).press('Enter');
    await expect(page.getByText(`Checked for Ontario, Canada on November 2, 2024 by ${practice.practitioner}`)).toBeVisible();
    await expect(page.getByText('That is more than a year ago.', { exact: false })).toBeVisible();
    await expect(page.getByRole('checkbox', { name: /^I called each number/ })).not.toBeChecked();
    await scan(page, 'crisis numbers due again');
  });

  await test.step('someone else saved meanwhile', async () => {
    const { version } = ((await callFrom(page, 'crisis.settings', {})) as Settings).value;
    const numbers = { emergency: '911', crisis: '9-8-8', text: '', note: 'as called' };
    await page.getByLabel('Note').fill('mine');
    await callFrom(page, 'crisis.set', { version, numbers, checkedOn: '2025-01-05', confirmed: true });
    await page.getByRole('checkbox', { name: /^I called each number/ }).check();
    await page.getByRole('button', { name: 'Save as checked' }).click();
    await expect(page.getByRole('alert')).toContainText('Someone saved other numbers meanwhile');
    await expect(page.getByRole('alert')).toContainText('as called');
    await page.getByRole('button', { name: 'Save as checked' }).click();
    await expect(page.getByText('as called')).toHaveCount(0);
    expect(((await callFrom(page, 'crisis.settings', {})) as Settings).value.saved).toMatchObject({ emergency: '911', note: 'mine' });
  });

  await test.step('another place has its own', async () => {
    const profile = (await callFrom(page, 'profile.get', {})) as { readonly value: Readonly<Record<string, unknown>> };
    const { version, role: _role, ...details } = profile.value;
    await callFrom(page, 'profile.update', { version, details: { ...details, place: 'NZ' } });
    await expect(page.getByText('Not checked yet for New Zealand')).toBeVisible();
    await expect(page.getByText('Nobody has checked these yet.')).toBeVisible();
    await expect(page.getByLabel('Emergency number')).toHaveValue('');
  });
});

test('cards stand before everything one after another, and what was typed under them is still there', async ({ startApp }) => {
  const page = (await startApp()).page();
  await makePractice(page);
  await addClient(page, { chosenName: 'Noor Abadi' });
  await addClient(page, { chosenName: 'Łucja Żak' });
  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Pronouns').fill('she/her');
  const found = async (typed: string, itemId: string): Promise<void> => {
    const input = { clientId: await clientId(page, typed), itemId, words: 'seen on arrival' };
    expect(await callFrom(page, 'health.add', input)).toMatchObject({ ok: true });
  };
  await found('lucja', 'chest-pain');
  await found('noor', 'phlebitis');

  await test.step('the oldest first, with no number that nobody checked', async () => {
    await expect(heading(page, 'Please read this first')).toBeFocused();
    const card = page.getByRole('dialog');
    await expect(card.getByText('2 crisis cards, one after another')).toBeVisible();
    await expect(card).toContainText('Łucja Żak');
    await expect(card).toContainText('do not leave them alone');
    await expect(card).toContainText('Seen or heard by the practitioner');
    await expect(card).toContainText('Not checked yet for Ontario, Canada: use the emergency number of your place.');
    await expect(card.getByRole('definition')).toHaveCount(0);
    await scan(page, 'a crisis card without numbers');
  });

  await test.step('what joined it while it was read is read as well', async () => {
    const lucja = await clientId(page, 'lucja');
    await page.getByLabel('What was done').fill('The emergency number was called.');
    await page.evaluate(async (id) => {
      const { stillpoint } = window as unknown as { stillpoint: { call(name: string, input: unknown): Promise<unknown> } };
      await stillpoint.call('health.add', { clientId: id, itemId: 'suicidal-intent', words: '' });
      document.querySelector<HTMLButtonElement>('.crisis-read button[type=submit]')?.click();
    }, lucja);
    const card = page.getByRole('dialog');
    await expect(card.getByText('This card says more by now')).toBeVisible();
    await expect(card).toContainText('Łucja Żak');
    await expect(card.getByRole('heading', { name: 'What was answered, and what to do' })).toBeFocused();
    await expect(card.locator('.crisis-found > li')).toHaveCount(2);
    await expect(page.getByLabel('What was done')).toHaveValue('The emergency number was called.');
    await scan(page, 'a crisis card that says more');
  });

  await test.step('then the other, and then the page as it was', async () => {
    await page.getByRole('button', { name: 'I have read this' }).press('Enter');
    await expect(page.getByRole('dialog')).toContainText('Noor Abadi');
    await expect(heading(page, 'Please read this first')).toBeFocused();
    await expect(page.getByLabel('What was done')).toHaveValue('');
    await page.getByRole('button', { name: 'I have read this' }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByLabel('Pronouns')).toHaveValue('she/her');
  });
});
