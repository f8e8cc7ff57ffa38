import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../shared/calls.ts';
import { details } from './assure/trial-records.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openPractice } from './pages/calendar.ts';
import { clientId, heading } from './pages/handover.ts';
import { ask, demo, tabTo } from './pages/map.ts';
import { begunNote, closedSession, saveElsewhere, signElsewhere } from './pages/notes.ts';
import { openPalette } from './pages/palette.ts';
import { openClient } from './pages/safety.ts';
import { openSection } from './pages/settings.ts';

/** Where notes are listed, looked for and set up. */

test.setTimeout(60_000);

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);
const link = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('link', { name });
const region = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

const openSessions = async (page: Page, id: string, name: string): Promise<void> => {
  await openClient(page, id, name);
  await link(page, 'Sessions').click();
  await expect(link(page, 'Search in their notes')).toBeVisible();
};
const goTo = (page: Page, place: string): Promise<unknown> => page.goto(`${page.url().split('#')[0]}#${place}`);

/** How often the list of this client's notes was opened, as the trail has it. */
const openings = async (page: Page): Promise<number> => {
  const { lines } = await call(page, 'audit.list', { limit: 200 });
  return lines.filter(({ action }) => action === 'notes-opened').length;
};

test('a session says how far its note is, quick notes stand among sessions by their day, and what was entered in error apart', async ({
  startApp,
}) => {
  const { page, id } = await demo(startApp, 'maya');
  const sessionId = await closedSession(page, id);
  const wrong = await begunNote(page, id);
  await call(page, 'notes.setInError', { noteId: wrong.id, reason: 'About somebody else', toClientId: null });

  await test.step('after it is closed the way leads to its note and to the sheet', async () => {
    await goTo(page, `/session/over/${sessionId}`);
    await expect(heading(page, 'The session is closed')).toBeVisible();
    await expect(link(page, 'Aftercare sheet')).toHaveAttribute('href', new RegExp(`/clients/${id}/aftercare\\?sessionId=${sessionId}`));
    await expect(link(page, 'Write the note')).toHaveAttribute('href', new RegExp(`/notes/new\\?clientId=${id}&sessionId=${sessionId}`));
  });

  await test.step('the tab: what has no note first, then the list', async () => {
    await openSessions(page, id, 'Maya Rosario');
    await expect(region(page, 'One session has no note yet').getByRole('link', { name: /^Write the note of / })).toBeVisible();
    const lines = region(page, '1 session').getByRole('listitem');
    await expect(lines).toHaveCount(2);
    await expect(lines.nth(0)).toContainText('Note: not written yet');
    await expect(lines.nth(1)).toContainText('Note without a session');
    await expect(lines.nth(1)).toContainText(/Note: signed on .*/);
    const errors = region(page, 'One note entered in error');
    await expect(errors.locator('s')).toContainText('Hana Lindqvist');
    await expect(errors.getByRole('link', { name: /^See why the note of / })).toHaveAttribute('href', new RegExp(`/notes/${wrong.id}`));
    await scan(page, 'sessions and notes');
    await fitsEverywhere(page, 'sessions and notes');
  });

  await test.step('it is written from there, and says so afterwards; each visit is one entry in the trail', async () => {
    await tabTo(page, region(page, 'One session has no note yet').getByRole('link', { name: /^Write the note of / }));
    await page.keyboard.press('Enter');
    await expect(heading(page, /^Note, /)).toBeVisible();
    await page.goBack();
    const first = region(page, '1 session').getByRole('listitem').first();
    await expect(first).toContainText('Note: draft, not signed');
    await expect(region(page, /no note yet/)).toHaveCount(0);
    const seen = await openings(page);
    await first.getByRole('link', { name: /^Read the session of / }).click();
    await expect(link(page, /^Go on with the note of /)).toBeVisible();
    await expect(link(page, 'Aftercare sheet')).toHaveAttribute('href', new RegExp(`sessionId=${sessionId}`));
    expect(await openings(page)).toBe(seen);
    await link(page, 'All sessions').click();
    await expect(first).toContainText('Note: draft, not signed');
    await expect.poll(() => openings(page)).toBe(seen + 1);
  });

  await test.step('signed it is read', async () => {
    const { notes } = await call(page, 'notes.ofClient', { clientId: id });
    await signElsewhere(page, notes.find((note) => note.sessionId === sessionId)?.id ?? '');
    await openSessions(page, id, 'Maya Rosario');
    const first = region(page, '1 session').getByRole('listitem').first();
    await expect(first).toContainText(/Note: signed on /);
    await expect(first.getByRole('link', { name: /^Read the note of / })).toBeVisible();
  });
});

test('notes to sign stand on Today, what waits longest first, however many there are', async ({ startApp }) => {
  const { page } = await openPractice(startApp);
  const { id } = await call(page, 'clients.create', { ...details, chosenName: 'Maya Rosario' });
  const unfinished = region(page, 'Unfinished');
  await page.reload();
  await expect(heading(page, 'Today')).toBeVisible();
  await expect(page.getByText('to sign')).toHaveCount(0);

  await begunNote(page, id);
  await page.reload();
  await expect(unfinished).toContainText('One note to sign');
  await link(unfinished, /^Maya Rosario/).press('Enter');
  await expect(heading(page, /^Note, /)).toBeVisible();
  await goTo(page, '/');
  const { id: templateId } = await call(page, 'noteTemplates.save', {
    id: null,
    version: 0,
    template: { name: 'Quiet', format: 'SOAP', serviceIds: [], values: { 'o.observed': { text: 'A quiet hour' } }, custom: [] },
    active: true,
  });
  await Promise.all(Array.from({ length: 52 }, () => call(page, 'notes.draft', { clientId: id, sessionId: null, templateId })));
  const oldest = await call(page, 'notes.draft', { clientId: id, sessionId: null, on: '2026-03-02' });
  await page.reload();
  await expect(unfinished).toContainText('54 notes to sign');
  const lines = unfinished.getByRole('link', { name: /^Maya Rosario/ });
  await expect(lines.first()).toHaveAttribute('href', new RegExp(`/notes/${oldest.id}$`));
  expect(await lines.count()).toBeLessThan(8);
  await unfinished.getByRole('button', { name: 'Show 50' }).press('Enter');
  await expect(unfinished.getByText('The 50 oldest are shown.')).toBeVisible();
  await expect(unfinished.getByRole('button', { name: 'Show fewer' })).toBeFocused();
  await scan(page, 'many notes to sign');
  await fitsEverywhere(page, 'many notes to sign');

  await test.step('nor do many fill the search', async () => {
    await goTo(page, '/notes');
    await page.getByRole('searchbox', { name: 'Words in the note' }).fill('quiet');
    const hits = page.getByRole('list', { name: 'Notes found' }).getByRole('listitem');
    await expect(page.getByText('The newest 30 of: 52 notes found')).toBeVisible();
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await expect(hits).toHaveCount(52);
    await expect(hits.nth(30).getByRole('link')).toBeFocused();
  });
});

test('words are found in notes as they are typed, by client, days and state, without a mouse', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const ines = await clientId(page, 'noor');
  const written = async (who: string, on: string, text: string): Promise<string> => {
    const note = await call(page, 'notes.draft', { clientId: who, sessionId: null, on });
    await saveElsewhere(page, note.id, { 'o.observed': { text } });
    return note.id;
  };
  await written(id, '2026-11-02', 'A lantern-still face. <b>Whistling</b> under the breath.');
  await written(id, '2026-10-05', 'Whistling again, softly.');
  const other = await written(ines, '2026-09-01', 'No whistling; feet moved.');
  const hits = page.getByRole('list', { name: 'Notes found' });
  const field = page.getByRole('searchbox', { name: 'Words in the note' });

  await test.step('from anywhere, by the palette', async () => {
    await openPalette(page);
    await page.keyboard.type('search in');
    await page.getByRole('dialog').getByText('Search in notes', { exact: true }).first().waitFor();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Search in notes')).toBeVisible();
    await expect(field).toBeFocused();
    await expect(link(page, 'Clients')).toHaveAttribute('aria-current', 'true');
    await scan(page, 'search in notes, nothing typed');
  });

  await test.step('the words are marked, newest first, and the arrows go from one to the next', async () => {
    await page.keyboard.type('whist');
    await expect(hits.getByRole('listitem')).toHaveCount(3);
    await expect(hits.locator('mark')).toHaveText(['Whistling', 'Whistling', 'whistling']);
    await expect(hits.getByRole('listitem').first()).toContainText('<b>Whistling</b> under the breath');
    await expect(page.getByText('3 notes found').last()).toBeVisible();
    await scan(page, 'notes found');
    await fitsEverywhere(page, 'notes found');
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    await expect(link(hits, /^Noor Abadi/)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`/notes/${other}$`));
    await page.goBack();
    await expect(field).toHaveValue('whist');
    await expect(hits.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('days and state make fewer of them', async () => {
    await page.getByLabel('From', { exact: true }).fill('1 10 2026');
    await expect(hits.getByRole('listitem')).toHaveCount(2);
    await page.getByLabel('To', { exact: true }).fill('1 9 2026');
    await expect(page.getByText('This is before the first day.')).toBeVisible();
    await page.getByLabel('To', { exact: true }).fill('31 10 2026');
    await expect(hits.getByRole('listitem')).toHaveCount(1);
    await page.getByText('Signed', { exact: true }).click();
    await expect(page.getByRole('heading', { name: 'No note with “whist”' })).toBeVisible();
    await scan(page, 'no notes found');
  });

  await test.step('from the page of a client it is theirs alone', async () => {
    await openSessions(page, ines, 'Noor Abadi');
    await link(page, 'Search in their notes').press('Enter');
    await expect(page.getByRole('combobox', { name: 'Client' })).toHaveValue('Noor Abadi');
    await expect(field).toBeFocused();
    await page.keyboard.type('whistling');
    await expect(hits.getByRole('listitem')).toHaveCount(1);
    await page.getByRole('button', { name: 'Of everyone' }).press('Enter');
    await expect(hits.getByRole('listitem')).toHaveCount(3);
  });

  await test.step('a new note for somebody who is looked for', async () => {
    await openPalette(page);
    await page.keyboard.type('noor');
    await page.getByRole('button', { name: 'New note for Noor Abadi' }).click();
    await expect(heading(page, /^Note, /)).toBeVisible();
  });
});

test('templates, snippets and private reflections are set up in the settings', async ({ startApp }) => {
  const { page } = await openPractice(startApp);
  await page.reload();
  await openSection(page, 'Notes');
  await scan(page, 'settings of notes');

  await test.step('a template with words to begin with and a scale of its own', async () => {
    await page.getByRole('button', { name: 'Add a template' }).press('Enter');
    await expect(page.getByLabel('Name', { exact: true })).toBeFocused();
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(page.getByRole('alert')).toBeFocused();
    await page.getByLabel('Name', { exact: true }).fill('First visit');
    await page.getByText('DAP', { exact: true }).click();
    await page.getByRole('checkbox', { name: 'Massage', exact: true }).check();
    await page.getByRole('combobox', { name: 'Add words to a field' }).click();
    await page.getByRole('option', { name: 'Seen and heard' }).click();
    await expect(page.getByRole('textbox', { name: 'Seen and heard' })).toBeFocused();
    await page.keyboard.type('Sat, feet on the floor.');
    await page.getByRole('button', { name: 'Add a field' }).click();
    await expect(page.getByLabel('What it asks')).toBeFocused();
    await page.keyboard.type('Warmth of the hands');
    await page.getByRole('combobox', { name: 'What is written there' }).click();
    await page.getByRole('option', { name: '0 to 10, before and after' }).click();
    await page.getByLabel('What 0 means').fill('cold');
    await scan(page, 'a template');
    await fitsEverywhere(page, 'a template');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await expect(page.getByText('First visit is saved.')).toBeVisible();
    const line = page.getByRole('list', { name: 'Templates' }).getByRole('listitem');
    await expect(line).toContainText('DAP · for Massage · words in one field · one field of your own');
    const { templates } = await call(page, 'noteTemplates.list', {});
    expect(
      templates.map(({ format, values, custom, active }) => [format, Object.keys(values), custom.map(({ low }) => low), active]),
    ).toEqual([['DAP', ['o.observed'], ['cold'], true]]);
    await line.getByRole('button', { name: 'Take out of use: First visit' }).press('Enter');
    await expect(line).toContainText('Out of use');
    await expect(line.getByRole('button', { name: 'Use again: First visit' })).toBeFocused();
  });

  await test.step('a snippet, which is changed and taken away', async () => {
    await page.getByRole('button', { name: 'Add a snippet' }).press('Enter');
    await page.keyboard.type('two words');
    await page.getByLabel('Words', { exact: true }).fill('Feet found the floor.');
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    await page.getByRole('button', { name: /^Short word: / }).click();
    await expect(page.getByLabel('Short word')).toBeFocused();
    await page.getByLabel('Short word').fill(';feet');
    await page.getByRole('checkbox', { name: 'For everybody here' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).first().click();
    const line = page.getByRole('list', { name: 'Snippets' }).getByRole('listitem');
    await expect(line).toContainText(';feetFeet found the floor.For everybody here');
    await scan(page, 'a snippet');
    await line.getByRole('button', { name: 'Remove ;feet' }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await expect(page.getByText('There are no snippets yet.')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Snippets' })).toBeFocused();
  });

  await test.step('reflections are kept only once the law of the place was looked up', async () => {
    await page.getByRole('checkbox', { name: 'Keep private reflections apart from notes' }).check();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('alert')).toContainText('Say where the law of your place was looked up.');
    await page.getByLabel('Where that was looked up, and when').fill('PHIPA s. 4, asked the college on 3 November 2026');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByText('Private reflections are on.')).toBeVisible();
    expect((await call(page, 'notes.settings', {})).reflections).toBe(true);
  });
});
