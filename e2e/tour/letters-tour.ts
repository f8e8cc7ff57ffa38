import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { startApp } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { clientId, heading, returned } from '../pages/handover.ts';
import { savedAt, words } from '../pages/letters.ts';
import { closedSession } from '../pages/notes.ts';
import { filledByClient, inCareTeam, openSharing, released, releaseLine } from '../pages/releases.ts';
import { at, folder, fromAllSides, picture, timed } from './camera.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const goTo = (page: Page, place: string): Promise<unknown> => page.goto(`${page.url().split('#')[0]}#${place}`);

/** The paper on the screen is saved as a file, which holds these words and none of those, on tagged pages. */
const saved = async (app: App, page: Page, name: string, holds: readonly string[], never: readonly string[] = []): Promise<void> => {
  const path = join(folder, name);
  await app.answerSaveDialog(path);
  await press(page, 'Save as a file');
  await page.getByText(`Saved as ${name}`).waitFor();
  const text = pdfText(path).replace(/\s+/g, ' ');
  const wrong = [...holds.filter((one) => !text.includes(one)), ...never.filter((one) => text.includes(one))];
  if (!pdfFacts(path).tagged || wrong.length > 0) throw new Error(`${name} is not as it should be: ${wrong.join(', ')}`);
};

/** Noor lets a psychologist know, on the screen that was handed over. */
const granted = async (page: Page): Promise<void> => {
  const id = await clientId(page, 'noor');
  await inCareTeam(page, id);
  await openSharing(page, 'noor', 'Noor Abadi');
  await fromAllSides(page, 'sharing with no permission');
  await page.getByRole('link', { name: 'New permission' }).click();
  await page.getByRole('radio', { name: /^Dr\. Amara Okafor/ }).check();
  await fromAllSides(page, 'permission made ready');
  await press(page, 'Hand over the screen');
  await page.getByRole('button', { name: 'Begin' }).waitFor({ timeout: 30_000 });
  await picture(page, 'permission handed over');
  await press(page, 'Begin');
  await page.getByText('Which way may information go?').first().waitFor();
  await fromAllSides(page, 'permission read by the client');
  await filledByClient(page);
  await openSharing(page, 'noor', 'Noor Abadi');
  await releaseLine(page, 'Not signed yet', released.name).getByRole('link', { name: 'Read through together' }).click();
  await heading(page, /^Read through with/).waitFor();
  const ticks = await page.getByRole('checkbox').all();
  for (const tick of ticks) await tick.check();
  while ((await returned(page, id))[0]?.reviewed?.length !== ticks.length) await page.waitForFunction(() => true);
  await press(page, 'Finish');
  await page.getByRole('region', { name: 'Document' }).waitFor();
  await openSharing(page, 'noor', 'Noor Abadi');
  await releaseLine(page, 'Counts now', released.name).waitFor();
  await fromAllSides(page, 'sharing with a permission');
};

/** Maya's progress, from her sessions to her psychologist. */
const written = async (page: Page, id: string, sessionId: string): Promise<void> => {
  await goTo(page, `/letters/new?clientId=${id}&sessionId=${sessionId}`);
  await page.getByRole('radio', { name: /^Dr\. Helen Park/ }).check();
  await page.getByRole('radio', { name: /^Short progress update/ }).check();
  await fromAllSides(page, 'letter to begin');
  await press(page, 'Begin this letter');
  await heading(page, 'Short progress update').waitFor();
  await words(page).waitFor();
  await fromAllSides(page, 'letter beside the record');
  await at(page, 1024, 700, 'letter beside the record');
  await page.getByRole('checkbox', { name: 'Distress numbers' }).uncheck();
  const checks = page.getByRole('region', { name: 'Before you sign' });
  await checks.getByRole('button', { name: 'The next step in the plan' }).click();
  await page
    .getByRole('dialog', { name: 'Fill in a blank' })
    .getByLabel('The next step in the plan')
    .fill('shorter blocks, hands and forearms');
  await page.keyboard.press('Enter');
  await checks.getByText('Nothing is left blank').waitFor();
  await savedAt(page).waitFor();
  await picture(page, 'letter without blanks');
  await press(page, 'Maya reads it first');
  await page.getByRole('article', { name: 'Short progress update' }).waitFor();
  await fromAllSides(page, 'letter read by the client');
  await press(page, 'Maya has read it');
  await page.getByText(/^Maya read it, /).waitFor();
};

const signed = async (app: App, page: Page): Promise<string> => {
  await page.getByRole('button', { name: 'Sign', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Sign this letter' });
  await dialog.getByLabel('Full name of Hana Lindqvist').fill('Hana Lindqvist');
  await dialog.getByRole('checkbox', { name: /^I went through this list/ }).check();
  await fromAllSides(page, 'letter to sign');
  await dialog.getByRole('button', { name: 'Sign and fix this letter' }).click();
  await page.getByRole('button', { name: 'It has left' }).waitFor();
  await page.locator('canvas').first().waitFor();
  await fromAllSides(page, 'letter signed');
  await saved(
    app,
    page,
    'progress-update.pdf',
    ['Dr. Helen Park', 'Maya Rosario', 'Hana Lindqvist', 'permission', 'shorter blocks, hands and forearms', 'has read this'],
    ['reflection', '____'],
  );
  await press(page, 'It has left');
  await page.getByRole('combobox', { name: 'How' }).fill('by hand through the client');
  await picture(page, 'letter left');
  await press(page, 'Write it down');
  await page.getByText(/by hand through the client, recorded by/).waitFor();
  return page.url().split('/letters/')[1] ?? '';
};

/** Taken back in one step; what is signed may not go again, and what is written may not be signed. */
const takenBack = async (page: Page, letter: string): Promise<void> => {
  await openSharing(page, 'maya', 'Maya Rosario');
  await fromAllSides(page, 'sharing with a letter that left');
  await page.getByRole('button', { name: 'Take back the permission for Dr. Helen Park' }).click();
  await fromAllSides(page, 'permission to take back');
  await press(page, 'Take it back now');
  await releaseLine(page, 'No longer counts', 'Dr. Helen Park').waitFor();
  await picture(page, 'permission taken back');
  await goTo(page, `/letters/${letter}`);
  await press(page, 'Save as a file');
  await page.getByRole('alert').waitFor();
  await fromAllSides(page, 'letter that may not go again');
};

/** A permission, a letter from its facts to its answer, the refusal after it was taken back; and the desk. */
export const tourOfTheLetters = async (): Promise<void> => {
  const app = await startApp({ demo: 'new', now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  try {
    const page = app.page();
    await heading(page, 'Today').waitFor({ timeout: 60_000 });
    await timed('grant a permission to share', () => granted(page));
    const id = await clientId(page, 'maya');
    const sessionId = await closedSession(page, id);
    await timed('write a letter from the record', () => written(page, id, sessionId));
    const letter = await timed('sign it, save it, write down that it left', () => signed(app, page));
    await goTo(page, '/letters');
    await heading(page, 'Letters').waitFor();
    await fromAllSides(page, 'desk of letters');
    await takenBack(page, letter);
    await openSharing(page, 'maya', 'Maya Rosario');
    await page.getByRole('link', { name: 'Print this list' }).click();
    await page.locator('canvas').first().waitFor();
    await fromAllSides(page, 'what left the practice on paper');
    await saved(app, page, 'what-left.pdf', ['Dr. Helen Park', 'by hand through the client']);
  } finally {
    await app.stop();
  }
};
