import { fits, fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading, takeBack } from './pages/handover.ts';
import { demo } from './pages/map.ts';
import { begunNote, fillRequired, noteField, noteOf, openNote } from './pages/notes.ts';

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
