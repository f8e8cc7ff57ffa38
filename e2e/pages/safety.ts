import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { fits } from '../fixtures/scan.ts';
import { ask } from './map.ts';

/** The safety card beside a client, and health questions answered behind the window's back. */

export const card = (page: Page): Locator => page.getByRole('complementary', { name: 'Safety card' });

/** One thing the card says, by what it is about. */
export const line = (page: Page, label: string): Locator =>
  card(page)
    .locator('.safety-line')
    .filter({ has: page.getByRole('term').getByText(label, { exact: true }) });

type Item = { readonly id: string; readonly condition: string; readonly kind: string; readonly action: string };
type Content = { readonly items: readonly Item[]; readonly sections: readonly { id: string; questions: readonly { id: string }[] }[] };

/** What can be found by a question and brings up no crisis card, in the order it is asked. */
export const quietItems = async (page: Page, ...kinds: readonly string[]): Promise<readonly Item[]> => {
  const { items, sections } = await ask<Content>(page, 'health.content', {});
  const asked = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  return items.filter(({ id, kind, action }) => kinds.includes(kind) && !['P4', 'P5'].includes(action) && asked.includes(id));
};

/** All health questions gone through: a yes to these, these left blank, a no to every other. */
export const answerHealth = async (page: Page, clientId: string, yes: readonly string[], blank: readonly string[] = []): Promise<void> => {
  const { sections } = await ask<Content>(page, 'health.content', {});
  const questions = sections.flatMap((section) => section.questions.map(({ id }) => id)).filter((id) => !blank.includes(id));
  const { id, revision } = await ask<{ readonly id: string; readonly revision: number }>(page, 'health.start', { clientId });
  await ask(page, 'health.save', {
    screenId: id,
    revision,
    answers: Object.fromEntries(questions.map((question) => [question, yes.includes(question) ? 'yes' : 'no'])),
    seen: sections.map((section) => section.id),
    from: 'practitioner',
    done: true,
  });
};

/** Opens a client's page by its address, as it is now. */
export const openClient = async (page: Page, id: string, name: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/clients/${id}`);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(card(page).getByText(/^as of /)).toBeVisible();
};

/** Whether all of it stands inside the window. */
export const inView = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    return top >= 0 && left >= 0 && bottom <= window.innerHeight && right <= window.innerWidth;
  });

/** The look at 1024 by 700, and nothing wider than the window. */
export const atSmallest = async (page: Page, screen: string): Promise<void> => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await expect.poll(() => page.evaluate(() => window.innerHeight)).toBe(700);
  await fits(page, screen);
};
