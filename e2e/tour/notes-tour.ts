import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { startApp } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { passphrase } from '../pages/door.ts';
import { clientId, heading, takeBack } from '../pages/handover.ts';
import { checkNumbers } from '../pages/health-screen.ts';
import { ask } from '../pages/map.ts';
import { closedSession, fillRequired, noteField } from '../pages/notes.ts';
import { at, folder, fromAllSides, inDark, picture, timed } from './camera.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const goTo = (page: Page, place: string): Promise<unknown> => page.goto(`${page.url().split('#')[0]}#${place}`);

/** What was opened last is saved as a file, which holds these words on tagged pages. */
const saved = async (app: App, page: Page, name: string, words: readonly string[]): Promise<void> => {
  const path = join(folder, name);
  await app.answerSaveDialog(path);
  await press(page, 'Save as a file');
  await page.getByText(`Saved as ${name}`).waitFor();
  const text = pdfText(path);
  const lacks = words.filter((one) => !text.includes(one));
  if (!pdfFacts(path).tagged || lacks.length > 0) throw new Error(`${name} is not whole: ${lacks.join(', ')}`);
};

/** Written beside what happened, with a phrase that says more than was seen put right. */
const written = async (page: Page, id: string): Promise<string> => {
  await goTo(page, `/clients/${id}/sessions`);
  await page
    .getByRole('link', { name: /^Write the note/ })
    .first()
    .waitFor();
  await fromAllSides(page, 'sessions with a note to write');
  await page
    .getByRole('link', { name: /^Write the note/ })
    .first()
    .click();
  await heading(page, /^Note, /).waitFor();
  await page.locator('.beside-figures svg').first().waitFor();
  await fromAllSides(page, 'note drafted from the session');
  await at(page, 1024, 700, 'note drafted from the session');
  await noteField(page, 'Seen and heard').click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Long breath out; trauma stored in the shoulder was released.');
  await page.getByRole('button', { name: '1 phrase to look at' }).click();
  await page.getByRole('dialog').waitFor();
  await fromAllSides(page, 'note language helper');
  await page.getByRole('dialog').getByRole('button', { name: /Use$/ }).first().click();
  await picture(page, 'note with a suggestion taken');
  const noteId = page.url().split('/notes/')[1] ?? '';
  await page.getByText(/^Saved /).waitFor();
  await fillRequired(page, noteId, ['p.plan']);
  await page.reload();
  await heading(page, /^Note, /).waitFor();
  await press(page, 'Sign and lock');
  await page.getByRole('alert').waitFor();
  await fromAllSides(page, 'note with a field not filled');
  await noteField(page, 'Plan for next time').fill('The same places, three minutes each.');
  return noteId;
};

/** The client reads it on the screen that is handed over. */
const readTogether = async (page: Page): Promise<void> => {
  await press(page, 'Maya reviews');
  await picture(page, 'note before it is handed over');
  await press(page, 'Hand the screen over');
  await heading(page, /^Your visit of /).waitFor();
  await page.setViewportSize({ width: 768, height: 1024 });
  await picture(page, 'note read by the client');
  await inDark(page, 'note read by the client');
  await press(page, 'Begin');
  await heading(page, 'This visit').waitFor();
  await picture(page, 'note read by the client, a part');
  for (let part = 0; part < 8 && !(await heading(page, 'That was all of it').isVisible()); part += 1) await press(page, 'Continue');
  await picture(page, 'note read by the client, the end');
  await press(page, 'I have read this');
  await heading(page, 'Please hand the screen back').waitFor();
  await picture(page, 'note read by the client, hand back');
  await takeBack(page, passphrase);
  await page.setViewportSize({ width: 1280, height: 800 });
  await heading(page, /^Note, /).waitFor();
  await picture(page, 'note that the client read');
};

const signed = async (app: App, page: Page): Promise<void> => {
  await press(page, 'Sign and lock');
  const dialog = page.getByRole('dialog', { name: 'Sign and lock' });
  await dialog.getByLabel('Full name of Hana Lindqvist').fill('Hana Lindqvist');
  await fromAllSides(page, 'note signing');
  await page.keyboard.press('Enter');
  await page.getByText(/^Signed by Hana Lindqvist, /).waitFor();
  await fromAllSides(page, 'note signed');
  await press(page, 'Add to this note');
  await page.getByLabel('Why it is added').fill('Told on the phone the next day');
  await page.getByRole('form', { name: 'Add to this note' }).getByRole('textbox').last().fill('Slept through the night.');
  await picture(page, 'note addendum');
  await press(page, 'Add it');
  await page.getByRole('region', { name: 'Added later' }).waitFor();
  await picture(page, 'note with an addendum');
  await press(page, 'Print or save');
  await page.locator('canvas').first().waitFor();
  await fromAllSides(page, 'note on paper');
  await saved(app, page, 'session-note.pdf', ['Maya Rosario', 'The same places, three minutes each.', 'Slept through the night.']);
};

const found = async (page: Page): Promise<void> => {
  await goTo(page, '/notes');
  await page.getByRole('searchbox').or(page.getByLabel('Words in the note')).first().fill('shoulder');
  await page.locator('mark').first().waitFor();
  await fromAllSides(page, 'notes searched');
  await goTo(page, '/settings/notes');
  await heading(page, 'Settings').waitFor();
  await fromAllSides(page, 'settings notes');
};

const takenHome = async (app: App, page: Page, id: string, sessionId: string): Promise<void> => {
  await goTo(page, `/clients/${id}/aftercare?sessionId=${sessionId}`);
  await heading(page, 'Sheet to take home').waitFor();
  await page.getByText('It fits on one page.').waitFor();
  await fromAllSides(page, 'aftercare to tick');
  await press(page, 'Make the sheet');
  await page.locator('canvas').first().waitFor();
  await fromAllSides(page, 'aftercare sheet');
  await saved(app, page, 'your-visit.pdf', ['Your visit', 'Reaching us']);
};

/** A note from its draft to its signature, read by the client, found again; and the sheet to take home. */
export const tourOfTheNotes = async (): Promise<void> => {
  const app = await startApp({ demo: 'new', now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  try {
    const page = app.page();
    await heading(page, 'Today').waitFor({ timeout: 60_000 });
    await fromAllSides(page, 'today with a note to sign');
    const id = await clientId(page, 'maya');
    await checkNumbers(page, (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today);
    const sessionId = await closedSession(page, id);
    await page.reload();
    await heading(page, 'Today').waitFor();
    await timed('write a note, with a suggestion taken', () => written(page, id));
    await readTogether(page);
    await timed('sign it, add to it, put it on paper', () => signed(app, page));
    await found(page);
    await takenHome(app, page, id, sessionId);
  } finally {
    await app.stop();
  }
};
