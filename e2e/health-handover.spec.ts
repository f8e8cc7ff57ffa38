import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { heading, kept, takeBack } from './pages/handover.ts';
import { checkNumbers, healthOf, numbers, onTo, openCrises, prepareHealth, question } from './pages/health-screen.ts';

/** The health questions in the client's hands: answered by the page, skipped, left for a talk; and what happens when an answer calls for somebody now. */

const handOverHealth = async (page: Page): Promise<string> => {
  await makePractice(page);
  await checkNumbers(page);
  await addClient(page, { chosenName: 'Noor Abadi', stopWord: 'amber' });
  const id = await prepareHealth(page, 'noor');
  await expect(page.getByRole('checkbox', { name: 'Health questions' })).toBeChecked();
  await page.getByRole('button', { name: 'Hand over the screen' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  await onTo(page, 'Begin', 'Heart and blood pressure');
  return id;
};

const tabs = async (page: Page, times: number): Promise<void> => {
  for (let time = 0; time < times; time += 1) await page.keyboard.press('Tab');
};

const lookAt = async (page: Page, screen: string): Promise<void> => {
  await scan(page, screen);
  await fitsEverywhere(page, screen);
};

test('health questions are answered a page at a time, one is a yes, a private part is skipped', async ({ startApp }) => {
  const app = await startApp();
  const page = app.page();
  const id = await handOverHealth(page);

  await test.step('by keyboard: what is open is said beside each question', async () => {
    await page.getByRole('button', { name: 'Continue' }).press('Enter');
    await expect(page.getByRole('alert')).toContainText('Some questions are still open.');
    const chest = question(page, /^Do you have new pain or pressure in your chest\?/);
    await expect(chest.getByRole('radio', { name: 'No', exact: true })).toBeFocused();
    await expect(chest).toContainText('Not answered yet');
    await page.keyboard.press('Space');
    await expect(chest).not.toContainText('Not answered yet');
    await tabs(page, 2);
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await expect(question(page, /heart attack, a stent/).getByRole('radio', { name: "I'd rather not say" })).toBeChecked();
    await lookAt(page, 'health questions, some open');
  });

  await test.step('“None of the others” answers the rest, and takes it back', async () => {
    const none = page.getByRole('button', { name: 'None of the others' });
    await none.press('Enter');
    await expect(none).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByRole('radio', { name: 'No', exact: true, checked: true })).toHaveCount(9);
    await none.press('Enter');
    await expect(page.getByRole('radio', { name: 'No', exact: true, checked: true })).toHaveCount(1);
    await none.press('Enter');
    await onTo(page, 'Continue', 'Veins, blood and glands');
    await onTo(page, 'I’d rather talk about it', 'Head, nerves and balance');
  });

  await test.step('a yes, and the way back without loss', async () => {
    for (const next of ['Bones, joints and muscles', 'Lungs, belly, kidneys and sugar', 'Fever and infections', 'Skin and allergies']) {
      await page.getByRole('button', { name: 'None of these' }).press('Enter');
      await onTo(page, 'Continue', next);
    }
    await question(page, /^Are you allergic to any oil/)
      .getByText('Yes', { exact: true })
      .click();
    await onTo(page, 'Back', 'Fever and infections');
    await onTo(page, 'Continue', 'Skin and allergies');
    await expect(question(page, /^Are you allergic to any oil/).getByRole('radio', { name: 'Yes' })).toBeChecked();
    await page.getByRole('button', { name: 'None of the others' }).press('Enter');
    await onTo(page, 'Continue', 'Operations, injections and devices');
    for (const next of ['Cancer', 'Anything else', 'Pregnancy and breast health']) {
      await page.getByRole('button', { name: 'None of these' }).press('Enter');
      await onTo(page, 'Continue', next);
    }
  });

  await test.step('a private part is skipped', async () => {
    await expect(page.getByText('Skipping is fine.', { exact: false })).toBeVisible();
    await expect(page.getByRole('button', { name: 'I’d rather talk about it' })).toHaveCount(0);
    await lookAt(page, 'private health questions');
    await onTo(page, 'Skip', 'Alcohol and other drugs');
    await question(page, /^Have you had alcohol/)
      .getByText('Yes', { exact: true })
      .click();
    await page.getByRole('button', { name: 'Clear my answers' }).press('Enter');
    await expect(page.getByRole('button', { name: 'None of these' })).toBeFocused();
    await expect(page.getByRole('radio', { checked: true })).toHaveCount(0);
    for (const next of ['Your choice today', 'Your mind and feelings', 'Staying safe', 'Those were the health questions']) {
      await page.getByRole('button', { name: 'None of these' }).press('Enter');
      await onTo(page, 'Continue', next);
    }
    await expect(page.getByRole('listitem')).toHaveText([
      'You answered 87 questions.',
      '16 are left open. That is all right.',
      'You would rather talk about one of the pages.',
    ]);
    await expect(page.getByText('allerg', { exact: false })).toHaveCount(0);
    await lookAt(page, 'end of the health questions');
    expect((await kept(page)).map(({ seen, talk }) => [seen.length, talk])).toEqual([[15, ['blood']]]);
  });

  await test.step('handed back, the finding is there and no card calls', async () => {
    await page.getByRole('button', { name: 'I am done' }).press('Enter');
    await expect(heading(page, 'Please hand the screen back')).toBeFocused();
    await takeBack(page, passphrase);
    await expect(page).toHaveURL(new RegExp(`#/clients/${id}/health$`));
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    const { newest, findings } = await healthOf(page, id);
    const cause = (item: string): string | null | undefined => findings.find((one) => one.item.id === item)?.cause;
    expect([newest?.doneAt !== null, newest?.answers['product-allergy'], newest?.answers.pregnancy]).toEqual([
      true,
      expect.objectContaining({ answer: 'yes', from: 'client' }),
      undefined,
    ]);
    expect(['product-allergy', 'recent-mi', 'dvt', 'pregnancy', 'rash'].map(cause)).toEqual([
      'yes',
      'not-answered',
      'not-answered',
      'not-answered',
      undefined,
    ]);
    expect(await openCrises(page)).toBe(0);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });
});

test('an answer that calls for somebody ends the questions calmly, and the card stands before everything until it is read', async ({
  startApp,
}) => {
  const app = await startApp();
  let page = app.page();
  const id = await handOverHealth(page);
  const pressure = question(page, /^Have you been told that your blood pressure is very high/);

  await test.step('on the page a mind may be changed', async () => {
    await pressure.getByText('Yes', { exact: true }).click();
    await page.getByRole('button', { name: 'None of the others' }).click();
    await pressure.getByText('No', { exact: true }).click();
    await onTo(page, 'Continue', 'Veins, blood and glands');
    await onTo(page, 'Back', 'Heart and blood pressure');
    await pressure.getByText('Not sure', { exact: true }).click();
    await onTo(page, 'Pause', 'Take your time');
    await onTo(page, 'Go on', 'Heart and blood pressure');
  });

  await test.step('once it is left, one calm page, that outlasts the page itself', async () => {
    await onTo(page, 'Back', 'Thank you for telling us');
    await page.reload();
    await expect(heading(page, 'Thank you for telling us')).toBeVisible();
    await expect(page.getByRole('definition')).toHaveText([numbers.emergency, numbers.crisis, numbers.text]);
    await expect(page.getByRole('button')).toHaveText(['I’m the practitioner']);
    await expect(page.getByText('pressure', { exact: false })).toHaveCount(0);
    await lookAt(page, 'the calm page');
  });

  const card = page.getByRole('dialog', { name: 'Please read this first' });
  await test.step('the passphrase leads to the card, and nothing else is in reach', async () => {
    await takeBack(page, passphrase);
    await expect(heading(page, 'Please read this first')).toBeFocused();
    await expect(card).toContainText('Noor Abadi');
    await expect(card).toContainText('Stop and refer now');
    await expect(card.getByRole('listitem')).toContainText(['Answered not sure']);
    await expect(card.getByRole('definition')).toHaveText([numbers.emergency, numbers.crisis, numbers.text]);
    for (const key of ['Escape', 'Escape', 'Control+k', 'Escape']) await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toHaveCount(1);
    const under = page.getByRole('navigation', { name: 'Main' }).getByText('Clients', { exact: true });
    await under.evaluate((element) => element.closest('a')?.focus());
    await expect(page.locator('dialog :focus, dialog:focus')).toHaveCount(1);
    await lookAt(page, 'the crisis card');
    await page.setViewportSize({ width: 512, height: 350 });
    await card.getByRole('button', { name: 'I have read this' }).scrollIntoViewIfNeeded();
    await expect(card.getByRole('button', { name: 'I have read this' })).toBeInViewport();
    await page.setViewportSize({ width: 1280, height: 800 });
    await card.getByLabel('What was done').fill('Called Dr. Okafor');
    await expect(card.getByText(/^Kept /)).toBeVisible();
    await page.keyboard.press('Control+l').catch(() => undefined);
  });

  await test.step('after a lock it stands there again, with what was typed, until it is read', async () => {
    page = await app.nextPage();
    await unlock(page);
    await expect(heading(page, 'Please read this first')).toBeFocused();
    await expect(page.getByLabel('What was done')).toHaveValue('Called Dr. Okafor');
    await page.getByRole('button', { name: 'I have read this' }).press('Enter');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(heading(page, 'Today')).toBeFocused();
    await expect(page.getByText('Crisis card of Noor Abadi')).toHaveCount(0);
    expect([await openCrises(page), (await healthOf(page, id)).findings.map(({ item, cause }) => [item.id, cause])]).toEqual([
      0,
      expect.arrayContaining([['htn-severe', 'not-sure']]),
    ]);
  });
});
