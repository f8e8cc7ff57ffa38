import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { clientId, heading } from './pages/handover.ts';
import { answerAll, findingLine, openHealth, reviewIntake } from './pages/health.ts';
import { begunLetter, fillBlank, flaggedSession, letterId, letterOf, savedAt, talkedSession, words } from './pages/letters.ts';
import { ask, demo } from './pages/map.ts';
import { drop, pdfOf } from './pages/papers.ts';
import { inCareTeam, permission, released } from './pages/releases.ts';

/** Ways a letter takes beside the usual one: without a permission, unseen, of what happened, of a finding, many at once, answered on paper. */

test('a letter of what happened goes in an emergency, unseen by the client, and its answer is filed as a scan', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const place = mkdtempSync(join(tmpdir(), 'stillpoint-letter-'));
  await inCareTeam(page, id);
  await flaggedSession(page, id);

  await test.step('begun from what happened', async () => {
    await page.goto(`${page.url().split('#')[0]}#/clients/${id}/sessions`);
    await page.reload();
    await page.getByRole('link', { name: /^Write a letter about: What happened on/ }).press('Enter');
    await expect(page.getByRole('radio', { name: /^Referral to a mental-health service, today/ })).toBeChecked();
    await begunLetter(page, released.name, 'Referral to a mental-health service, today');
    await expect(page.getByText(`The permission names somebody else, not ${released.name}`)).toBeVisible();
    await expect(page.getByRole('checkbox', { name: 'What was seen and heard' })).toBeDisabled();
  });

  await test.step('an emergency stands in the place of a permission, once it is said what makes it one', async () => {
    await page.getByRole('radio', { name: 'An emergency' }).press('Space');
    await expect(page.getByText('The permission names somebody else')).toBeVisible();
    await page.getByLabel('What makes it an emergency').fill('She could not say where she was');
    for (const fact of ['What happened, with times', 'What was seen and heard']) {
      await expect(page.getByRole('checkbox', { name: fact })).toBeEnabled();
      await page.getByRole('checkbox', { name: fact }).press('Space');
    }
    await expect(words(page)).toContainText('What I saw and heard: voice flat.');
    await expect(savedAt(page)).toBeVisible();
    const checks = page.getByRole('region', { name: 'Before you sign' });
    // No permission stands in it, so its day is no blank.
    await expect(checks).toContainText('Fill in 2 blanks');
    await fillBlank(page, /^Time of the phone call/, '10:40');
    await fillBlank(page, /about keeping safe$/, 'I am at my sister’s');
    await expect(checks).toContainText('It may go unseen, with a reason.');
    await scan(page, 'a letter in an emergency');
  });

  await test.step('the client would read what the paper will say', async () => {
    await page.getByRole('button', { name: 'Maya reads it first' }).press('Enter');
    const read = page.getByRole('article', { name: 'Referral to a mental-health service, today' });
    await expect(read).toContainText('I am writing after speaking to you at 10:40.');
    await page.getByRole('button', { name: 'Back to writing' }).press('Enter');
  });

  await test.step('unseen only with a reason', async () => {
    const day = (await page.locator('.letter-paper-head .num').textContent()) ?? '';
    await page.getByRole('button', { name: 'Sign', exact: true }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Sign this letter' });
    await page.keyboard.press('Space');
    await dialog.getByLabel('Full name of Hana Lindqvist').fill('Hana Lindqvist');
    await dialog.getByRole('button', { name: 'Sign and fix this letter' }).press('Enter');
    await expect(dialog.getByLabel('Why Maya has not read it')).toBeFocused();
    await expect(dialog.getByText('Please say why.')).toBeVisible();
    await scan(page, 'signing a letter the client has not read');
    await page.keyboard.type('She is on her way to hospital');
    await dialog.getByRole('button', { name: 'Sign and fix this letter' }).press('Enter');
    await expect(page.getByRole('region', { name: 'What became of it' })).toContainText('She is on her way to hospital');
    const { documentId } = (await letterOf(page, letterId(page))).letter;
    writeFileSync(join(place, 'letter.pdf'), await pdfOf(page, documentId ?? ''));
    const paper = pdfText(join(place, 'letter.pdf'));
    expect(paper).toContain('In an emergency: She could not say where she was');
    expect(paper).toContain('I am writing after speaking to you at 10:40. What I saw and heard: voice flat.');
    expect(paper).toContain('had not read this letter');
    expect(paper).not.toMatch(/hospital|permission|agreed/);
    expect(paper).toContain(day);
  });

  await test.step('the answer is dropped in, filed with the client, and opened from the letter', async () => {
    await page.getByRole('button', { name: 'It has left' }).press('Enter');
    await page.keyboard.type('by fax');
    await page.keyboard.press('Enter');
    // Keys pressed at once are not lost: the form has the focus before anything else can happen.
    const begins = await page.getByRole('button', { name: 'An answer came' }).evaluate(async (button: HTMLElement) => {
      button.click();
      await Promise.resolve();
      return document.activeElement?.tagName;
    });
    expect(begins).toBe('TEXTAREA');
    await page.keyboard.type('She was seen the same day');
    await drop(page, 'A scan or photo of it', [{ name: 'fax.png', bytes: await page.screenshot() }]);
    await expect(page.getByText('fax.png, ')).toBeVisible();
    await scan(page, 'an answer with its scan');
    await page.getByRole('button', { name: 'File the answer' }).press('Enter');
    const facts = page.getByRole('region', { name: 'What became of it' });
    await expect(facts).toContainText('She was seen the same day');
    await page.setViewportSize({ width: 1024, height: 700 });
    const [left, right] = [await facts.boundingBox(), await page.getByRole('button', { name: 'Print', exact: true }).boundingBox()];
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThan(right?.x ?? 0);
    await facts.getByRole('link', { name: 'Open its paper' }).press('Enter');
    await expect(page.getByRole('img', { name: 'Picture: Answer to: Referral to a mental-health service, today' })).toBeVisible();
  });
  rmSync(place, { recursive: true });
});

test('a letter is begun from a health finding, and updates that are due become drafts in one go', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const other = await clientId(page, 'lucja');
  const contactId = await inCareTeam(page, other);
  await permission(page, other, contactId, {
    kinds: ['attendance', 'health_finding', 'plan'],
    purposes: ['coordinate_care', 'medical_clearance'],
  });
  for (const client of [id, other]) for (let visit = 0; visit < 4; visit += 1) await talkedSession(page, client);

  await test.step('from a finding, with its own letter and its words once there is a permission', async () => {
    await answerAll(page, other, { aneurysm: 'yes' });
    await reviewIntake(page, other, 'none');
    await openHealth(page, other);
    await findingLine(page, 'Known aneurysm').press('Enter');
    await page.getByRole('link', { name: /^Write the letter about Known aneurysm/ }).press('Enter');
    await expect(page.getByRole('radio', { name: /^Request for medical clearance/ })).toBeChecked();
    await begunLetter(page, released.name, 'Request for medical clearance');
    await expect(page.getByText('Valid for this letter')).toBeVisible();
    await expect(words(page)).toContainText('Known aneurysm');
    await scan(page, 'a letter about a finding');
  });

  await test.step('updates due, all ticked, one left out', async () => {
    await page.goto(`${page.url().split('#')[0]}#/letters`);
    const due = page.getByRole('region', { name: 'Updates due' });
    await expect(due.getByRole('checkbox')).toHaveCount(2);
    await expect(due.getByRole('checkbox', { name: 'About Maya Rosario, to Dr. Helen Park, psychologist' })).toHaveAccessibleDescription(
      '4 visits, and no update yet',
    );
    await scan(page, 'updates due');
    await fitsEverywhere(page, 'updates due');
    await due.getByRole('checkbox', { name: /^About Łucja/ }).press('Space');
    await due.getByRole('button', { name: 'Make 1 draft' }).press('Enter');
    await expect(due.getByRole('checkbox')).toHaveCount(1);
  });

  await test.step('and the last of them, after which the page begins again at its head', async () => {
    await page.getByRole('checkbox', { name: /^About Łucja/ }).press('Space');
    await page.getByRole('button', { name: 'Make 1 draft' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Updates due' })).toHaveCount(0);
    await expect(heading(page, 'Letters')).toBeFocused();
    const drafts = page.getByRole('region', { name: 'Drafts' });
    await expect(drafts.getByRole('link', { name: /Short progress update/ })).toHaveCount(2);
    const { letters } = await ask<{ readonly letters: readonly { readonly kindId: string }[] }>(page, 'letters.ofClient', {
      clientId: other,
    });
    expect(letters.map(({ kindId }) => kindId)).toEqual(['progress-update', 'clearance-physician']);
  });
});
