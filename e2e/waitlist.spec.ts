import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openPractice } from './pages/calendar.ts';
import { addClient, addWaiting, openAt, pasted, waitingLine } from './pages/wait-list.ts';

/** The wait list: who waits for what, and who could take a time that came free. It is Tuesday 24 November 2026, 10:52. */

const longName = `Théodora ${'Vasquez-O’Brien '.repeat(11)}`.trim();
const address = 'theodora.vasquez-obrien.with.a.long.address@a-practice-with-a-long-name.example';

test('a cancelled appointment is offered to who waits for it, and booked', async ({ startApp }) => {
  const { app, page, tom, service: serviceId, book } = await openPractice(startApp);
  const { id, version } = await book('Theo Nunes', '2026-12-01', '15:00', { practitionerId: tom });
  await callFrom(page, 'appointments.cancel', { id, version, as: 'cancelled', reason: 'client-asked' });
  const maya = await addClient(page, { chosenName: 'Maya Rosario', contactWishes: '', email: 'maya@example.com' });
  await addWaiting(page, maya, { serviceId, weekdays: [2, 4] });
  const long = await addClient(page, { chosenName: longName, email: address, contactWishes: 'Text only, no voicemail' });
  await addWaiting(page, long, { serviceId, practitionerId: tom, earliest: '12:00', note: 'Would like the quiet room' });
  const elsewhere = await addClient(page, { chosenName: 'Ines Cole' });
  await addWaiting(page, elsewhere, { serviceId, weekdays: [1] });

  await openAt(page, '/wait-list', 'Wait list');
  const free = page.getByRole('region', { name: 'Times that came free' });
  await expect(free).toContainText('Tuesday, December 1, 15:00 to 16:00');
  await expect(free).toContainText('2 people could take it');
  await free.getByRole('button', { name: 'Who could take it: Tue, Dec 1, 15:00' }).press('Enter');
  const matches = free.locator('ol > li');
  await expect(matches).toHaveCount(2);
  await expect(matches.nth(0)).toContainText(longName);
  await expect(matches.nth(0)).toContainText('Asked for Tom · Waits since November 24, 2026');
  await expect(matches.nth(0)).toContainText('Massage · 60 minutes · with Tom · any day · from 12:00');
  await expect(matches.nth(0)).toContainText('How they wish to be reached: Text only, no voicemail');
  await expect(matches.nth(1)).toContainText('Would come to whoever is free');

  await test.step('offer it', async () => {
    await matches.nth(1).getByRole('button', { name: 'Offer it to Maya Rosario' }).press('Enter');
    const offer = matches.nth(1).getByRole('region', { name: 'Offer it to Maya Rosario' });
    await expect(offer.getByRole('heading')).toBeFocused();
    const words = 'Hello Maya Rosario, a time has come free: Tuesday, December 1 at 15:00. If you would like it, just answer this message.';
    await expect(offer.getByLabel('Text to send')).toHaveValue(words);
    await scan(page, 'an offer');
    await fitsEverywhere(page, 'an offer');
    await offer.getByRole('button', { name: 'Copy text' }).press('Enter');
    await expect(page.getByRole('status').filter({ hasText: 'Copied' })).toBeVisible();
    expect(await pasted(page)).toBe(words);
    await app.answerQuestion('Open mail');
    await offer.getByRole('link', { name: 'Open mail: Maya Rosario' }).press('Enter');
    await expect.poll(() => app.openedOutside()).toEqual(['mailto:maya@example.com']);
    await offer.getByRole('button', { name: 'Mark as offered' }).click();
    await expect(matches.nth(1)).toContainText('Offered 10:52');
    await expect(offer).toHaveCount(0);
  });

  await test.step('book it', async () => {
    await matches.nth(1).getByRole('link', { name: 'Book it for Maya Rosario' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'New appointment' })).toBeVisible();
    await page.getByRole('button', { name: 'Book', exact: true }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Maya Rosario' })).toBeVisible();
    await openAt(page, '/wait-list', 'Wait list');
    await expect(page.getByText('2 people wait', { exact: true })).toBeVisible();
    await expect(free).toHaveCount(0);
    await expect(waitingLine(page, 'Maya Rosario')).toHaveCount(0);
  });
});

test('somebody is added with wishes, which are changed; waits no longer, and does after all', async ({ startApp }) => {
  const { page } = await openPractice(startApp);
  await addClient(page, { chosenName: 'Noor Abadi', contactWishes: 'Call after six' });
  await openAt(page, '/wait-list', 'Wait list');
  await expect(page.getByRole('heading', { name: 'Nobody waits for a time' })).toBeVisible();

  await page.getByRole('button', { name: 'Add someone' }).press('Enter');
  const added = page.getByRole('dialog', { name: 'Add to the wait list' });
  await added.getByLabel('From', { exact: true }).fill('2 pm');
  await added.getByLabel('Until', { exact: true }).fill('9');
  await added.getByRole('button', { name: 'Save' }).click();
  await expect(added.getByRole('alert')).toBeFocused();
  await expect(added.getByRole('alert')).toContainText('Client: Choose who waits');
  await expect(added.getByRole('alert')).toContainText('Until: It is not after the time they could come from');
  await added.getByLabel('Until', { exact: true }).fill('5 pm');
  await added.getByLabel('Client', { exact: true }).fill('noor');
  await page.getByRole('option', { name: 'Noor Abadi' }).click();
  for (const day of ['Tuesday', 'Thursday']) await added.getByLabel(day).check();
  await added.getByLabel('Could also come at short notice: today or tomorrow').check();
  await scan(page, 'adding to the wait list');
  await fitsEverywhere(page, 'adding to the wait list');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add someone' }).click();
  await expect(added).toContainText('This is what you typed before.');
  await added.getByRole('button', { name: 'Save' }).click();
  await expect(added).toHaveCount(0);

  const line = waitingLine(page, 'Noor Abadi');
  await expect(line).toContainText('whoever is free · Tue, Thu · 14:00 to 17:00 · also today or tomorrow');
  await expect(line).toContainText('How they wish to be reached: Call after six');
  await line.getByRole('button', { name: 'Change the wishes of Noor Abadi' }).click();
  const changed = page.getByRole('dialog', { name: 'Change the wishes of Noor Abadi' });
  await changed.getByLabel('First day', { exact: true }).fill('1 12 2026');
  await changed.getByLabel('Until', { exact: true }).fill('');
  await changed.getByRole('button', { name: 'Save' }).click();
  await expect(line).toContainText('Tue, Thu · from 14:00 · from Tue, Dec 1 on');
  await scan(page, 'the wait list');
  await fitsEverywhere(page, 'the wait list');

  await line.getByRole('button', { name: 'No longer waiting: Noor Abadi' }).click();
  await expect(line).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Who waits' })).toBeFocused();
  await page.getByRole('status').filter({ hasText: 'no longer waits' }).getByRole('button', { name: 'Undo' }).click();
  await expect(line).toBeVisible();
});
