import { pngOf } from '../electron/documents/pictures.test-world.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { fillClient, findClient, openRoom } from './pages/clients.ts';
import { heading } from './pages/handover.ts';
import { ask, demo } from './pages/map.ts';

/** The whole record of a client, what the practice asks itself, and how clients are found again. */

const longest = 'Wolfeschlegelsteinhausenbergerdorff '.repeat(5).trim();

test('a record is written down whole, told from one before, tagged, and found again by keyboard', async ({ startApp }) => {
  const { page } = await demo(startApp, 'maya');
  await test.step('what happened with a client is told newest first, by its kind, and leads to where it is told in full', async () => {
    await findClient(page, 'maya');
    await page.getByRole('link', { name: 'Maya Rosario', exact: true }).press('Enter');
    const happened = page.getByRole('region', { name: 'What happened' });
    await expect(happened.getByRole('link', { name: /Intake 1/ })).toBeVisible();
    await scan(page, 'what happened with a client');
    await happened
      .getByRole('combobox', { name: 'Show' })
      .or(happened.getByRole('textbox', { name: 'Show' }))
      .press('Enter');
    await page.getByRole('option', { name: 'Consents and the map' }).click();
    await expect(happened.getByRole('link', { name: /Intake 1/ })).toHaveCount(0);
    await happened.getByRole('link', { name: /Consent to bodywork/ }).press('Enter');
    await expect(page.getByRole('button', { name: 'Save as a file' })).toBeVisible();
    await openRoom(page, 'Clients');
    await page.getByLabel('Find a client').fill('');
  });

  await test.step('the practice asks two things of its own, in the order it wants', async () => {
    await openRoom(page, 'Settings');
    await page.getByRole('link', { name: 'Client records' }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: 'Client records' })).toBeVisible();
    await page.getByRole('button', { name: 'Add a field' }).press('Enter');
    await page.getByLabel('Name of the field').fill('Member since');
    await page.getByLabel('What is written in it').selectOption('A day');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Add a field' }).press('Enter');
    await page.getByLabel('Name of the field').fill('Referred by');
    await page.getByLabel('What is written in it').selectOption('One of your choices');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Write at least one choice');
    await page.getByLabel('Choices').fill('A friend\nThe web');
    await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
    await page.getByRole('button', { name: 'Move Referred by up' }).press('Enter');
    await expect(page.getByRole('list', { name: 'Fields of your own' }).getByRole('listitem').first()).toContainText('Referred by');
    await expect(page.getByRole('button', { name: 'Move Referred by down' })).toBeFocused();
    await scan(page, 'settings: client records');
  });

  await test.step('a client written down a second time is told, and may be added all the same', async () => {
    const { clients } = await ask<{ clients: { birthDate: string; chosenName: string }[] }>(page, 'clients.search', { query: 'maya' });
    const maya = clients[0]!;
    await openRoom(page, 'Clients');
    await page.getByRole('link', { name: 'Add a client' }).press('Enter');
    await fillClient(page, { chosenName: maya.chosenName, birthDate: maya.birthDate });
    await expect(page.getByRole('status').filter({ hasText: 'Somebody in the practice is like this' })).toContainText(
      'same name and birth date',
    );
    await fillClient(page, { chosenName: longest, birthDate: '', 'Discreet wording': 'Say only that Hana called' });
    await expect(page.getByText('Somebody in the practice is like this')).toHaveCount(0);
  });

  await test.step('whom to call, voicemail, tags and what the practice asks are kept', async () => {
    await page
      .getByRole('group', { name: 'Voicemail' })
      .or(page.getByRole('radiogroup', { name: 'Voicemail' }))
      .getByLabel('Never')
      .check();
    await page.getByRole('button', { name: 'Add a person to call' }).press('Enter');
    await expect(page.getByLabel('Their name')).toBeFocused();
    await page.keyboard.type('Zofia');
    await page.getByLabel('Their phone').fill('416 555 0102');
    await page
      .getByRole('textbox', { name: 'Tags' })
      .or(page.getByRole('combobox', { name: 'Tags' }))
      .fill('Evening');
    await page.keyboard.press('Enter');
    await page.getByLabel('Referred by').selectOption('The web');
    await page.getByLabel('Member since').fill('31 4 2020');
    await scan(page, 'a new client in full');
    await page.getByRole('button', { name: 'Save client' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('31 April is not a day in the calendar');
    await page.getByLabel('Member since').fill('30 4 2020');
    await page.getByRole('button', { name: 'Save client' }).press('Enter');
    await expect(heading(page, longest)).toBeVisible();
    for (const words of ['Never', 'Say only that Hana called', 'Zofia', 'Evening', 'The web', 'April 30, 2020'])
      await expect(page.locator('.overview')).toContainText(words);
  });

  await test.step('a picture is drawn small beside the name, and goes again', async () => {
    const buffer = pngOf(900, 600);
    await page.locator('.overview input[type=file]').setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer });
    const picture = page.getByRole('img', { name: `Picture of ${longest}` });
    await expect(picture).toBeVisible();
    expect(await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight, img.clientWidth])).toEqual([
      256, 256, 62,
    ]);
    await scan(page, 'a client with a picture');
    await fitsEverywhere(page, 'the overview of a full record with the longest name and a picture');
    await page.getByRole('region', { name: 'Picture' }).getByRole('button', { name: 'Remove' }).press('Enter');
    await expect(picture).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add a picture' })).toBeFocused();
  });

  await test.step('the list is narrowed by tag, the filter kept, and the client opened by keyboard', async () => {
    await openRoom(page, 'Clients');
    await page
      .getByRole('combobox', { name: 'Tags' })
      .or(page.getByRole('textbox', { name: 'Tags' }))
      .click();
    await page.keyboard.type('even');
    await page.getByRole('option', { name: 'Evening' }).click();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('status').filter({ hasText: '1 client found' })).toHaveCount(1);
    await page.getByRole('button', { name: 'Save this filter' }).press('Enter');
    await expect(page.getByLabel('Name of the filter')).toHaveValue('Evening');
    await page.getByLabel('Name of the filter').press('Enter');
    const filter = page.getByRole('list', { name: 'Your filters' }).getByRole('button', { name: 'Evening' });
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await scan(page, 'the list of clients by tag');
    await fitsEverywhere(page, 'the list of clients by tag');
    await filter.press('Enter');
    await expect(page.getByText('1 client found')).toHaveCount(0);
    await filter.press('Enter');
    await expect(page.getByText('1 client found')).toHaveCount(1);
    await page.getByLabel('Find a client').press('ArrowDown');
    await expect(page.getByRole('link', { name: longest })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page, longest)).toBeVisible();
  });
});
