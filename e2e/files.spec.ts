import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { details } from './assure/trial-records.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openAt, practiceWithPaper } from './pages/papers.ts';

/** A form the client signed by hand: its scan is filed and counts. */

const givenBy = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: T };
  expect(reply).toEqual({ ok: true, value: expect.anything() });
  return reply.value;
};

const goTo = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    location.hash = hash;
  }, `#${address}`);

const { ids, data } = practiceWithPaper();

test('a form signed on paper is filed from its scan, counts as signed, and says that it was paper', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const { clientId } = ids();
  const page = await openAt(app, `/clients/${clientId}/files`);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files' }).press('Enter');
  await (await choosing).setFiles({ name: 'boundaries.png', mimeType: 'image/png', buffer: await page.screenshot() });
  await page.getByRole('button', { name: 'File it' }).press('Enter');
  await page.getByRole('link', { name: 'Open boundaries' }).press('Enter');
  await page.getByRole('button', { name: 'It is a signed form' }).press('Enter');

  const { today } = ((await callFrom(page, 'readiness.of', { clientId })) as { readonly value: { readonly today: string } }).value;
  const dialog = page.getByRole('dialog', { name: 'A form signed on paper' });
  const form = dialog.getByRole('combobox', { name: 'Which form it is' });
  await form.selectOption({ label: 'Boundaries' });
  await dialog.getByRole('button', { name: 'Count it as signed' }).press('Enter');
  await expect(dialog.getByText(/^The form needs an answer here/)).toBeVisible();
  const { lines } = await givenBy<{ readonly lines: readonly { readonly action: string }[] }>(page, 'audit.list', { clientId });
  expect(lines.filter(({ action }) => action === 'consent-form-opened')).toHaveLength(1);
  await scan(page, 'a form signed on paper');
  await fitsEverywhere(page, 'a form signed on paper');
  await dialog.getByLabel('Initials on the paper').fill('MR');
  await dialog.getByLabel('Day of the signature', { exact: true }).fill(today);
  await dialog.getByLabel('Your name').fill('Ana Day');
  await dialog.getByRole('button', { name: 'Count it as signed' }).press('Enter');
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByLabel('The client').press('Space');
  await dialog.getByLabel('You, the practitioner').press('Space');
  await dialog.getByRole('button', { name: 'Count it as signed' }).press('Enter');
  await expect(page.getByText('Counts as signed: Boundaries')).toBeVisible();
  await expect(page.getByText('Something signed or answered stands on this paper')).toBeVisible();

  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/clients/${clientId}/consent`);
  await expect(page.getByText(/^Signed on paper .*, scan on file$/)).toBeVisible();
  await scan(page, 'consents with one signed on paper');
  await page.getByRole('link', { name: /^Open scan: Boundaries/ }).press('Enter');
  await expect(page.getByRole('img', { name: 'Picture: boundaries' })).toBeVisible();
});

test('places marked on a paper are marked on the chart once more, and are the client’s map', async ({ startApp }) => {
  const app = await startApp({ data: data() });
  const page = await openAt(app, '/clients');
  const { id: clientId } = await givenBy<{ readonly id: string }>(page, 'clients.create', {
    ...details,
    chosenName: 'Noor',
    legalName: 'Noor Haddad',
  });
  const scanned = await page.screenshot({ clip: { x: 0, y: 0, width: 60, height: 60 } });
  const { uploadId } = await givenBy<{ readonly uploadId: string }>(page, 'uploads.begin', { name: 'scan.png', bytes: scanned.length });
  await givenBy(page, 'uploads.append', { uploadId, index: 0, chunk: scanned.toString('base64') });
  await givenBy(page, 'uploads.finish', { uploadId, sha256: createHash('sha256').update(scanned).digest('hex') });
  const { id } = await givenBy<{ readonly id: string }>(page, 'documents.file', { uploadId, clientId, title: 'Bodywork, signed' });
  const { today } = await givenBy<{ readonly today: string }>(page, 'readiness.of', { clientId });
  await goTo(page, `/clients/${clientId}/files/${id}`);
  await page.getByRole('button', { name: 'It is a signed form' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'A form signed on paper' });
  await dialog.getByRole('combobox', { name: 'Which form it is' }).selectOption({ label: 'Consent to bodywork' });
  const part = (name: string) => dialog.getByRole('group', { name, exact: true });
  const areas = part('Areas');
  const place = (name: string) => areas.getByRole('radiogroup', { name });
  await place('Top of the shoulder, left Back').getByRole('radio', { name: 'In', exact: true }).press('Space');
  await place('Back of the neck').getByRole('radio', { name: 'Ask each time' }).press('Space');
  await areas.getByLabel('Firmest contact here: Back of the neck').selectOption({ index: 1 });
  await scan(page, 'places of a paper on the chart');
  await fitsEverywhere(page, 'places of a paper on the chart');

  await part('Purpose today').getByRole('checkbox').press('Space');
  await part('Contact level').getByRole('radio').nth(2).check();
  await part('Clothing and draping').getByRole('radio').first().check();
  for (const name of ['Feelings may come up', 'Right to stop', 'If I cannot speak', 'Health information'])
    await part(name).getByRole('textbox').fill('NH');
  for (const name of ['Questions', 'Free choice']) await part(name).getByRole('checkbox').press('Space');
  await dialog.getByLabel('Day of the signature', { exact: true }).fill(today);
  for (const who of ['The client', 'You, the practitioner']) await dialog.getByLabel(who).press('Space');
  await dialog.getByLabel('Your name').fill('Ana Day');
  await dialog.getByRole('button', { name: 'Count it as signed' }).press('Enter');
  await expect(page.getByText('Counts as signed: Consent to bodywork')).toBeVisible();
  const { map } = await givenBy<{ readonly map: object }>(page, 'consentMap.get', { clientId });
  expect(map).toMatchObject({
    source: 'consent',
    ceiling: 2,
    areas: { 'B-TRAP-L': { state: 'yes', ceiling: 2 }, 'B-NECK': { state: 'ask', ceiling: 1 } },
  });

  await page.getByRole('button', { name: 'Say what it is' }).press('Enter');
  const said = page.getByRole('dialog', { name: 'What this paper is' });
  await said.getByLabel('What it is', { exact: true }).fill('Consent of Noor');
  await said.getByRole('button', { name: 'Keep it' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Consent of Noor' })).toBeVisible();
  await expect(page.getByText(/^Until .* it was called “Bodywork, signed” \(Scan\)/)).toBeVisible();
  await scan(page, 'a paper described anew');
});
