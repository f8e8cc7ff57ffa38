import type { Page } from 'playwright-core';
import { expect, test } from './fixtures/test.ts';
import { passphrase, practice } from './pages/door.ts';

/** A day without a mouse. */

const openPalette = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('textbox', { name: 'Find a client, an action or a page' })).toBeFocused();
};

test('unlock, find a client, go through the record and lock, all by keyboard', async ({ startApp }) => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today' })).toBeVisible();
  // The page is gone before the key is up again.
  await app
    .page()
    .keyboard.press('Control+l')
    .catch(() => undefined);
  const page = await app.nextPage();
  await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
  await page.keyboard.type(passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();

  await openPalette(page);
  await page.keyboard.type('zak');
  await expect(page.getByRole('dialog').getByText('Łucja Żak')).toBeVisible();
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
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
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

test('the form is read, answered and signed with the keyboard alone', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp({ demo: true });
  const page = app.page();
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('noor');
  await expect(page.getByRole('dialog').getByText('Noor Abadi')).toBeVisible();
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
  await press('Sign consent', 'link');
  await press('Begin');
  const goOn = async (heading: string): Promise<void> => {
    await press(/^(Begin|Continue)$/);
    await expect(page.getByRole('heading', { level: 1, name: heading })).toBeFocused();
  };
  await expect(page.getByRole('heading', { level: 1, name: 'Saying yes to bodywork' })).toBeFocused();
  await goOn('Who provides it');
  await goOn('Purpose today');
  await page.getByLabel('I’d rather not say').focus();
  await page.keyboard.press('Space');
  await goOn('What will happen');
  await goOn('Areas');
  await press('Leave everything out');
  await goOn('Contact level');
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await goOn('Clothing and draping');
  await page.getByRole('radio').first().focus();
  await page.keyboard.press('Space');
  await goOn('Possible benefits');
  for (const heading of ['Other choices', 'Health information', 'Free choice']) {
    for (const initials of await page.getByLabel(/^Your initials for/).all()) {
      await initials.focus();
      await page.keyboard.type('NA');
    }
    for (const agree of await page.getByRole('button', { name: 'I agree', exact: true }).all()) {
      await agree.focus();
      await page.keyboard.press('Enter');
    }
    await goOn(heading);
  }
  for (const agree of await page.getByRole('button', { name: 'I agree', exact: true }).all()) {
    await agree.focus();
    await page.keyboard.press('Enter');
  }
  await press('Continue');
  for (const [name, typed] of [
    ['Noor Abadi', 'Noor Abadi'],
    ['Hana Lindqvist', 'Hana Lindqvist'],
  ] as const) {
    const field = page.getByRole('group', { name: new RegExp(name) });
    await field.getByRole('radio', { name: 'Draw' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.getByLabel(new RegExp(`^Full name of ${name}`)).focus();
    await page.keyboard.type(typed);
  }
  await press('Finish');
  await expect(page.getByRole('heading', { name: 'Thank you' })).toBeFocused();
});
