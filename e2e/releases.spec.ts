import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openConsentTab } from './pages/consent.ts';
import { heading, returned } from './pages/handover.ts';
import { ask, demo } from './pages/map.ts';
import { filledByClient, inCareTeam, openSharing, permission, released, releaseLine, told } from './pages/releases.ts';

/** Who may be told what: a permission is made ready, signed, taken back and asked for again; what left the practice is written down. */

test.setTimeout(60_000);

const { name } = released;

test('a permission is made ready for somebody, read by the client, and finished by keyboard', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'noor');
  await inCareTeam(page, id);
  await openSharing(page, 'noor', 'Noor Abadi');
  await expect(page.getByText('No permission yet')).toBeVisible();

  await test.step('nobody is handed a form that names nobody', async () => {
    await page.getByRole('link', { name: 'New permission' }).press('Enter');
    await expect(heading(page, 'Permission to share about Noor Abadi')).toBeFocused();
    await page.getByRole('button', { name: 'Hand over the screen' }).press('Enter');
    const summary = page.getByRole('alert').filter({ hasText: 'Choose who it is for' });
    await expect(summary).toBeFocused();
    await summary.getByRole('button').press('Enter');
    await page.getByRole('radio', { name: /^Dr\. Amara Okafor/ }).press('Space');
    await expect(summary).toHaveCount(0);
    await scan(page, 'making a permission ready');
    await fitsEverywhere(page, 'making a permission ready');
  });

  await test.step('who gives and who gets stand in the form, and its direction cannot be widened', async () => {
    await page.getByRole('button', { name: 'Hand over the screen' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible({ timeout: 30_000 });
    const [filling] = (
      await ask<{
        readonly fillings: readonly {
          readonly form: { readonly elements: readonly { id: string; text: string; options: readonly { value: string }[] }[] };
        }[];
      }>(page, 'handover.current', {})
    ).fillings;
    const of = (part: string) => filling?.form.elements.find((element) => element.id === part);
    expect(of('to')?.text).toContain('Dr. Amara Okafor, Clinical psychologist, Riverside Clinic, 4 Bridge Street, Guelph');
    expect(of('direction')?.options.map(({ value }) => value)).toEqual(['to']);
    await filledByClient(page);
  });

  await test.step('read through together, it is kept with what it permits', async () => {
    await openSharing(page, 'noor', 'Noor Abadi');
    await expect(releaseLine(page, 'Not signed yet', name)).toContainText('Came back, to be read through');
    await releaseLine(page, 'Not signed yet', name).getByRole('link', { name: 'Read through together' }).press('Enter');
    await expect(heading(page, /^Read through with/)).toBeVisible();
    const ticks = await page.getByRole('checkbox').all();
    for (const tick of ticks) await tick.press('Space');
    await expect.poll(async () => (await returned(page, id))[0]?.reviewed?.length).toBe(ticks.length);
    await page.getByRole('button', { name: 'Finish' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Document' })).toBeVisible();
    await openSharing(page, 'noor', 'Noor Abadi');
    const line = releaseLine(page, 'Counts now', name);
    await expect(line).toContainText('Counts until: when we finish our work');
    await expect(line).toContainText('the response in plain words');
    await expect(line).toContainText('From this practice to them');
    await scan(page, 'a permission in force');
    await fitsEverywhere(page, 'a permission in force');
  });

  await test.step('taken back on the consent page, it counts no longer here', async () => {
    await openConsentTab(page);
    await page.getByRole('link', { name: 'Take back: Permission to share' }).press('Enter');
    await page.getByRole('button', { name: /^Take back “.*” now$/ }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Forms and consents' })).toBeVisible();
    await openSharing(page, 'noor', 'Noor Abadi');
    await expect(releaseLine(page, 'No longer counts', name)).toContainText('Taken back');
  });
});

test('what was told is written down as what it was, and a permission is taken back in one step', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'noor');
  const contactId = await inCareTeam(page, id);
  const { id: releaseId } = await permission(page, id, contactId);
  await openSharing(page, 'noor', 'Noor Abadi');
  const dialog = page.getByRole('dialog', { name: 'Write down what was told' });
  const tellByPhone = async (what: string): Promise<void> => {
    await page.getByRole('button', { name: 'Write down what was told' }).press('Enter');
    await dialog.getByRole('radio', { name: /^Dr\. Amara Okafor/ }).check();
    await dialog.getByRole('radio', { name: 'By phone' }).check();
    await dialog.getByRole('checkbox', { name: 'what is planned' }).check();
    await dialog.getByLabel('What was told, in a sentence').fill(what);
    await dialog.getByLabel('What for').selectOption('working together');
    await dialog.getByRole('radio', { name: 'A signed permission' }).check();
  };
  const write = dialog.getByRole('button', { name: 'Write it down' });

  await test.step('under the permission', async () => {
    await tellByPhone('That we go on every second week.');
    await dialog.getByLabel('What was told, in a sentence').fill('');
    await write.press('Enter');
    await expect(dialog.getByRole('alert')).toBeFocused();
    await scan(page, 'writing down what was told');
    await dialog.getByLabel('What was told, in a sentence').fill('That we go on every second week.');
    await write.press('Enter');
    await expect(told(page).getByRole('listitem')).toContainText('A signed permission');
    await expect(releaseLine(page, 'Counts now', name)).toContainText('One thing went out under it');
  });

  await test.step('taken back, with what cannot be called back in view', async () => {
    await page.getByRole('button', { name: `Take back the permission for ${name}` }).press('Enter');
    const question = page.getByRole('dialog', { name: `Take back the permission for ${name}` });
    await expect(question).toContainText('That we go on every second week.');
    await scan(page, 'taking back a permission');
    await question.getByRole('button', { name: 'Take it back now' }).press('Enter');
    await expect(releaseLine(page, 'No longer counts', name)).toContainText(/Taken back .*One thing went out under it/);
    const { releases } = await ask<{ readonly releases: readonly { id: string; state: string }[] }>(page, 'releases.ofClient', {
      clientId: id,
    });
    expect(releases.map((one) => [one.id, one.state])).toEqual([[releaseId, 'revoked']]);
  });

  await test.step('what was told after that is no disclosure under it', async () => {
    await tellByPhone('That we meet on Friday.');
    await write.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText(`The permission for ${name} was taken back.`);
    await dialog.getByRole('radio', { name: 'No permission' }).check();
    await dialog.getByLabel('How it came about').fill('She rang, and I answered before I had looked.');
    await write.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(told(page).getByRole('listitem').filter({ hasText: 'That we meet on Friday.' })).toContainText('No permission');
    await scan(page, 'what left the practice');
    await fitsEverywhere(page, 'what left the practice');
  });

  await test.step('the list is printed, and the client is asked again', async () => {
    await page.getByRole('link', { name: 'Print this list' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'Back to sharing' }).press('Enter');
    await page.getByRole('link', { name: `Ask again for ${name}` }).press('Enter');
    await expect(page.getByRole('radio', { name: /^Dr\. Amara Okafor/ })).toBeChecked();
    await expect(page.getByText(/^It takes the place of the one signed/)).toBeVisible();
  });
});
