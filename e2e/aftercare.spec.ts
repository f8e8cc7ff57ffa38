import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../shared/calls.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { heading } from './pages/handover.ts';
import { checkNumbers } from './pages/health-screen.ts';
import { ask, demo } from './pages/map.ts';
import { begunNote, noteOf } from './pages/notes.ts';
import { begun, happened, makeReady, sessionOf } from './pages/session.ts';

/** The sheet a client takes home. */

test.setTimeout(60_000);

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);
const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name, exact: true });
const goTo = (page: Page, place: string): Promise<unknown> => page.goto(`${page.url().split('#')[0]}#${place}`);
const title = 'Sheet to take home';

test('lines are ticked by a person, the page is looked at, and what was given goes into the note when they say so', async ({
  startApp,
}) => {
  const { page, id } = await demo(startApp, 'maya');
  const place = `/clients/${id}/aftercare`;
  await checkNumbers(page);

  await test.step('what nobody filled or checked cannot be chosen, and says what is missing', async () => {
    const { version } = await call(page, 'profile.formFacts', {});
    await call(page, 'profile.setFormFacts', { version, facts: [{ placeholder: 'practice_email', words: '', checkedOn: null }] });
    await page.reload();
    await goTo(page, place);
    await expect(heading(page, title)).toBeFocused();
    await expect(tick(page, 'Changing your mind')).toBeDisabled();
    await expect(page.getByText("Not filled in yet: Practice's e-mail.")).toBeVisible();
    await call(page, 'profile.setFormFacts', {
      version: version + 1,
      facts: [{ placeholder: 'practice_email', words: 'hello@alder.example', checkedOn: null }],
    });
    await expect(tick(page, 'Changing your mind')).toBeChecked();
  });

  const note = await begunNote(page, id);
  await page.reload();

  await test.step('what is for everybody is ticked, the rest is for a person', async () => {
    await expect(tick(page, 'A snack')).toBeChecked();
    await expect(tick(page, 'Bruises')).not.toBeChecked();
    await expect(page.getByText('You decide. For: anticoagulant or fragile skin')).toBeVisible();
    await expect(page.getByText('It fits on one page.')).toBeVisible();
    await scan(page, 'lines to tick');
    await fitsEverywhere(page, 'lines to tick');
  });

  await test.step('it says at once when it is more than a page, and words are there again after a lock', async () => {
    const words = page.getByRole('textbox', { name: 'In your own words' });
    await words.fill('Bring the warm scarf again. '.repeat(60));
    await expect(page.getByText('This is more than one page.', { exact: false })).toBeVisible();
    await expect(button(page, 'Make the sheet')).toBeDisabled();
    await words.fill('Bring the warm scarf again.');
    for (const off of ['A snack', 'Soreness', 'Sleep']) await tick(page, off).uncheck();
    await tick(page, 'Bruises').check();
    await expect(page.getByText('It fits on one page.')).toBeVisible();
  });

  await test.step('the page, and the note of today', async () => {
    await button(page, 'Make the sheet').press('Enter');
    await expect(heading(page, title)).toBeFocused();
    await expect(page.getByRole('region', { name: 'Document' }).or(page.locator('.pdf'))).toBeVisible();
    await expect(button(page, /^Print/)).toBeVisible();
    await scan(page, 'the sheet');
    await button(page, 'Put it in the note').press('Enter');
    await expect(page.getByText('It stands in the note.')).toBeVisible();
    const { values } = await noteOf(page, note.id);
    const given = values['p.aftercare']?.text ?? '';
    expect(given).toMatch(/^Sheet to take home: A drink if you are thirsty; .*Bruises; .*own words: “Bring the warm scarf again\.”\.$/);
    expect(given).not.toContain('A snack');
  });

  await test.step('it is changed where it was left', async () => {
    await button(page, 'Change the sheet').press('Enter');
    await expect(heading(page, title)).toBeFocused();
    await expect(tick(page, 'A snack')).not.toBeChecked();
    await expect(tick(page, 'Bruises')).toBeChecked();
  });
});

test('of a session it begins with what was chosen at its end, and without checked numbers there is none', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await checkNumbers(page);
  await makeReady(page, id);
  await begun(page, id);
  await happened(page, { kind: 'aftercare', body: { items: ['food', 'journal'], words: 'Slowly home' } });
  const { id: sessionId } = await sessionOf(page);
  await call(page, 'sessions.close', { sessionId, id: crypto.randomUUID(), end: { left: 'Steady', tasks: [] } });
  await page.reload();
  await goTo(page, `/clients/${id}/aftercare?sessionId=${sessionId}`);
  await expect(page.getByText('What is ticked was chosen when the session was closed.')).toBeVisible();
  await expect(page.getByRole('checkbox', { checked: true })).toHaveCount(2);
  await expect(tick(page, 'Two lines, if you like')).toBeChecked();
  await expect(page.getByRole('textbox', { name: 'In your own words' })).toHaveValue('Slowly home');
  await expect(button(page, 'Make the sheet')).toBeEnabled();
  const { version, role: _, ...details } = await call(page, 'profile.get', {});
  await call(page, 'profile.update', { version, details: { ...details, place: 'GB' } });
  await expect(page.getByText('The crisis numbers are not checked yet')).toBeVisible();
  await expect(button(page, 'Make the sheet')).toBeDisabled();
});
