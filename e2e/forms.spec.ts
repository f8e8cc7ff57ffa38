import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { lineOf, openForm, part, saveText, signed, standing, textFor, textSavedElsewhere } from './pages/forms.ts';
import { clientId } from './pages/handover.ts';
import { openSection } from './pages/settings.ts';

/** A practice puts its forms in its own words, fills their blanks, and sees what the program is made of. */

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

const consent = 'Saying yes to bodywork';

const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today', exact: true })).toBeVisible({ timeout: 30_000 });
  return { app, page: app.page() };
};

const summary = (page: Page) => page.getByRole('alert').filter({ hasText: 'before this is saved' });

test('a spelling fix keeps signatures, a change of meaning asks for new ones, and each text stays readable', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  const id = await signed(page, 'noor');
  expect(await standing(page, id)).toEqual(['in-force', '1.1.0', '1.1.0']);

  await openForm(page, consent);
  const what = part(page, 'What it is');
  await what.getByLabel('Text').fill((await what.getByLabel('Text').inputValue()).replace('The work is gentle', 'The Work is gentle'));
  await expect(page.getByText('One text is changed')).toBeVisible();
  await saveText(page);
  await expect(page.getByText('Saved as version 1.1.1. Signatures from before keep counting.')).toBeVisible();
  await expect(lineOf(page, consent)).toContainText('version 1.1.1 · your text');
  expect(await standing(page, id)).toEqual(['in-force', '1.1.0', '1.1.1']);

  await openForm(page, consent);
  await part(page, 'What it is').getByLabel('Text').fill('We work slowly, {{practitioner_name}} and you.');
  await expect(part(page, 'What it is').getByText('We work slowly, Anna Bell and you.')).toBeVisible();
  await saveText(page, 'Said in our way');
  await expect(page.getByText('Saved as version 2.0.0. Clients are asked to sign it anew.')).toBeVisible();
  expect(await standing(page, id)).toEqual(['sign-again', '1.1.0', '2.0.0']);
  expect(await textFor(page, id, 'informed-consent')).toContain('We work slowly, Hana Lindqvist and you.');

  await openForm(page, consent);
  await page.getByText('3 versions of this text').click();
  const lines = page.getByRole('list', { name: 'Versions, newest first' }).getByRole('listitem');
  await expect(lines).toHaveText([
    /Version 2\.0\.0 · A change of meaning.*Hana Lindqvist.*Said in our way/,
    /Version 1\.1\.1 · A spelling fix.*Hana Lindqvist/,
    /Version 1\.1\.0Came with Stillpoint/,
  ]);
  await page.getByRole('button', { name: 'Read version 1.1.1' }).click();
  await expect(page.getByRole('dialog', { name: 'Version 1.1.1' }).getByText(/The Work is gentle/)).toBeVisible();
  await scan(page, 'an older text');
});

test('what cannot be saved is named beside its field and in a summary that takes focus', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openForm(page, consent);
  await part(page, 'What it is').getByLabel('Text').fill('Something else entirely, said by nobody before.');
  await saveText(page);
  await expect(summary(page)).toBeFocused();
  await expect(summary(page)).toContainText('What it is, Text: This is more than a spelling fix.');
  await expect(part(page, 'What it is').getByText(/^This is more than a spelling fix/)).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await scan(page, 'a text that is refused');
  await fitsEverywhere(page, 'a text that is refused');

  await part(page, 'What it is').getByLabel('Text').fill('Said by {{nobody}}.');
  await part(page, 'Areas').getByLabel('Title').fill('Areas of {{client_name}}');
  await part(page, 'Purpose today').getByLabel('Text').fill('');
  await saveText(page, 'Three slips');
  await expect(summary(page)).toContainText('Purpose today, Text: This needs words');
  await part(page, 'Purpose today').getByRole('button', { name: 'As it came' }).click();
  await part(page, 'Purpose today').getByRole('button', { name: 'Use these words again' }).click();
  await expect(part(page, 'Purpose today').getByLabel('Text')).toHaveValue(/in your own words|your own words/i);
  await saveText(page, 'Two slips');
  await expect(summary(page).getByRole('listitem')).toHaveText([
    'What it is, Text: “nobody” is not one of the words that can be filled in. Look at the list of them.',
    'Areas, Title: Words in double braces are not filled in here. Write it out.',
  ]);
  await summary(page)
    .getByRole('button', { name: /^Areas, Title/ })
    .click();
  await expect(part(page, 'Areas').getByLabel('Title')).toBeFocused();

  await page.getByRole('button', { name: 'Put back what is saved' }).click();
  await expect(page.getByText('Nothing is changed')).toBeVisible();
  await expect(summary(page)).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();
});

test('a lock or an ended vault in the middle of a text loses nothing', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await openForm(page, consent);
  await part(page, 'What it is').getByLabel('Text').fill('Half a sen');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const locked = await app.nextPage();
  await unlock(locked, passphrase);
  await locked.getByRole('button', { name: `Continue: Text of “${consent}”` }).click();
  await expect(locked.getByText('This is what you typed before. It is not saved yet.')).toBeVisible();
  await expect(part(locked, 'What it is').getByLabel('Text')).toHaveValue('Half a sen');

  await part(locked, 'What it is').getByLabel('Text').fill('Half a sentence ');
  await expect(locked.getByText(/^Kept \d/)).toBeVisible();
  app.killVault();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await after.getByRole('button', { name: `Continue: Text of “${consent}”` }).click();
  await expect(part(after, 'What it is').getByLabel('Text')).toHaveValue('Half a sentence ');
  await scan(after, 'a text found again');
  await saveText(after, 'Finished');
  await expect(after.getByText('Saved as version 2.0.0.')).toBeVisible();
  await openRoom(after, 'Today');
  await expect(after.getByRole('button', { name: /^Continue: Text of/ })).toHaveCount(0);
});

test('a text saved elsewhere meanwhile is joined where it can be, and asked about where it cannot', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openForm(page, consent);
  await part(page, 'What it is').getByLabel('Text').fill('Mine about the work.');
  await textSavedElsewhere(page, 'informed-consent', () => 'Theirs about who.', 'who');
  await saveText(page, 'Joined');
  await expect(page.getByText('Saved as version 3.0.0.')).toBeVisible();
  const id = await clientId(page, 'noor');
  expect(await textFor(page, id, 'informed-consent')).toMatch(/^Theirs about who\.\nMine about the work\./);

  await openForm(page, consent);
  await part(page, 'What it is').getByLabel('Text').fill('Mine, once more.');
  await textSavedElsewhere(page, 'informed-consent', () => 'Theirs, once more.', 'what');
  await saveText(page, 'Chosen');
  await expect(page.getByText('Someone saved this while you were typing')).toBeVisible();
  await expect(page.getByRole('radio', { name: /Theirs, once more\./ })).toBeVisible();
  await scan(page, 'two texts to choose from');
  await page.getByRole('radio', { name: /Mine, once more\./ }).click();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByText('Saved as version 5.0.0.')).toBeVisible();
  expect(await textFor(page, id, 'informed-consent')).toContain('Mine, once more.');
});

test('words are filled in once, numbers only when checked, and the forms that waited for them can be shown', async ({ startApp }) => {
  test.setTimeout(120_000);
  const app = await startApp();
  const page = app.page();
  await makePractice(page);
  await addClient(page, { chosenName: 'Bea', stopWord: 'amber' });
  await openSection(page, 'Forms');
  await expect(page.getByText('4 forms cannot be shown to a client yet')).toBeVisible();
  await expect(lineOf(page, 'Fees and cancelling')).toContainText('8 of your words are not filled in yet');
  await page.getByRole('link', { name: 'Fill them in' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Words for your forms' })).toBeVisible();
  await expect(page.getByText('For example: 24. Stands in: Fees and cancelling.')).toBeVisible();
  await scan(page, 'words to fill in');
  await fitsEverywhere(page, 'words to fill in');

  const numbers = {
    emergency: page.getByLabel('Emergency number, checked and dated', { exact: true }),
    crisis: page.getByLabel('Crisis line, checked and dated', { exact: true }),
  };
  const days = page.getByLabel('Checked on', { exact: true });
  await page.getByLabel(/^Age under which/).fill('eighteen');
  await numbers.emergency.fill('911');
  await numbers.crisis.fill('9-8-8');
  await days.nth(1).fill('31 2 2026');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(summary(page)).toBeFocused();
  await expect(summary(page).getByRole('listitem')).toHaveText([/^Crisis line, checked and dated, checked on: 31 February is not a day/]);
  await days.nth(1).fill('');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(summary(page).getByRole('listitem')).toHaveText([/^Age under which.*: Write a whole number of years, like 18$/]);
  await page.getByLabel(/^Age under which/).fill('18');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(summary(page).getByRole('listitem')).toHaveText([
    'Emergency number, checked and dated, checked on: Call it or look it up, then give the day',
    'Crisis line, checked and dated, checked on: Call it or look it up, then give the day',
  ]);
  await scan(page, 'words that need another look');
  for (const button of await page.getByRole('button', { name: /^Checked today/ }).all()) await button.click();
  await page.getByLabel('Fees in words, one line per service').fill('60 minutes 95.00\n90 minutes 130.00');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your words are saved')).toBeVisible();
  const id = await clientId(page, 'bea');
  expect(await textFor(page, id, 'fees-cancellation')).toContain('60 minutes 95.00\n90 minutes 130.00');
  expect(await textFor(page, id, 'no-telehealth-statement')).toContain('911');

  await expect(days.first()).toHaveValue(/^\d{1,2} \d{1,2} \d{4}$/);
  await numbers.emergency.fill('112');
  await expect(days.first()).toHaveValue('');
  await page.getByRole('button', { name: 'Put back what is saved' }).click();
  await expect(numbers.emergency).toHaveValue('911');
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeDisabled();

  // What is left, with a lock in the middle.
  await page.getByLabel('Ways to pay').fill('cash or card');
  await page.getByRole('button', { name: 'Lock', exact: true }).click();
  const again = await app.nextPage();
  await unlock(again, passphrase);
  await again.getByRole('button', { name: 'Continue: Words for your forms' }).click();
  await expect(again.getByLabel('Ways to pay')).toHaveValue('cash or card');
  const { facts } = (
    (await callFrom(again, 'profile.formFacts', {})) as { value: { facts: { label: string; words: string; example: string }[] } }
  ).value;
  for (const fact of facts.filter(({ label, words }) => words === '' && label !== 'Ways to pay'))
    await again.getByLabel(fact.label, { exact: true }).fill(fact.example);
  await again.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(again.getByText('What your forms need is filled in. All forms can be shown.')).toBeVisible();
  await openSection(again, 'Forms');
  await expect(again.getByText(/cannot be shown to a client yet/)).toHaveCount(0);
  expect(await textFor(again, id, 'fees-cancellation')).toContain('cash or card');
});

test('words saved elsewhere meanwhile are joined where they can be, and asked about where they cannot', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const saveElsewhere = async (placeholder: string, words: string): Promise<void> => {
    const { version } = ((await callFrom(page, 'profile.formFacts', {})) as { value: { version: number } }).value;
    const reply = await callFrom(page, 'profile.setFormFacts', { version, facts: [{ placeholder, words, checkedOn: null }] });
    expect(reply).toMatchObject({ ok: true });
  };
  await openSection(page, 'Words for your forms');
  await page.getByLabel('Ways to pay').fill('card');
  await saveElsewhere('payment_due', 'before the visit');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your words are saved')).toBeVisible();
  const facts = async (): Promise<unknown> => callFrom(page, 'profile.formFacts', {});
  const both = expect.arrayContaining([
    expect.objectContaining({ placeholder: 'payment_methods', words: 'card' }),
    expect.objectContaining({ placeholder: 'payment_due', words: 'before the visit' }),
  ]);
  expect(await facts()).toMatchObject({ value: { facts: both } });

  await page.getByLabel('Ways to pay').fill('card or cash');
  await saveElsewhere('payment_methods', 'bank transfer');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('radio', { name: /bank transfer/ }).click();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(page.getByLabel('Ways to pay')).toHaveValue('bank transfer');
});

test('a text is changed and saved with the keyboard alone', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openSection(page, 'Forms');
  await scan(page, 'forms');
  await fitsEverywhere(page, 'forms');
  await page.getByRole('link', { name: 'Clear boundaries for both of us', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Clear boundaries for both of us' })).toBeFocused();
  await expect(page.getByLabel('First words', { exact: true })).toBeVisible();
  await scan(page, 'the text of a form');
  await fitsEverywhere(page, 'the text of a form');
  await expect(async () => {
    await page.keyboard.press('Tab');
    await expect(page.getByLabel('First words', { exact: true })).toBeFocused({ timeout: 1 });
  }).toPass({ intervals: [0], timeout: 20_000 });
  await page.keyboard.press('End');
  await page.keyboard.type(' Please ask.');
  await page.getByRole('button', { name: 'Save', exact: true }).focus();
  await page.keyboard.press('Enter');
  const question = page.getByRole('dialog', { name: 'How is this change meant?' });
  await expect(question).toBeVisible();
  await scan(page, 'the question before a text is saved');
  await fitsEverywhere(page, 'the question before a text is saved');
  await page.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await question.getByRole('button', { name: 'Save the text' }).focus();
  await page.keyboard.press('Enter');
  await expect(question.getByText('Say in a few words what changed')).toBeVisible();
  await expect(question.getByLabel('What changed')).toBeFocused();
  await page.keyboard.type('Asks for questions');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Saved as version 2.0.0.')).toBeVisible();
});

test('a blank is shown as it prints and saved as a file', async ({ startApp }) => {
  const { app, page } = await demo(startApp);
  await openSection(page, 'Forms');
  await page.getByRole('link', { name: `Blank to print: ${consent}` }).click();
  await expect(page.getByRole('region', { name: /page 1 of/ })).toBeVisible();
  const file = join(app.data, '..', 'blank.pdf');
  await app.answerSaveDialog(file);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText('Saved as blank.pdf')).toBeVisible();
  expect(pdfText(file)).toContain('Saying yes to bodywork');
  await page.getByRole('link', { name: 'All forms' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Forms' })).toBeVisible();
});

test('About says what the content is, whose it is, and what the program is made of, as text alone', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openSection(page, 'About');
  const files = page.getByRole('list', { name: 'Clinical content' });
  await expect(files.locator('> li')).toHaveCount(9);
  await expect(files).toContainText('Consent forms and evidence');
  await expect(files.getByText(/^draft - needs review by a licensed mental-health clinician/)).toHaveCount(9);
  await page.getByText('60 sources and their authors').click();
  await expect(files.getByText(/^Prins et al\. 2016/)).toBeVisible();
  await page.getByText(/^\d+ parts and their licences$/).click();
  await expect(page.getByText('pdfjs-dist Apache-2.0')).toBeVisible();
  await expect(page.getByText(/SIL Open Font License/)).toBeVisible();
  await expect(page.getByRole('region', { name: 'About' }).getByRole('link')).toHaveCount(0);
  await scan(page, 'about');
  await fitsEverywhere(page, 'about');
});
