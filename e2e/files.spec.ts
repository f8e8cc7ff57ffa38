import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openAt, practiceWithPaper } from './pages/papers.ts';

/** A form the client signed by hand: its scan is filed and counts. */

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
  await expect(form.getByRole('option', { name: 'Consent to bodywork' })).toHaveCount(0);
  await form.selectOption({ label: 'Boundaries' });
  await dialog.getByRole('button', { name: 'Count it as signed' }).press('Enter');
  await expect(dialog.getByText(/^The form needs an answer here/)).toBeVisible();
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
