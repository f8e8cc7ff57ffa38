import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';

/** Where the tour leaves what it made. */
export const folder = join(import.meta.dirname, '..', '..', 'tour');
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

type Step = { readonly step: string; readonly milliseconds: number };
export const steps: Step[] = [];
let pictures = 0;
export const picturesTaken = (): number => pictures;

export const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now();
  const value = await work();
  const milliseconds = Math.round(performance.now() - started);
  steps.push({ step, milliseconds });
  console.log(`${step}: ${milliseconds} ms`);
  return value;
};

/** What was said a moment ago does not stand over the next screen: the tour is quicker than a person reads. */
const nothingSaid = async (page: Page): Promise<void> => {
  const toasts = page.locator('.mantine-Notification-root');
  if ((await toasts.count()) === 0) return;
  await page.locator('.mantine-Notification-closeButton').evaluateAll((all) => {
    for (const one of all) (one as HTMLElement).click();
  });
  await toasts.first().waitFor({ state: 'detached' });
};

export const picture = async (page: Page, name: string): Promise<void> => {
  pictures += 1;
  const file = `${String(pictures).padStart(2, '0')}-${name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.png`;
  await nothingSaid(page);
  // Nothing shows as hovered that nobody points at.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, file), animations: 'disabled' });
};

export const inDark = async (page: Page, name: string): Promise<void> => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForFunction(() => document.documentElement.dataset.mantineColorScheme === 'dark');
  await picture(page, `${name} dark`);
  await page.emulateMedia({ colorScheme: 'light' });
};

export const at = async (page: Page, width: number, height: number, name: string): Promise<void> => {
  const size = page.viewportSize();
  await page.setViewportSize({ width, height });
  await picture(page, `${name} ${width}x${height}`);
  if (size) await page.setViewportSize(size);
};

/** The page after a lock, as large as a window usually is: it comes in the size the last one was pictured in. */
export const nextPage = async (app: App): Promise<Page> => {
  const page = await app.nextPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  return page;
};

/** As it is, in the dark, on a tablet held upright and at 200 %. */
export const fromAllSides = async (page: Page, name: string): Promise<void> => {
  await picture(page, name);
  await inDark(page, name);
  await at(page, 768, 1024, name);
  await at(page, 512, 350, name);
};
