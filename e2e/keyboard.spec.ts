import { expect, test } from './fixtures/test.ts';
import { fillAndSign } from './pages/consent.ts';
import { passphrase, practice } from './pages/door.ts';
import { openPalette } from './pages/palette.ts';

/** A day without a mouse. */

test('unlock, find a client, go through the record and lock, all by keyboard', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  // The page is gone before the key is up again.
  await app
    .page()
    .keyboard.press('Control+l')
    .catch(() => undefined);
  const page = await app.nextPage();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('zak');
  await expect(page.getByRole('dialog').getByText('Łucja Żak', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Łucja Żak' })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('Lock the');
  await expect(page.getByRole('dialog').getByText('Lock the practice')).toBeVisible();
  await page.keyboard.press('Enter');
  const locked = await app.nextPage();
  await expect(locked.getByRole('heading', { name: practice.name })).toBeVisible();
});

test('the list opens with arrows and Enter, and focus goes to the heading of the new page', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  await page.getByText('Skip to the page').focus();
  await expect(page.getByText('Skip to the page')).toBeInViewport();
  await page.getByRole('navigation', { name: 'Main' }).getByText('Clients', { exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
  await page.getByLabel('Find a client').focus();
  await page.keyboard.type('sharma');
  await expect(page.getByRole('link', { name: 'Priya Sharma' })).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(2);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Priya Sharma' })).toBeFocused();
});

test('forms are handed over, taken back, read through and signed with the keyboard alone', async ({ startApp }) => {
  test.setTimeout(180_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible({ timeout: 30_000 });
  await openPalette(page);
  await page.keyboard.type('noor');
  await expect(page.getByRole('dialog').getByText('Noor Abadi', { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Noor Abadi' })).toBeVisible();
  const press = async (name: string | RegExp, role: 'button' | 'link' = 'button'): Promise<void> => {
    await page.getByRole(role, { name }).first().focus();
    await page.keyboard.press('Enter');
  };
  await page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByText('Consent')
    .focus();
  await page.keyboard.press('Enter');
  await press('Get ready: Boundaries', 'link');
  await page.getByRole('checkbox', { name: 'Electronic records and signatures' }).focus();
  await page.keyboard.press('Space');
  await press('Hand over the screen');
  await expect(page.getByRole('heading', { level: 1, name: 'Clear boundaries for both of us' })).toBeFocused();
  // The client's part by keyboard is a story of its own: handover.spec.ts.
  await fillAndSign(page, 'Noor Abadi');
  await press('I’m the practitioner');
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Read through with Noor Abadi' })).toBeFocused();
  for (const tick of await page.getByRole('checkbox', { name: /^Read through: / }).all()) {
    await tick.focus();
    await page.keyboard.press('Space');
  }
  const own = page.getByRole('group', { name: 'Hana Lindqvist' });
  await own.getByRole('radio', { name: 'Draw' }).focus();
  await page.keyboard.press('ArrowRight');
  await own.getByRole('textbox').focus();
  await page.keyboard.type('Hana Lindqvist');
  await press('Finish');
  await expect(page.getByText('Thank you. It is signed and kept.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Boundaries' })).toBeFocused();
});
