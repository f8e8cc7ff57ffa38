import { join } from 'node:path';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { makePrivateFolder, removeFolder } from './host/private-folder.ts';
import { heading } from './pages/handover.ts';
import { checkNumbers } from './pages/health-screen.ts';
import { ask, demo } from './pages/map.ts';

/** Sheets for a client's hand, the whole record on paper, and the picture at the head of both. */

const away = makePrivateFolder();
test.afterAll(() => removeFolder(away));

test('a picture is chosen, a sheet is drawn for the hand, and the whole record on paper', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await checkNumbers(page, (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today);
  const goTo = (place: string): Promise<unknown> => page.goto(`${page.url().split('#')[0]}#${place}`);

  await test.step('a file that is no picture is said; a picture stands where it was chosen', async () => {
    await goTo('/settings');
    const choose = page.getByRole('button', { name: 'Choose a picture' });
    await choose.scrollIntoViewIfNeeded();
    const pick = async (name: string, buffer: Buffer): Promise<void> => {
      const choosing = page.waitForEvent('filechooser');
      await choose.press('Enter');
      await (await choosing).setFiles({ name, mimeType: 'image/png', buffer });
    };
    await pick('logo.png', Buffer.from('MZ a program by another name'));
    await expect(page.getByText('This file is not a picture that can be drawn')).toBeVisible();
    await pick('logo.png', await page.screenshot({ clip: { x: 0, y: 0, width: 300, height: 80 } }));
    const now = page.getByRole('img', { name: 'The picture as it is now' });
    await expect(now).toBeVisible();
    expect(await now.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(300);
    await scan(page, 'a picture for the head of papers');
    await fitsEverywhere(page, 'a picture for the head of papers');
  });

  await test.step('a sheet without a name, with the numbers to call', async () => {
    await goTo(`/handouts?clientId=${id}`);
    await expect(heading(page, 'Handouts and the record')).toBeFocused();
    await expect(page.getByRole('button', { name: /Grounding/ })).toBeVisible();
    await scan(page, 'handouts');
    await fitsEverywhere(page, 'handouts');
    await page.getByRole('button', { name: /Grounding/ }).press('Enter');
    await expect(page.locator('canvas').first()).toBeVisible();
    await scan(page, 'a handout');
    const path = join(away, 'grounding.pdf');
    await app.answerSaveDialog(path);
    await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
    await expect(page.getByText('Saved as grounding.pdf')).toBeVisible();
    expect(pdfFacts(path)).toMatchObject({ pages: 1, tagged: true });
    expect(pdfText(path)).not.toContain('Maya');
    await page.getByRole('button', { name: 'Other sheets' }).press('Enter');
  });

  await test.step('everything of the client, with contents', async () => {
    await page.getByRole('button', { name: 'Draw the record' }).press('Enter');
    await expect(page.locator('canvas').first()).toBeVisible({ timeout: 20_000 });
    const path = join(away, 'record.pdf');
    await app.answerSaveDialog(path);
    await page.getByRole('button', { name: 'Save as a file' }).press('Enter');
    await expect(page.getByText('Saved as record.pdf')).toBeVisible();
    expect(pdfFacts(path).tagged).toBe(true);
    expect(pdfText(path)).toContain('Maya Rosario');
    expect(pdfText(path)).toContain('Contents');
  });
});
