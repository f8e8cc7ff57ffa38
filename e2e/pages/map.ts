import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { openConsents } from './consent.ts';
import { clientId, heading } from './handover.ts';

/** A client's body map in the practitioner's window. */

type StartApp = (options?: { readonly demo?: boolean; readonly forcedColors?: 'active' }) => Promise<App>;
type Open = { readonly app: App; readonly page: Page; readonly id: string };

export const demo = async (
  startApp: StartApp,
  typed: string,
  more: { readonly forcedColors?: 'active'; readonly idleSeconds?: number } = {},
): Promise<Open> => {
  const app = await startApp({ demo: true, ...more });
  const page = app.page();
  await expect(heading(page, 'Today')).toBeVisible({ timeout: 30_000 });
  return { app, page, id: await clientId(page, typed) };
};

export const ask = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: T; readonly error?: unknown };
  expect([name, reply.error]).toEqual([name, undefined]);
  return reply.value;
};

type Area = { readonly state: string; readonly ceiling: number };
export type KeptMap = {
  readonly id: string;
  readonly source: string;
  readonly ceiling: number;
  readonly areas: Readonly<Record<string, Area>>;
  readonly words: string;
};

export const mapOf = async (page: Page, clientId: string): Promise<KeptMap | null> =>
  (await ask<{ readonly map: KeptMap | null }>(page, 'consentMap.get', { clientId })).map;

type Allowed = {
  readonly areas: readonly { readonly code: string; readonly holds: string; readonly reasons: readonly { code: string }[] }[];
};

/** What holds at one place today, and the codes of the reasons. */
export const holdsAt = async (page: Page, clientId: string, code: string): Promise<readonly [string, readonly string[]]> => {
  const { areas } = await ask<Allowed>(page, 'consentMap.allowed', { clientId });
  const area = areas.find((one) => one.code === code);
  if (!area) throw new Error(`${code} is not among the places`);
  return [area.holds, area.reasons.map((reason) => reason.code)];
};

/** The map as another window would save it. */
export const setElsewhere = async (page: Page, clientId: string, ceiling: number, areas: Readonly<Record<string, Area>>): Promise<void> => {
  const before = await mapOf(page, clientId);
  await ask(page, 'consentMap.set', { clientId, basedOn: before?.id ?? null, ceiling, areas });
};

export const withdrawElsewhere = (page: Page, clientId: string, ...areas: readonly string[]): Promise<unknown> =>
  ask(page, 'consentMap.withdraw', { clientId, areas });

export const openMap = async (page: Page, typed: string, name: string): Promise<void> => {
  await openConsents(page, typed, name);
  await page.getByRole('link', { name: 'Open the map' }).click();
  await expect(heading(page, 'Body map')).toBeVisible();
  await expect(place(page, 'F-PALM-L')).toBeVisible();
};

export const changeTogether = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: /^(Change together|Make it together)$/ }).click();
  await expect(heading(page, /^(Change the map together|Make a map together)$/)).toBeVisible();
  await expect(page.getByRole('radio', { name: 'No contact' })).toBeVisible();
};

/** A place on the figure. */
export const place = (page: Page, code: string): Locator => page.getByRole('option').and(page.locator(`[data-code="${code}"]`));

export const list = (page: Page): Locator => page.getByRole('region', { name: 'Places of the body' });
export const panel = (page: Page): Locator => page.getByRole('region', { name: 'The chosen place' });

/** A place in the list. */
export const row = (page: Page, code: string): Locator =>
  list(page)
    .getByRole('listitem')
    .and(page.locator(`[data-code="${code}"]`));

export const mark = (page: Page, code: string, state: 'Out' | 'Ask each time' | 'In'): Promise<void> =>
  row(page, code).getByText(state, { exact: true }).last().click();

export const saveMap = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Save as the new map' }).click();
  await expect(page.getByText('The new map counts from now on')).toBeVisible();
  await expect(heading(page, 'Body map')).toBeVisible();
};

/** What the new map would change, as it stands under the chart. */
export const summary = (page: Page): Locator => page.getByRole('region', { name: 'What this changes' });

/** Goes on with Tab, as someone without a mouse does, until this has the focus. */
export const tabTo = async (page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> => {
  for (let step = 0; step < 60; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement).catch(() => false)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
};
