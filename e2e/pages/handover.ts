import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { callFrom } from '../fixtures/stillpoint.ts';

/** The screen while it is a client's: from the first page of their forms to the practitioner's passphrase. */

export type Form = {
  readonly formId: string;
  readonly blanks?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, unknown>>;
};

type Reply<T> = { readonly ok: boolean; readonly value: T; readonly error?: unknown };

export const asked = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

export const clientId = async (page: Page, typed: string): Promise<string> => {
  const { clients } = await asked<{ readonly clients: readonly { readonly id: string }[] }>(page, 'clients.search', { query: typed });
  if (!clients[0]) throw new Error(`no client is found by ${typed}`);
  return clients[0].id;
};

export const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Hands the screen over; the page comes anew and shows the first form's opening. */
export const handOver = async (page: Page, typed: string, forms: readonly Form[], opening: string): Promise<string> => {
  const id = await clientId(page, typed);
  await asked(page, 'handover.begin', { clientId: id, forms });
  await expect(heading(page, opening)).toBeVisible();
  return id;
};

export const goOn = (page: Page): Promise<void> => page.getByRole('button', { name: /^(Begin|Continue)$/ }).click();

/** Marks one place of the body through the list alone. */
export const markPlace = async (page: Page, label: string, state: 'Out' | 'Ask me each time' | 'In'): Promise<void> => {
  const list = page.getByRole('region', { name: 'Places of the body' });
  await list.getByLabel('Find a place').fill(label);
  await list.getByRole('button', { name: new RegExp(`^${label}`) }).click();
  await list
    .getByRole('radiogroup', { name: new RegExp(`^${label}`) })
    .getByText(state, { exact: true })
    .click();
};

export type Kept = {
  readonly id: string;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly talk: readonly string[];
  readonly seen: readonly string[];
  readonly signatures: readonly { readonly signer: string; readonly method: string; readonly name: string }[];
  readonly page: number;
  readonly revision: number;
  readonly reviewed?: readonly string[];
};

/** What the vault holds of the forms, while the screen is the client's. */
export const kept = async (page: Page): Promise<readonly Kept[]> =>
  (await asked<{ readonly fillings: readonly Kept[] }>(page, 'handover.current', {})).fillings;

/** What came back, once the screen is the practitioner's again. */
export const returned = async (page: Page, id: string): Promise<readonly Kept[]> =>
  (await asked<{ readonly fillings: readonly Kept[] }>(page, 'handover.returned', { clientId: id })).fillings;

export const onLastPage = async (page: Page): Promise<boolean> => (await page.getByRole('button', { name: 'Not today' }).count()) > 0;

/** Goes on from page to page, each answered by `answer`, up to the form's last one. */
export const answerAll = async (page: Page, answer: (title: string) => Promise<void>): Promise<void> => {
  while (!(await onLastPage(page))) {
    const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    await answer(title);
    await goOn(page);
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
  }
};

export const drawLine = async (page: Page, name: string): Promise<void> => {
  const field = page.getByRole('group', { name }).locator('canvas');
  await field.scrollIntoViewIfNeeded();
  const box = await field.boundingBox();
  if (!box) throw new Error(`${name} has no field to sign in`);
  await page.mouse.move(box.x + box.width * 0.15, box.y + box.height * 0.6);
  await page.mouse.down();
  for (let step = 1; step <= 24; step += 1)
    await page.mouse.move(box.x + box.width * (0.15 + step * 0.026), box.y + box.height * (0.55 + 0.25 * Math.sin(step * 1.1)));
  await page.mouse.up();
};

/** The practitioner takes the screen back; the page comes anew. */
export const takeBack = async (page: Page, words: string): Promise<void> => {
  await page.getByRole('button', { name: 'I’m the practitioner' }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(words);
  await page.getByRole('button', { name: 'Take the screen back' }).click();
};
