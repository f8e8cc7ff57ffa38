import { plainText } from '../shared/letter-document.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import { composed, letterId, letterOf, openLetter, savedAt, saveElsewhere, words } from './pages/letters.ts';
import { ask, demo } from './pages/map.ts';
import { closedSession } from './pages/notes.ts';

/** A letter is written beside the record, read by the client, signed, handed over and answered. */

test.setTimeout(60_000);

test('a progress update is written from a session, read, signed by keyboard, handed over and answered', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const sessionId = await closedSession(page, id);
  await page.goto(`${page.url().split('#')[0]}#/letters/new?clientId=${id}&sessionId=${sessionId}`);

  await test.step('to whom, and which', async () => {
    await expect(page.getByRole('radio', { name: /^Session summary/ })).toBeChecked();
    await expect(page.getByRole('radio', { name: /^Dr\. Helen Park/ })).toBeVisible();
    await page.getByRole('button', { name: 'Begin this letter' }).press('Enter');
    await expect(page.getByRole('radio', { name: /^Dr\. Helen Park/ })).toBeFocused();
    await page.getByRole('radio', { name: /^Dr\. Helen Park/ }).check();
    await page.getByRole('radio', { name: /^Short progress update/ }).check();
    await scan(page, 'beginning a letter');
    await page.getByRole('button', { name: 'Begin this letter' }).press('Enter');
    await expect(heading(page, 'Short progress update')).toBeFocused();
  });
  const letter = letterId(page);
  const keptWords = async (): Promise<string> => plainText((await letterOf(page, letter)).letter.document);

  await test.step('only what the permission covers can be ticked; a sentence comes and goes with its fact', async () => {
    await expect(page.getByRole('checkbox', { name: 'Goal, in the client’s words' })).toBeDisabled();
    await expect(words(page)).toContainText('Maya came for');
    await page.getByRole('checkbox', { name: 'Dates and number of visits' }).press('Space');
    await expect(words(page)).not.toContainText('Maya came for');
    await expect(savedAt(page)).toBeVisible();
    expect(await keptWords()).not.toContain('Maya came for');
    await page.getByRole('checkbox', { name: 'Dates and number of visits' }).press('Space');
    await expect(words(page)).toContainText('Maya came for');
    await page.getByRole('checkbox', { name: 'Distress numbers' }).press('Space');
  });

  await test.step('blanks are named, and filled wherever they stand', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
    const checks = page.getByRole('region', { name: 'Before you sign' });
    await expect(checks).toBeFocused();
    await expect(checks).toContainText('Maya has not read it yet');
    await scan(page, 'a letter with blanks');
    await checks.getByRole('button', { name: 'The next step in the plan' }).press('Enter');
    const blank = page.getByRole('dialog', { name: 'Fill in a blank' }).getByLabel('The next step in the plan');
    await expect(blank).toBeFocused();
    await blank.fill('shorter blocks');
    await blank.press('Enter');
    await expect(words(page)).toContainText('The next step is shorter blocks.');
    await expect(checks).toContainText('Nothing is left blank');
    await expect(checks).toContainText('1 blank was filled by hand');
  });

  await test.step('bold and lists by keyboard, and Tab leaves the page', async () => {
    await words(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+B');
    await page.keyboard.type('Please call');
    await page.keyboard.press('Control+B');
    await page.getByRole('button', { name: 'List', exact: true }).press('Enter');
    await expect(words(page).getByRole('listitem')).toHaveText('Please call');
    await page.keyboard.press('Tab');
    await expect(words(page)).not.toBeFocused();
    await expect(savedAt(page)).toBeVisible();
    expect((await letterOf(page, letter)).letter.document.at(-1)).toEqual({
      type: 'list',
      ordered: false,
      items: [[{ type: 'text', text: 'Please call', bold: true }]],
    });
    await fitsEverywhere(page, 'a letter being written');
  });

  await test.step('the client reads it first, and a change after it takes that away', async () => {
    const reads = page.getByRole('button', { name: 'Maya reads it first' });
    const read = page.getByRole('button', { name: 'Maya has read it' });
    await reads.press('Enter');
    await expect(page.getByRole('article', { name: 'Short progress update' })).toContainText('Please call');
    await scan(page, 'a letter being read by the client');
    await read.press('Enter');
    await expect(page.getByText(/^Maya read it, /)).toBeVisible();
    await words(page).focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' me');
    await expect(page.getByText('Maya has not read it yet')).toBeVisible();
    await reads.press('Enter');
    await read.press('Enter');
    await expect(page.getByText(/^Maya read it, /)).toBeVisible();
  });

  await test.step('what never goes into it is gone through before it is signed', async () => {
    await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign this letter' });
    await expect(dialog.getByRole('listitem').filter({ hasText: 'Photos of the body' })).toBeVisible();
    const looked = dialog.getByRole('checkbox', { name: /^I went through this list/ });
    // The focus has come into it.
    await expect(dialog.locator(':focus')).toBeVisible();
    await dialog.getByLabel('Full name of Hana Lindqvist').fill('Hana Lindqvist');
    await dialog.getByLabel('Full name of Hana Lindqvist').press('Enter');
    await expect(dialog.getByText('Please go through the list first.')).toBeVisible();
    await scan(page, 'signing a letter');
    await looked.press('Space');
    await dialog.getByRole('button', { name: 'Sign and fix this letter' }).press('Enter');
    await expect(page.getByRole('button', { name: 'It has left' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Short progress update', exact: false }).first()).toBeVisible();
  });

  await test.step('how it left and what came back are written down', async () => {
    await page.getByRole('button', { name: 'It has left' }).press('Enter');
    const how = page.getByRole('combobox', { name: 'How', exact: true });
    await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
    await how.fill('by hand through the client');
    await page.getByRole('button', { name: 'Write it down' }).press('Enter');
    await expect(page.getByText(/by hand through the client, recorded by/)).toBeVisible();
    await page.getByRole('button', { name: 'An answer came' }).press('Enter');
    await expect(page.getByRole('dialog').locator(':focus')).toBeVisible();
    await page.getByLabel('What it says').fill('Thank you, the pace fits.');
    await page.getByRole('button', { name: 'File the answer' }).press('Enter');
    await expect(page.getByText(/Thank you, the pace fits\.$/)).toBeVisible();
    await scan(page, 'a letter that was answered');
  });

  await test.step('it is put right by another, which may not go once the permission is taken back', async () => {
    await page.getByRole('link', { name: 'Correct it' }).press('Enter');
    await page.getByRole('button', { name: 'Begin the new letter' }).press('Enter');
    await expect(words(page)).toContainText('Please call me');
    const { releases } = await ask<{ readonly releases: readonly { readonly id: string }[] }>(page, 'releases.ofClient', { clientId: id });
    await ask(page, 'releases.revoke', { id: releases[0]?.id, why: 'taken-back', by: 'client', words: '' });
    await page.reload();
    await expect(page.getByRole('status').filter({ hasText: 'The permission was taken back' })).toBeVisible();
    await scan(page, 'a letter that may not go');
  });
});

test('a lock in mid-sentence loses nothing, and two versions are asked about', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const { id: letter } = await composed(page, id);
  await openLetter(page, letter);
  await words(page).focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' She walks again');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await openLetter(after, letter);
  await expect(words(after)).toContainText('She walks again');

  await saveElsewhere(after, letter, { document: [{ type: 'paragraph', content: [{ type: 'text', text: 'Written elsewhere.' }] }] });
  await words(after).focus();
  await after.keyboard.press('Control+End');
  await after.keyboard.type(', and sleeps');
  const both = after.getByRole('region', { name: 'Two versions of this letter' });
  await expect(both.getByText(/Written elsewhere\./)).toBeVisible();
  await scan(after, 'a letter in two versions');
  await both.getByRole('radio', { name: /and sleeps/ }).check();
  await both.getByRole('button', { name: 'Save', exact: false }).first().press('Enter');
  await expect(savedAt(after)).toBeVisible();
  expect(plainText((await letterOf(after, letter)).letter.document)).toContain('She walks again, and sleeps');
});
