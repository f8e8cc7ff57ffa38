import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfFacts, pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import { clientId, heading } from './pages/handover.ts';
import { checkNumbers } from './pages/health-screen.ts';
import { ask, demo, openMap, tabTo } from './pages/map.ts';
import { answerHealth, atSmallest, card, inView, line, openClient, quietItems } from './pages/safety.ts';

/** The safety card: what a practitioner looks at before touching someone. */

test.setTimeout(120_000);

test('the card says what limits touch, is read, changes, and is not read any more; it prints on one page', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  const [adapted] = await quietItems(page, 'modify');
  const [blocking] = await quietItems(page, 'clearance');
  if (!adapted || !blocking) throw new Error('the content has none of these');
  await answerHealth(page, id, [adapted.id]);
  await openClient(page, id, 'Maya Rosario');

  await test.step('ready with limits: where, how firm, in which position, and why', async () => {
    await expect(card(page)).toContainText('Ready with limits');
    await expect(card(page)).toContainText('“amber”');
    await expect(line(page, 'Ask each time')).toContainText('Back of the neck');
    await expect(line(page, 'In, after a spoken yes')).toContainText('Palm and fingers, left and right');
    await expect(line(page, 'Pressure')).toContainText('Light at most');
    await expect(line(page, 'Position')).toContainText('Not: ');
    await expect(line(page, 'Health')).toContainText(adapted.condition);
    await expect(line(page, 'Emergency contact')).toContainText('555');
    const main = page.getByRole('main');
    await expect(main).toContainText('“Driving on the motorway again');
    await expect(main.getByText(`Adapt: ${adapted.condition}`)).toBeVisible();
    await scan(page, 'client, ready with limits');
    await fitsEverywhere(page, 'client, ready with limits');
  });

  await test.step('read, by whom and when', async () => {
    await card(page).getByRole('button', { name: 'I have read it' }).press('Enter');
    await expect(card(page).getByText(/^Read \d.*, Hana Lindqvist$/)).toBeVisible();
    await expect(card(page).getByRole('button', { name: 'I have read it' })).toHaveCount(0);
  });

  await test.step('something is found: the card says so, and nobody has read it as it is now', async () => {
    await ask(page, 'health.add', { clientId: id, itemId: blocking.id });
    await expect(card(page)).toContainText('Needs clearance');
    await expect(line(page, 'Why')).toContainText(`Clearance needed: ${blocking.condition}`);
    await expect(line(page, 'Off limits')).toContainText('Everywhere, today');
    await expect(line(page, 'In, after a spoken yes')).toHaveCount(0);
    await expect(line(page, 'Pressure')).toContainText('No contact today');
    await expect(card(page).getByText('Not read as it is now')).toBeVisible();
    await scan(page, 'client who needs a clearance');
  });

  await test.step('a card that changes under the hand is not taken for read', async () => {
    // Pressed as soon as the change is kept: the new card is still on its way.
    await page.evaluate(
      async ([clientId, label]) => {
        const { stillpoint } = window as unknown as { stillpoint: { call(name: string, input: unknown): Promise<unknown> } };
        await stillpoint.call('health.changed', { clientId, changed: true, words: 'A new scar' });
        const button = [...document.querySelectorAll('button')].find((one) => one.textContent === label);
        button?.click();
      },
      [id, 'I have read it'] as const,
    );
    await expect(card(page).getByRole('alert')).toContainText('It changed while you read.');
    await expect(line(page, 'Why')).toContainText('Something has changed and was not gone through yet');
    await expect(line(page, 'Has changed')).toContainText('A new scar');
    await card(page).getByRole('button', { name: 'I have read it' }).press('Enter');
    await expect(card(page).getByText(/^Read \d/)).toBeVisible();
    await expect(card(page).getByRole('alert')).toHaveCount(0);
  });

  await test.step('on paper', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stillpoint-card-'));
    const file = join(folder, 'card.pdf');
    await card(page).getByRole('link', { name: 'Print the safety card' }).press('Enter');
    await expect(heading(page, 'Print the safety card')).toBeFocused();
    await expect(page.getByText('1 page', { exact: true })).toBeVisible();
    await page.locator('canvas').first().waitFor();
    await scan(page, 'the card before it is printed');
    await app.answerSaveDialog(file);
    await page.getByRole('button', { name: 'Save as a file' }).click();
    await expect(page.getByText(/^Saved as/)).toBeVisible();
    const text = pdfText(file);
    const facts = pdfFacts(file);
    rmSync(folder, { recursive: true, force: true });
    expect(facts).toEqual({ pages: 1, tagged: true, fontsEmbedded: true, sound: true });
    for (const words of ['Maya Rosario', '“amber”', 'Needs clearance', blocking.condition]) expect(text).toContain(words);
    await page.getByRole('link', { name: 'Back to the client' }).press('Enter');
    await expect(heading(page, 'Maya Rosario')).toBeVisible();
  });

  await test.step('the map is closed for the same reasons, and leads to where they are seen to', async () => {
    await openMap(page, 'maya', 'Maya Rosario');
    await expect(page.getByText(`Closed: a clearance is needed first, ${blocking.condition}`).first()).toBeVisible();
    await expect(page.getByText('In 0', { exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'To health' }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/clients/${id}/health$`));
  });
});

test('with twenty findings the card keeps what matters in view, and Today says what waits', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'lucja');
  const stops = await quietItems(page, 'absolute', 'clearance');
  const others = await quietItems(page, 'modify', 'local');
  const blocking = stops.slice(0, 8);
  const adapted = others.slice(0, 12);
  const blanks = stops.slice(8, 11);
  await answerHealth(
    page,
    id,
    [...blocking, ...adapted].map((item) => item.id),
    blanks.map((item) => item.id),
  );
  await openClient(page, id, 'Łucja Żak');
  await atSmallest(page, 'a card with twenty findings');

  await test.step('stop signal and readiness stand still; all that keeps hands off is told by name', async () => {
    const [word, state] = [card(page).getByText('“stop”'), card(page).getByText(/Not now$/)];
    const all = card(page).getByRole('region', { name: 'All the card says' });
    await tabTo(page, all);
    for (const { condition } of blocking) await expect(line(page, 'Why')).toContainText(condition);
    await expect(line(page, 'Why')).toContainText('3 health questions not answered yet');
    await page.keyboard.press('End');
    await expect.poll(() => inView(line(page, 'Contact wishes'))).toBe(true);
    expect([await inView(word), await inView(state)]).toEqual([true, true]);
    await page.keyboard.press('Home');
    await expect.poll(() => inView(line(page, 'Contact wishes'))).toBe(false);
  });

  await test.step('what is folded away opens by keyboard', async () => {
    const found = line(page, 'Health');
    await expect(found.getByRole('listitem')).toHaveCount(5);
    const more = found.getByRole('button', { name: 'and 15 more' });
    await tabTo(page, more);
    await page.keyboard.press('Enter');
    await expect(found.getByRole('listitem')).toHaveCount(20);
    await expect(found.getByRole('button', { name: 'Show fewer' })).toBeFocused();
    await scan(page, 'a card with twenty findings');
    await fitsEverywhere(page, 'a card with twenty findings');
  });

  await test.step('where the card stands below the page, its first words stay on top', async () => {
    await page.setViewportSize({ width: 768, height: 1024 });
    await page.getByRole('button', { name: 'Safety card' }).press('Enter');
    await expect(card(page)).toBeFocused();
    await expect
      .poll(() =>
        inView(
          page
            .getByRole('main')
            .getByText(/Not now$/)
            .first(),
        ),
      )
      .toBe(true);
    await page.setViewportSize({ width: 1280, height: 800 });
  });

  await test.step('Today', async () => {
    await openRoom(page, 'Today');
    const unfinished = page.getByRole('region', { name: 'Unfinished' });
    await expect(unfinished).toContainText('8 things keep hands off');
    await expect(unfinished).toContainText('3 questions to ask again');
    await expect(page.getByRole('link', { name: /^Crisis numbers not checked yet/ })).toBeVisible();
    await scan(page, 'today, with health');
    await fitsEverywhere(page, 'today, with health');
    await page.getByRole('link', { name: /^Crisis numbers not checked yet/ }).press('Enter');
    await expect(page).toHaveURL(/#\/settings\/crisis$/);
    await checkNumbers(page, (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today);
    await openRoom(page, 'Today');
    await expect(unfinished).toBeVisible();
    await expect(page.getByRole('link', { name: /^Crisis numbers/ })).toHaveCount(0);
    await unfinished.getByRole('link', { name: 'Open health: Łucja Żak' }).press('Enter');
    await expect(page).toHaveURL(new RegExp(`#/clients/${await clientId(page, 'lucja')}/health$`));
  });
});
