import type { Page } from 'playwright-core';
import { fits, fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import { ask, demo } from './pages/map.ts';
import {
  begunNote,
  closedSession,
  fillRequired,
  noteField,
  noteOf,
  openNote,
  savedAt,
  saveElsewhere,
  signElsewhere,
} from './pages/notes.ts';

/** A note is written, kept with every word, signed, and added to. */

test.setTimeout(60_000);

const plan = 'Plan for next time';
const seen = 'Seen and heard';
const textOf = async (page: Page, noteId: string, field: string): Promise<string> => (await noteOf(page, noteId)).values[field]?.text ?? '';

test('the note of a session is drafted, written, and signed by keyboard once its fields are filled', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const sessionId = await closedSession(page, id);
  await page.goto(`${page.url().split('#')[0]}#/notes/new?clientId=${id}&sessionId=${sessionId}`);
  await expect(heading(page, /^Note, /)).toBeFocused();
  const noteId = page.url().split('/notes/')[1] ?? '';
  await expect(noteField(page, 'Minutes of contact')).not.toHaveValue('');
  await fillRequired(page, noteId, ['p.plan']);
  await page.reload();

  await test.step('a required field is named, and its name leads to it', async () => {
    await page.getByRole('button', { name: 'Sign and lock' }).press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: '1 field is not filled yet' });
    await expect(summary).toBeFocused();
    await scan(page, 'a note with a field not filled');
    await summary.getByRole('button', { name: `${plan}: not filled yet` }).press('Enter');
    await expect(noteField(page, plan)).toBeFocused();
    await page.keyboard.type('The same places, three minutes each.');
    await expect(summary).toHaveCount(0);
  });

  await test.step('a phrase gives way to what was really noted, and nothing else changes', async () => {
    await noteField(page, seen).fill('Long breath out. Client was dissociated. Then still.');
    await expect(page.getByRole('button', { name: '1 phrase to look at' })).toBeVisible();
    await page.keyboard.press('F7');
    await page.getByRole('button', { name: '“warm, and slower” Use' }).press('Enter');
    await expect(noteField(page, seen)).toHaveValue('Long breath out. Client “warm, and slower”. Then still.');
  });

  await test.step('another template and another format take nothing away', async () => {
    await page.getByRole('button', { name: 'Format: SOAP' }).press('Enter');
    await page.getByRole('radio', { name: 'In one piece' }).check();
    await page.keyboard.press('Escape');
    await expect(noteField(page, plan)).toHaveCount(0);
    await expect(page.getByText(/fields with words are not shown in this format/)).toBeVisible();
    await page.getByRole('button', { name: 'Format: In one piece' }).press('Enter');
    await page.getByRole('radio', { name: 'SOAP' }).check();
    await page.getByLabel('Template').selectOption('Massage, 60 minutes');
    await page.keyboard.press('Escape');
    await noteField(page, 'Ease in the body, before').selectOption('3 of 10');
    await noteField(page, 'After').selectOption('7 of 10');
    await page.getByRole('button', { name: /Clinic.*Change this$/ }).press('Enter');
    await expect(page.getByRole('button', { name: 'Fold away' })).toBeFocused();
    await noteField(page, 'Start time').fill('930');
    await expect(savedAt(page)).toBeVisible();
    const { values } = await noteOf(page, noteId);
    expect([values['custom.ease']?.number, values['custom.ease']?.after, values['visit.start']?.time]).toEqual([3, 7, '09:30']);
    await expect(noteField(page, plan)).toHaveValue('The same places, three minutes each.');
  });

  await test.step('signed by keyboard, it is read and no field is left to change', async () => {
    await noteField(page, 'Soft-tissue findings').fill('Sensual tension 🌱');
    await page.getByRole('button', { name: 'Sign and lock' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign and lock' });
    await dialog.getByLabel('Full name of Hana Lindqvist').fill('Hana Lindqvist');
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('alert').filter({ hasText: 'Please read these words again' })).toBeFocused();
    await expect(dialog.getByRole('alert')).toContainText('“Sensual”');
    await scan(page, 'signing a note');
    await dialog.getByRole('checkbox', { name: 'I have read them again, and they stay as they are' }).press('Space');
    await dialog.getByRole('button', { name: 'Sign and lock this note' }).press('Enter');
    await expect(dialog.getByRole('alert').filter({ hasText: 'Some characters cannot be printed' })).toBeFocused();
    await dialog.getByRole('button', { name: 'Print it that way' }).press('Enter');
    await expect(page.getByText(/^Signed by Hana Lindqvist, /)).toBeVisible();
    await expect(page.getByText('The same places, three minutes each.')).toBeVisible();
    await expect(page.getByRole('textbox')).toHaveCount(0);
    await expect(heading(page, /^Note, /)).toBeFocused();
    expect((await noteOf(page, noteId)).state).toBe('signed');
    await scan(page, 'a signed note');
    await fitsEverywhere(page, 'a signed note');
  });
});

test('a lock in mid-sentence and a kill a second after the key lose nothing', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const { id: noteId } = await begunNote(page, id);
  await openNote(page, noteId);
  await noteField(page, seen).focus();
  await page.keyboard.type('Breath slower, then');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const locked = await app.nextPage();
  await unlock(locked, passphrase);
  await openNote(locked, noteId);
  await expect(noteField(locked, seen)).toHaveValue('Breath slower, then');

  await noteField(locked, seen).press('End');
  await locked.keyboard.type(' a long look out of the window');
  await expect(savedAt(locked)).toBeVisible();
  app.killVault();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await openNote(after, noteId);
  await expect(noteField(after, seen)).toHaveValue('Breath slower, then a long look out of the window');
});

test('a note that was saved elsewhere is shown in both versions, and neither is lost', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const { id: noteId } = await begunNote(page, id);
  await openNote(page, noteId);
  await saveElsewhere(page, noteId, { 'o.observed': { text: 'Theirs' }, 'o.tissue': { text: 'Warm' } });
  await noteField(page, seen).fill('Mine');
  await expect(page.getByRole('status').filter({ hasText: 'Not saved: this note was saved elsewhere meanwhile' })).toBeVisible();

  await test.step('what was typed is there after a lock, and so is the question', async () => {
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    const again = await app.nextPage();
    await unlock(again, passphrase);
    await openNote(again, noteId);
    await again.getByRole('button', { name: 'Look at both' }).press('Enter');
    const both = again.getByRole('region', { name: 'Two versions of this note' });
    await expect(both.getByRole('radio', { name: 'Saved now Theirs' })).toBeVisible();
    await scan(again, 'a note in two versions');
    await fits(again, 'a note in two versions');
    await both.getByRole('radio', { name: 'What you typed Mine' }).check();
    await both
      .getByRole('radiogroup', { name: 'Soft-tissue findings' })
      .getByRole('radio', { name: /^Saved now/ })
      .check();
    await both.getByRole('button', { name: 'Save my choice' }).press('Enter');
    await expect(savedAt(again)).toBeVisible();
    expect(await Promise.all([textOf(again, noteId, 'o.observed'), textOf(again, noteId, 'o.tissue')])).toEqual(['Mine', 'Warm']);
    expect(await ask(again, 'drafts.get', {})).toEqual({ drafts: [] });
  });
});

test('a signed note is added to, copied forward, and set aside with its words for the right client', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const signed = await signElsewhere(page, (await begunNote(page, id)).id);
  await openNote(page, signed.id);

  await test.step('what is added stands under the original with name, time and reason', async () => {
    await page.getByRole('button', { name: 'Add to this note' }).press('Enter');
    const form = page.getByRole('form', { name: 'Add to this note' });
    await form.getByRole('button', { name: 'Add it' }).click();
    await expect(form.getByRole('alert')).toBeFocused();
    await form.getByLabel('Why it is added').fill('Remembered later');
    await form.getByLabel('What you want to add').fill('She left by bus.');
    await form.getByRole('button', { name: 'Add it' }).press('Enter');
    const added = page.getByRole('region', { name: 'Added later' });
    await expect(added).toContainText(/Hana Lindqvist, .*Why: Remembered later.*She left by bus\./);
    expect((await noteOf(page, signed.id)).values).toEqual(signed.values);
    await scan(page, 'a note with an addendum');
  });

  await test.step('its words go into the next note, marked with their day, after what stands there', async () => {
    const next = await begunNote(page, id);
    await openNote(page, next.id);
    await noteField(page, seen).fill('Today');
    await page.getByRole('button', { name: /^Copy forward from / }).press('Enter');
    const dialog = page.getByRole('dialog', { name: /^Copy forward from / });
    await dialog.getByRole('button', { name: `Copy: ${seen}` }).press('Enter');
    await scan(page, 'copying forward');
    await page.keyboard.press('Escape');
    await expect(noteField(page, seen)).toHaveValue('Today\nNone');
    await expect(page.getByText(/^Copied from /)).toHaveCount(1);
    await expect.poll(async () => (await noteOf(page, next.id)).values['o.observed']?.copied?.noteId).toBe(signed.id);
  });

  await test.step('set aside, its words are hidden and begin a note with the right client', async () => {
    await openNote(page, signed.id);
    await page.getByRole('button', { name: 'This was entered in error…' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Entered in error' });
    await dialog.getByLabel('What went wrong').fill('Bea was here, not Maya');
    await dialog.getByLabel('Whose note it should have been').fill('bea');
    await page.getByRole('option', { name: /^Bea/ }).click();
    await dialog.getByRole('button', { name: 'Set it aside' }).press('Enter');
    await expect(page.getByText('This note was entered in error')).toBeVisible();
    await expect(page.getByText('Plan for next time')).toHaveCount(0);
    await page.getByRole('link', { name: 'Go to the note that took its place' }).press('Enter');
    await expect(page.getByRole('link', { name: 'Bea', exact: true })).toBeVisible();
    await expect(noteField(page, plan)).toHaveValue('None');
  });
});
