import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { scan } from '../fixtures/scan.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { findClient } from './clients.ts';
import { clientId } from './handover.ts';

/** The intake of one client, as the practitioner goes through it. */

export const openIntakeTab = (page: Page): Promise<void> =>
  page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByRole('link', { name: 'Intake' })
    .click();

export const openIntake = async (page: Page, typed: string, name: string): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  await openIntakeTab(page);
  await expect(page.getByRole('region', { name: /^(Intake|First intake|Review \d+)$/ })).toBeVisible();
};

export const beginIntake = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Begin on this screen' }).click();
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeVisible();
};

/** The line of an item, which opens it in its place. */
export const itemLine = (page: Page, label: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^(Open|Open, to talk about|Discussed|Left for another time) ${label}`) });

/** What is opened under the line. */
export const itemRow = (page: Page, label: string): Locator => page.getByRole('listitem').filter({ has: itemLine(page, label) });

export const openItem = async (page: Page, label: string): Promise<Locator> => {
  const line = itemLine(page, label);
  if ((await line.getAttribute('aria-expanded')) !== 'true') await line.click();
  await expect(line).toHaveAttribute('aria-expanded', 'true');
  return itemRow(page, label);
};

export const saved = (page: Page): Promise<void> => expect(page.getByText(/^Saved \d/)).toBeVisible();

export type Entry = {
  readonly answer: unknown;
  readonly from: string | null;
  readonly talk: boolean;
  readonly discussedAt: string | null;
  readonly leftAt: string | null;
  readonly inWritingAt: string | null;
  readonly note: string;
};
export type Round = {
  readonly id: string;
  readonly revision: number;
  readonly number: number;
  readonly reviewedAt: string | null;
  readonly entries: Readonly<Record<string, Entry>>;
};
type Intakes = {
  readonly items: readonly { readonly id: string; readonly label: string; readonly maySkip: boolean }[];
  readonly open: Round | null;
  readonly newest: Round | null;
};
type Reply<T> = { readonly ok: boolean; readonly value: T; readonly error?: unknown };

/** What the vault holds. */
export const intakes = async (page: Page, clientId: string): Promise<Intakes> =>
  ((await callFrom(page, 'intake.ofClient', { clientId })) as Reply<Intakes>).value;

export const entry = async (page: Page, clientId: string, itemId: string): Promise<Entry | undefined> =>
  (await intakes(page, clientId)).open?.entries[itemId];

/** As if somebody else saved: behind the back of what is on the screen. */
export const saveElsewhere = async (page: Page, clientId: string, changes: Readonly<Record<string, unknown>>): Promise<void> => {
  const { open } = await intakes(page, clientId);
  const reply = (await callFrom(page, 'intake.save', { intakeId: open?.id, revision: open?.revision, changes })) as Reply<unknown>;
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
};

/** Everything that is open was talked about, said at once. */
export const discussAll = async (page: Page, clientId: string): Promise<void> => {
  const { items, open } = await intakes(page, clientId);
  const left = items.filter((item) => !open?.entries[item.id]?.discussedAt && !open?.entries[item.id]?.leftAt);
  await saveElsewhere(page, clientId, Object.fromEntries(left.map((item) => [item.id, { discussed: true }])));
};

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

export const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
  return { app, page: app.page() };
};

export const begun = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page; readonly id: string }> => {
  const { app, page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openIntake(page, 'lucja', 'Łucja Żak');
  await beginIntake(page);
  return { app, page, id };
};

/** From the top: a line half under the parts that stay in view is no target that is too small. */
export const scanFromTop = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate(() => document.querySelector('.client-work')?.scrollTo(0, 0));
  await scan(page, screen);
};

export const safety = (page: Page) => page.getByRole('complementary', { name: 'Safety card' });
