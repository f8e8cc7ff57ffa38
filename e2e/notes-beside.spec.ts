import { fits, fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading, takeBack } from './pages/handover.ts';
import { ask, demo } from './pages/map.ts';
import { begunNote, closedSession, fillRequired, noteField, noteOf, openNote, savedAt, signElsewhere } from './pages/notes.ts';

/** What stands beside a note; and the client who reads it. */

test.setTimeout(60_000);

const seen = 'Seen and heard';

test('the client reads the note on a tablet, says what they would rather talk about, and a lock in between loses nothing', async ({
  startApp,
}) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const { id: noteId } = await begunNote(page, id);
  await fillRequired(page, noteId);
  await openNote(page, noteId);
  await noteField(page, seen).fill('A long breath out');
  await page.getByRole('button', { name: 'Maya reviews' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Maya Rosario reads this note' })).toBeVisible();
  await scan(page, 'before a note is handed over');
  await page.getByRole('button', { name: 'Hand the screen over' }).press('Enter');
  await expect(heading(page, /^Your visit of /)).toBeFocused();
  await page.setViewportSize({ width: 768, height: 1024 });

  await test.step('part by part, with what was typed last', async () => {
    await scan(page, 'the opening of a note that is read');
    await page.getByRole('button', { name: 'Begin' }).press('Enter');
    await expect(heading(page, 'This visit')).toBeFocused();
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await expect(heading(page, 'What was seen and done')).toBeFocused();
    await expect(page.getByText('A long breath out')).toBeVisible();
    await scan(page, 'a part of a note that is read');
    await fitsEverywhere(page, 'a part of a note that is read');
  });

  await test.step('that they would rather talk is kept at once, and their words as they are typed', async () => {
    await page.getByRole('button', { name: 'I’d rather talk about it' }).press('Enter');
    await expect(heading(page, 'What would you like to talk about?')).toBeFocused();
    await page.getByLabel('Your words').fill('The word “tense”');
    await expect(page.getByText('Kept', { exact: true })).toBeVisible();
    await scan(page, 'what a client would rather talk about');
    // The page goes with it.
    await page.keyboard.press('Control+l').catch(() => undefined);
  });

  const again = await app.nextPage();
  await again.setViewportSize({ width: 768, height: 1024 });
  await test.step('after the lock it rests, and what was said is there', async () => {
    await unlock(again, passphrase);
    await expect(heading(again, 'Take your time')).toBeFocused();
    await again.getByRole('button', { name: 'Go on' }).press('Enter');
    await expect(heading(again, 'That was all of it')).toBeFocused();
    await again.getByRole('button', { name: 'I’d rather talk about it' }).press('Enter');
    await expect(again.getByLabel('Your words')).toHaveValue('The word “tense”');
    await again.getByRole('button', { name: 'Done' }).press('Enter');
    await expect(heading(again, 'Please hand the screen back')).toBeFocused();
    await scan(again, 'a note was read');
    await fits(again, 'a note was read');
  });

  await takeBack(again, passphrase);
  await expect(heading(again, /^Note, /)).toBeVisible();
  await expect(again.getByText(/^Maya Rosario looked at this note on .* and would rather talk about it\.$/)).toBeVisible();
  await expect(again.getByText('The word “tense”')).toBeVisible();
  expect((await noteOf(again, noteId)).reviews).toMatchObject([{ outcome: 'talk', words: 'The word “tense”', isCurrent: true }]);
});

test('what happened goes into the note by keyboard, and two dates stand beside each other', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const sessionId = await closedSession(page, id);
  const { id: noteId } = await begunNote(page, id, sessionId);
  await openNote(page, noteId);
  const beside = page.getByRole('complementary', { name: 'What happened' });

  await test.step('a press puts its words where the cursor was', async () => {
    await noteField(page, seen).fill('First. Last.');
    await noteField(page, seen).press('Home');
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowRight');
    await beside
      .getByRole('button', { name: /lifted/i })
      .first()
      .press('Enter');
    await expect(noteField(page, seen)).toHaveValue(/^First\. .*lifted.* Last\.$/i);
    await expect(savedAt(page)).toBeVisible();
    await scan(page, 'beside a note, what happened');
  });

  await test.step('the chart in full has its layers', async () => {
    await beside.getByRole('button', { name: /Larger, with layers/ }).press('Enter');
    const chart = page.getByRole('dialog', { name: 'Body chart' });
    const worked = chart.getByRole('region', { name: 'Places of the body' }).getByRole('button', { name: /worked on/ });
    await expect(worked).toHaveText(/^Top of the shoulder, left/);
    await chart.getByLabel('Where hands were').selectOption('Not shown');
    await expect(worked).toHaveCount(0);
    await scan(page, 'the layers of a chart');
    await page.keyboard.press('Escape');
  });

  await test.step('two dates are compared as figures and as a table', async () => {
    await beside.getByRole('button', { name: 'Compare two dates' }).press('Enter');
    const both = page.getByRole('dialog', { name: 'Two dates beside each other' });
    await expect(both.getByRole('img', { name: /No place was worked on|Hands were on/ })).toHaveCount(2);
    await expect(both.getByRole('row', { name: /^Hands were on/ })).toBeVisible();
    await expect(both.getByRole('row', { name: /^Plan/ })).toContainText('differs');
    await scan(page, 'two dates compared');
    await fitsEverywhere(page, 'two dates compared');
    await both.getByLabel('One date').selectOption({ index: 0 });
    await expect(both.getByText('differs', { exact: true })).toHaveCount(0);
    await page.keyboard.press('Escape');
    await expect(beside.getByRole('button', { name: 'Compare two dates' })).toBeFocused();
  });

  await test.step('an earlier note is read beside this one', async () => {
    const earlier = beside.getByRole('region', { name: 'Earlier notes' });
    await earlier
      .getByRole('button', { name: /signed$/ })
      .first()
      .press('Enter');
    await expect(earlier.getByText('Shoulders lower on leaving, in her words')).toBeVisible();
  });
});

test('a reflection is kept apart, survives a lock, and is locked with its note', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const { id: noteId } = await begunNote(page, id);
  const shown = page.getByRole('region', { name: 'Private reflections' });
  await openNote(page, noteId);
  await shown.getByRole('button', { name: /^Private reflections/ }).press('Enter');
  await expect(shown.getByRole('link', { name: 'Open Settings, Notes' })).toBeVisible();
  await ask(page, 'notes.setSettings', { version: 1, settings: { reflections: true, checked: 'State board, 3 November 2026' } });

  await page.reload();
  await shown.getByRole('button', { name: /^Private reflections/ }).press('Enter');
  await shown.getByLabel('For yourself').fill('I hurried the end');
  await expect(shown.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  await scan(page, 'a private reflection');
  await page.keyboard.press('Control+l').catch(() => undefined);

  const again = await app.nextPage();
  await unlock(again, passphrase);
  await openNote(again, noteId);
  const later = again.getByRole('region', { name: 'Private reflections' });
  await later.getByRole('button', { name: /^Private reflections/ }).press('Enter');
  await expect(later.getByLabel('For yourself')).toHaveValue('I hurried the end');

  await signElsewhere(again, noteId);
  await later.getByLabel('For yourself').fill('Something more');
  await expect(later.getByRole('alert')).toContainText('This stands otherwise by now');
  await later.getByRole('button', { name: 'Keep what I typed' }).press('Enter');
  await expect(later.getByText('I hurried the end')).toBeVisible();
  await expect(later.getByText(/^Saved \d\d:\d\d$/)).toBeVisible();
  const { entries } = await ask<{ readonly entries: readonly object[] }>(again, 'reflections.get', { noteId });
  expect(entries).toMatchObject([
    { text: 'I hurried the end', isLocked: true },
    { text: 'Something more', isLocked: false },
  ]);
});
