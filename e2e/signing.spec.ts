import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { findClient } from './pages/clients.ts';
import { answerAll, beginSigning, draw, finish, openConsentTab, typeName } from './pages/signing.ts';

/** What must not happen while a form is read and signed: nothing old stays valid, nothing is skipped, cut or signed twice. */

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

const begun = async (startApp: StartApp): Promise<Page> => {
  const app = await startApp({ demo: true });
  const page = app.page();
  await findClient(page, 'noor');
  await page.getByRole('link', { name: 'Noor Abadi' }).click();
  await beginSigning(page);
  return page;
};

const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: /^(Begin|Continue)$/ }).click();
const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

const toPurpose = async (page: Page): Promise<void> => {
  await goOn(page);
  await expect(heading(page, 'Who provides it')).toBeVisible();
  await goOn(page);
  await expect(heading(page, 'Purpose today')).toBeVisible();
};

const signBoth = async (page: Page): Promise<void> => {
  await draw(page, 'Noor Abadi');
  await typeName(page, 'Hana Lindqvist', 'Hana Lindqvist');
  await expect(page.getByRole('button', { name: 'Finish' })).toBeEnabled();
};

const noor = async (page: Page): Promise<Record<string, unknown> & { readonly id: string }> => {
  const found = (await callFrom(page, 'clients.search', { query: 'noor' })) as { value: { clients: { id: string }[] } };
  const client = (await callFrom(page, 'clients.get', { id: found.value.clients[0]?.id })) as { value: { id: string } };
  return client.value;
};

test('an answer given differently takes every signature away, and one signature takes the one below it', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await begun(startApp);
  await answerAll(page);
  await signBoth(page);
  await page
    .getByRole('group', { name: /Noor Abadi/ })
    .getByRole('button', { name: 'Clear' })
    .click();
  await expect(page.getByText('2 signatures to go')).toBeVisible();
  await signBoth(page);

  await page.getByRole('button', { name: 'Change: Purpose today' }).click();
  await page.getByRole('textbox').first().fill('To sleep through the night');
  await answerAll(page);
  await expect(page.getByText('Something changed. Please sign again.')).toBeVisible();
  await expect(page.getByText('2 signatures to go')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await draw(page, 'Noor Abadi');
  await expect(page.getByText('Something changed. Please sign again.')).toHaveCount(0);
});

test('going back in the history asks first, and leads nowhere after the thanks', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await begun(startApp);
  await toPurpose(page);
  await page.evaluate(() => history.back());
  await expect(page.getByRole('dialog', { name: 'Stop for today?' })).toBeVisible();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(heading(page, 'Purpose today')).toBeVisible();
  await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(0);

  await answerAll(page);
  await signBoth(page);
  await finish(page);
  await expect(heading(page, 'Thank you')).toBeVisible();
  // There and back again: without the second move this never ends.
  await page.evaluate(async () => {
    const moved = (): Promise<void> => new Promise((done) => addEventListener('popstate', () => done(), { once: true }));
    const away = moved();
    history.back();
    await away;
    await moved();
  });
  await expect(heading(page, 'Thank you')).toBeVisible();
  await page.getByRole('button', { name: 'Done' }).click();
  await expect(page.getByRole('heading', { name: 'Signed consents, newest first' })).toBeFocused();
  await page.evaluate(async () => {
    const moved = new Promise((done) => addEventListener('popstate', done, { once: true }));
    history.back();
    await moved;
  });
  await expect(page.getByRole('heading', { name: 'Signed consents, newest first' })).toBeVisible();
});

test('a double click turns one page, and a page that has just come takes no tap', async ({ startApp }) => {
  const page = await begun(startApp);
  await page.getByRole('button', { name: 'Begin' }).dblclick();
  await expect(heading(page, 'Who provides it')).toBeVisible();
  await page.getByRole('button', { name: 'Continue' }).dblclick();
  await expect(heading(page, 'Purpose today')).toBeVisible();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(heading(page, 'Who provides it')).toBeVisible();
  const reach = await page.evaluate(async () => {
    document.querySelector<HTMLElement>('.flow-go')?.click();
    await Promise.resolve();
    const button = document.querySelector('.flow-go');
    return { title: document.querySelector('h1')?.textContent, pointer: button && getComputedStyle(button).pointerEvents };
  });
  expect(reach).toEqual({ title: 'Purpose today', pointer: 'none' });
});

test('what is too long is said beside its field, whole, and nothing goes on', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await begun(startApp);
  await toPurpose(page);
  const words = page.getByRole('textbox').first();
  await words.fill('x'.repeat(20_001));
  await expect(page.getByText('At most 20000 characters fit here; it has 20001 now')).toBeVisible();
  await goOn(page);
  await expect(words).toBeFocused();
  await expect(words).toHaveValue('x'.repeat(20_001));
  await answerAll(page);
  await typeName(page, 'Noor Abadi', 'N'.repeat(201));
  await expect(page.getByText('At most 200 characters fit here; it has 201 now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await page.getByRole('button', { name: 'Not today' }).click();
  await page.getByRole('button', { name: 'Stop, keep nothing' }).click();
  await findClient(page, 'y'.repeat(501));
  await expect(page.getByText('At most 500 characters fit here; it has 501 now')).toBeVisible();
});

test('two presses on Finish in one task sign once', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await begun(startApp);
  await answerAll(page);
  await signBoth(page);
  await page.getByRole('button', { name: 'Finish' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  await expect(heading(page, 'Thank you')).toBeVisible();
  const { id } = await noor(page);
  const kept = (await callFrom(page, 'consent.ofClient', { clientId: id })) as { value: { consents: unknown[] } };
  expect(kept.value.consents).toHaveLength(1);
});

test('a signing gone on with later shows the form as it reads now, and keeps the answers', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = await begun(startApp);
  await toPurpose(page);
  await page.getByRole('textbox').first().fill('To sleep through the night');
  // Past the question that leaving asks, as a fault of the page would.
  await page.evaluate(() => history.pushState({}, '', '#/clients'));
  await expect(heading(page, 'Clients')).toBeVisible();
  const { id, version, createdAt: _c, updatedAt: _u, archivedAt: _a, ...details } = await noor(page);
  expect(await callFrom(page, 'clients.update', { id, version, details: { ...details, stopWord: 'marmalade' } })).toMatchObject({
    ok: true,
  });

  await findClient(page, 'noor');
  await page.getByRole('link', { name: 'Noor Abadi' }).click();
  await openConsentTab(page);
  await page.getByRole('link', { name: 'Sign consent' }).click();
  await expect(page.getByText('The words of the form have changed since', { exact: false })).toBeVisible();
  await page.getByRole('button', { name: 'Begin' }).click();
  await expect(page.getByText('The words of this form have changed')).toBeVisible();
  await toPurpose(page);
  await expect(page.getByRole('textbox').first()).toHaveValue('To sleep through the night');
  let seen = false;
  await answerAll(page, async () => {
    seen ||= (await page.getByText('the word “marmalade”', { exact: false }).count()) > 0;
  });
  expect(seen).toBe(true);
});
