import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openPractice } from './pages/calendar.ts';
import { addClient, openAt, pasted } from './pages/wait-list.ts';

/** Reminders: whom to remind, in which words, and that it was done. It is Tuesday 24 November 2026, 10:52. */

const longName = `Théodora ${'Vasquez-O’Brien '.repeat(11)}`.trim();

test('everyone of the next days is reminded as they wish, and marked', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  await openAt(page, '/reminders', 'Reminders');
  await expect(page.getByRole('heading', { name: 'Nobody to remind' })).toBeVisible();
  const clientId = await addClient(page, { chosenName: longName, contactWishes: 'Text only, no voicemail', email: 'theo@example.com' });
  await book('later today', '2026-11-26', '09:00', { clientId });
  await book('Maya Rosario', '2026-11-25', '10:00');

  await openAt(page, '/reminders', 'Reminders');
  await expect(page.getByText('2 to remind', { exact: true })).toBeVisible();
  const tomorrow = page.getByRole('region', { name: 'Tomorrow, Wednesday, November 25' });
  const thursday = page.getByRole('region', { name: 'Thursday, November 26' });
  await expect(tomorrow).toContainText('10:00 Maya Rosario');
  // What they asked for stands before the words.
  const told = await thursday.getByRole('listitem').first().textContent();
  expect(told).toMatch(/09:00[\s\S]*How they wish to be reached: Text only, no voicemail[\s\S]*Text for/);
  await scan(page, 'whom to remind');
  await fitsEverywhere(page, 'whom to remind');

  await test.step('the words and the address are copied', async () => {
    const words =
      'Hello Maya Rosario, a reminder of your appointment on Wednesday, November 25 at 10:00. If you need another time, just answer this message.';
    await expect(page.getByLabel('Text for Maya Rosario')).toHaveValue(words);
    const copy = page.getByRole('button', { name: 'Copy text: Maya Rosario' });
    await copy.press('Enter');
    await expect(copy).toBeFocused();
    expect(await pasted(page)).toBe(words);
    await page.getByRole('button', { name: `Copy mail address: ${longName}` }).click();
    expect(await pasted(page)).toBe('theo@example.com');
  });

  await test.step('marked by the keyboard, and taken back', async () => {
    await page.getByRole('button', { name: 'Mark as done: Maya Rosario' }).press('Enter');
    await expect(page.getByRole('menu')).toBeVisible();
    // The list takes the focus when it is there, and may take it from an entry that had it already.
    const called = page.getByRole('menuitem', { name: 'Called' });
    await expect(async () => {
      await page.keyboard.press('ArrowDown');
      await expect(called).toBeFocused({ timeout: 300 });
    }).toPass({ timeout: 5_000 });
    await page.keyboard.press('Enter');
    const done = page.getByRole('region', { name: 'Done' });
    await expect(done).toContainText('Maya Rosario Wednesday, November 25, 10:00');
    await expect(done).toContainText(/Called, 10:52.*, Hana Lindqvist/);
    await done.getByRole('button', { name: 'Not done after all: Maya Rosario' }).click();
    await expect(tomorrow).toContainText('Maya Rosario');
    await expect(done).toHaveCount(0);
    for (const name of ['Maya Rosario', longName]) {
      await page.getByRole('button', { name: `Mark as done: ${name}` }).click();
      await page.getByRole('menuitem', { name: 'Not wanted' }).click();
    }
    await expect(page.getByRole('heading', { name: 'Everyone is reminded' })).toBeVisible();
    await scan(page, 'everyone is reminded');
  });
});

test('the mail program is opened for the address alone, after a question, and the words are pasted', async ({ startApp }) => {
  const { app, page, book } = await openPractice(startApp);
  const clientId = await addClient(page, { chosenName: 'Theo Vasquez', email: 'theo@example.com' });
  await book('somebody', '2026-11-25', '09:00', { clientId });
  await book('somebody', '2026-11-25', '11:00', {
    clientId: await addClient(page, { chosenName: 'Zoë Okafor', email: 'zoë@example.com' }),
  });
  await openAt(page, '/reminders', 'Reminders');
  const open = page.getByRole('link', { name: 'Open mail: Theo Vasquez' });
  expect((await open.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expect(page.getByText('The words are copied: paste them in.')).toBeVisible();
  // An address that cannot go into such a link is copied, as before.
  await expect(page.getByRole('button', { name: 'Copy mail address: Zoë Okafor' })).toBeVisible();
  await expect(page.getByText('Open mail', { exact: true })).toHaveCount(1);

  await test.step('a no opens nothing, and the page stays with the words on the clipboard', async () => {
    await app.answerQuestion('Cancel');
    await open.press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'The words are copied. Paste them into the message.' })).toBeVisible();
    await expect.poll(() => app.questions()).toEqual(['Open your mail program with a message to theo@example.com?']);
    await expect(open).toBeFocused();
    expect(await pasted(page)).toBe(await page.getByLabel('Text for Theo Vasquez').inputValue());
  });

  await test.step('links that say more than an address are not even asked about', async () => {
    const links = [
      'mailto:theo@example.com?body=words',
      'mailto:theo@example.com,eve@example.org',
      'mailto:theo@example.com%0D%0ABcc:eve@example.org',
      'mailto:?to=theo@example.com',
      'tel:+15550100',
      'stillpoint:theo@example.com',
    ];
    await page.evaluate((hrefs) => {
      for (const href of hrefs) Object.assign(document.createElement('a'), { href }).click();
    }, links);
  });

  await test.step('a yes opens the address, to the letter', async () => {
    await app.answerQuestion('Open mail');
    await open.click();
    await expect.poll(() => app.openedOutside()).toEqual(['mailto:theo@example.com']);
    expect((await app.questions()).length).toBe(2);
    await expect(page.getByRole('heading', { level: 1, name: 'Reminders' })).toBeVisible();
  });
});

test('a slip is drawn, and the practice has words of its own', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  await book('Maya Rosario', '2026-11-25', '10:00');
  await openAt(page, '/reminders', 'Reminders');
  await page.getByRole('link', { name: 'Print slip: Maya Rosario' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Slip with the next appointments' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Page 1 of 1' })).toBeVisible();
  await page.getByRole('link', { name: 'Back to reminders' }).click();

  await page.getByRole('link', { name: 'Change the words or the days' }).click();
  const words = page.getByLabel('Words', { exact: true });
  await words.fill('{{name}}: {{day}}, {{time}}, {{service}}');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('{{service}} is not known');
  await words.fill('{{name}}: {{day}}, {{time}}, {{practice}}');
  await expect(page.getByRole('region', { name: 'How it reads' })).toContainText('Maya Rosario: Wednesday, November 25, 15:00, ');
  await page.getByRole('combobox', { name: 'How many days ahead' }).click();
  await page.getByRole('option', { name: 'One day: tomorrow' }).click();
  await scan(page, 'words of reminders');
  await fitsEverywhere(page, 'words of reminders');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Words of reminders saved' })).toBeVisible();
  await page.goBack();
  await expect(page.getByText('Appointments of Wednesday, November 25')).toBeVisible();
  await expect(page.getByLabel('Text for Maya Rosario')).toHaveValue(/^Maya Rosario: Wednesday, November 25, 10:00, /);
});
