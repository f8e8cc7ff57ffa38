import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { demoMade } from './fixtures/demo-made.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { unlock } from './pages/door.ts';
import { current, openConductor, shoulder, tell, touching } from './pages/flagged.ts';
import { clientId, heading } from './pages/handover.ts';
import { checkNumbers } from './pages/health-screen.ts';
import { ask, demo, holdsAt, tabTo } from './pages/map.ts';

/** What comes after a signal and a red flag, up to where touch starts again or the day is over. */

test.setTimeout(90_000);

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const stopBar = (page: Page) => button(page, /^(STOP|Hands are off)/);
const stepIs = async (page: Page, mode: string, phase: string): Promise<void> => {
  await expect.poll(async () => (({ mode: now, phase: at }) => [now, at])((await current(page)).state)).toEqual([mode, phase]);
};
const chip = (page: Page, name: string) => button(page, name);

test('a stop, by keyboard alone: hands off, thanks, which signal, and on only when they ask in words', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await touching(page, id);
  await openConductor(page);

  await test.step('the first press is the signal, the second says that hands are off', async () => {
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Hands off')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('A stop signal came.');
    await page.keyboard.press('Space');
    await expect(heading(page, 'Thank them')).toBeFocused();
    await expect(page.getByRole('main')).toContainText(
      /Hands were off after \d+ seconds?\. Top of the shoulder, left is “ask me each time” for today\./,
    );
    await scan(page, 'a stop');
  });

  await test.step('which signal it was is asked now, and may be changed', async () => {
    await tabTo(page, chip(page, 'Hand up'));
    await page.keyboard.press('Enter');
    await expect(page.getByText('Noted: Hand up')).toBeVisible();
    await button(page, 'It was another').press('Enter');
    await page.getByLabel('In your own words').fill('a small shake of the head');
    await page.getByLabel('In your own words').press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByText('Noted: a small shake of the head')).toBeVisible();
  });

  await test.step('how much distress there is', async () => {
    await button(page, 'Check in').press('Enter');
    await button(page, '2 of 10').press('Enter');
    await button(page, 'Write it down').press('Enter');
    await expect(page.getByText('Distress 2 of 10 noted')).toBeVisible();
  });

  await test.step('not without words', async () => {
    await button(page, 'They ask to go on').press('Enter');
    await expect(button(page, 'They ask to go on')).toBeDisabled();
    await chip(page, 'Yes, somewhere else').press('Enter');
    const words = page.getByLabel('Their words');
    await expect(words).toHaveValue('Yes, somewhere else');
    await words.focus();
    await page.keyboard.press('End');
    await page.keyboard.type(', the arm');
    await button(page, 'They ask to go on').press('Enter');
    await stepIs(page, 'ready', 'touch-block');
  });

  const { state, incidents } = await current(page);
  expect(state.stops).toMatchObject([{ cause: 'signal', signal: 'a small shake of the head', areas: [shoulder] }]);
  expect([incidents, state.episodes, state.mustAsk]).toEqual([[], [], false]);
  expect(await holdsAt(page, id, shoulder)).toEqual(['ask', expect.arrayContaining(['stopped-today'])]);
});

test('a red flag that settles within five minutes, on a tablet held upright', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await touching(page, id);
  await openConductor(page);
  await page.setViewportSize({ width: 768, height: 1024 });

  await test.step('a word first, then hands off; what is seen may wait for the grounding', async () => {
    await button(page, 'Red flag').click();
    await expect(heading(page, 'Say it, then lift')).toBeFocused();
    await stopBar(page).click();
    await expect(heading(page, 'What do you see?')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('Nothing goes on until you have said what you see.');
    await scan(page, 'what is seen');
    await fitsEverywhere(page, 'what is seen');
    await button(page, 'Not sure yet: ground first').click();
  });

  await test.step('one step at a time', async () => {
    await expect(heading(page, 'Name and here')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('“Maya, I am Hana. You are in my room');
    await button(page, 'Next step').click();
    await expect(heading(page, 'Eyes open')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('3 of 12');
    await chip(page, 'This helped').click();
    await button(page, 'Again').click();
    await scan(page, 'a step of grounding');
  });

  await test.step('they are back, but nobody said what was seen', async () => {
    await button(page, 'They are back').click();
    await expect(heading(page, 'What do you see?')).toBeFocused();
    await button(page, 'Save what I see').click();
    await expect(page.getByRole('alert')).toContainText('Tap a sign');
    await chip(page, 'answers at once').click();
    await chip(page, 'voice flat').click();
    await expect(button(page, /^D2 Moderate/)).toHaveAttribute('aria-pressed', 'true');
    await button(page, 'Add words').click();
    await page.getByLabel('In plain words and quotes').fill('“far away”');
    await button(page, 'Save what I see').click();
  });

  await test.step('all of it is needed, and is said in its place', async () => {
    await expect(heading(page, 'Are they back?')).toBeFocused();
    await expect(page.getByRole('timer', { name: 'Time left for touch to start again' }).first()).toHaveText(/^[45]:\d\d$/);
    await chip(page, 'Yes, please go on').click();
    await expect(button(page, 'They ask to go on')).toBeDisabled();
    await button(page, 'They are present now').click();
    await button(page, 'They are settled now').click();
    await expect(button(page, 'They are settled now')).toHaveCount(0);
    await button(page, 'Rather not say').click();
    await button(page, 'Write it down').click();
    await expect(page.getByText('What is needed above comes first.')).toBeVisible();
    await button(page, 'Ask again').click();
    await button(page, 'Rather not say').click();
    await chip(page, 'settled').click();
    await button(page, 'Write it down').click();
    await expect(page.getByText('Rather not say: “settled”')).toBeVisible();
    await scan(page, 'all that is needed');
    await fitsEverywhere(page, 'all that is needed');
  });

  await test.step('a signal after their asking counts, also while the vault is slow', async () => {
    process.kill(app.vaultPid(), 'SIGSTOP');
    await button(page, 'They ask to go on').click();
    await page.keyboard.press('Escape');
    await expect(stopBar(page)).toHaveText(/^Hands are off/);
    await page.keyboard.press('Escape');
    await expect(stopBar(page)).toHaveText(/^STOP/);
    process.kill(app.vaultPid(), 'SIGCONT');
    await expect.poll(async () => (await current(page)).state.stops.map(({ handsOffAt }) => handsOffAt !== null)).toEqual([true, true]);
    await stepIs(page, 'halted', 'touch-block');
    await expect(button(page, 'They ask to go on')).toBeDisabled();
    await chip(page, 'Yes, please go on').click();
    await button(page, 'They ask to go on').click();
    await stepIs(page, 'ready', 'touch-block');
  });

  const { state, incidents } = await current(page);
  expect(state.grounding.map(({ step, what }) => `${step} ${what}`)).toEqual(['1 shown', '2 shown', '3 shown', '3 helped', '3 again']);
  expect(state.episodes).toMatchObject([{ cause: 'flag', action: 'P3', incident: true, disposition: 'go-on-gently' }]);
  expect(state.episodes[0]?.seen[0]).toMatchObject({ dissociation: 'D2', signs: ['answers at once', 'voice flat'], words: '“far away”' });
  expect(state.episodes[0]?.resumedAt).not.toBe(null);
  expect(incidents).toHaveLength(1);
});

test('a high number, and more than five minutes: the day is over, gently', async ({ startApp }) => {
  const data = mkdtempSync(join(tmpdir(), 'stillpoint-flags-'));
  const copyOf = demoMade();
  const first = await startApp(copyOf ? { data, copyOf } : { data, demo: 'new' });
  if (copyOf) await unlock(first.page());
  await expect(heading(first.page(), 'Today')).toBeVisible({ timeout: 60_000 });
  await touching(first.page(), await clientId(first.page(), 'maya'));
  await tell(first.page(), { kind: 'stop', body: {} }, { kind: 'hands-off', body: {} });
  await openConductor(first.page());

  await test.step('7 or more is a red flag of its own', async () => {
    const page = first.page();
    await button(page, 'Check in').click();
    await button(page, '8 of 10').click();
    await button(page, 'Write it down').click();
    await expect(heading(page, 'Name and here')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('No more touch today at this grade, unless');
  });

  await first.stop();
  const later = new Date(Date.now() + 6 * 60_000).toISOString();
  const app = await startApp({ data, now: later });
  const page = app.page();
  await unlock(page);
  await expect(stopBar(page).or(heading(page, 'Today'))).toBeVisible();
  await openConductor(page);

  await test.step('nobody can ask it open again', async () => {
    await expect(heading(page, 'No more touch today')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('They were not fully present within 5 minutes.');
    await expect(button(page, 'They are back')).toHaveCount(0);
    await expect(page.getByRole('main')).toContainText('No more touch today: the 5 minutes are over.');
    await scan(page, 'the five minutes are over');
    await fitsEverywhere(page, 'the five minutes are over');
    await button(page, 'Ground together').click();
    await button(page, 'They are back').click();
    await expect(page.getByRole('main')).toContainText('Being present came too late');
    await button(page, 'They are present now').click();
    await button(page, 'They are settled now').click();
    await expect(button(page, 'They ask to go on')).toHaveCount(0);
    await button(page, 'End or refer').click();
  });

  await test.step('what is still to write is said, and holds nothing up', async () => {
    const written = page.getByRole('region', { name: 'In the record of this' });
    await expect(written).toContainText('not written yet');
    await expect(written.getByRole('listitem').filter({ hasText: 'Who was told' })).toContainText('not yet');
    await button(page, 'Write down who was told').click();
    await page.getByLabel('Who', { exact: true }).fill('Dr. Okafor');
    await chip(page, 'Their written permission').click();
    await page.getByRole('region', { name: 'Who was told' }).getByRole('button', { name: 'Write it down' }).click();
    await expect(page.getByRole('region', { name: 'Who was told' })).toContainText('Dr. Okafor, By phone');
    await expect(written.getByRole('listitem').filter({ hasText: 'Who was told' })).toContainText('noted');
    await page.getByLabel('What was offered, and what was declined').fill('Water; a call to the therapist declined');
    await button(page, 'End the touch, ground and close').click();
    await stepIs(page, 'ready', 'ground');
  });

  const { state, gate } = await current(page);
  expect(state.episodes).toMatchObject([{ cause: 'distress', distress: 8, weight: 'rule', disposition: 'end', resumedAt: null }]);
  expect([gate.touch, gate.because]).toEqual(['closed', 'rule-over']);
  await app.stop();
  rmSync(data, { recursive: true, force: true });
});

test('a severe grade: the crisis card in its place, STOP in view, and a referral', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await touching(page, id);
  await tell(page, { kind: 'flagged', body: {} }, { kind: 'hands-off', body: {} });
  await openConductor(page);

  await test.step('no number is shown that nobody checked', async () => {
    await button(page, 'Emergency').click();
    await expect(page.getByRole('region', { name: 'Numbers to call' })).toContainText('Not checked yet for Ontario, Canada');
    await button(page, 'Hide the numbers').click();
  });

  await test.step('all signs of a scale and what to press stand on one screen', async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await expect(button(page, 'Save what I see')).toBeInViewport({ ratio: 1 });
    const hidden = await page.locator('.cd-stage').evaluate((stage) => stage.scrollHeight - stage.clientHeight);
    expect(hidden).toBeLessThanOrEqual(0);
  });

  await test.step('what is in the list brings its grade', async () => {
    await button(page, 'Something else you see or hear').click();
    await page.getByLabel('Find in the list').fill('re-living');
    await button(page, 'Re-living, looks elsewhere').click();
    await expect(button(page, /^H3 Panic or flashback/)).toHaveAttribute('aria-pressed', 'true');
    await page.locator('label', { hasText: 'How present' }).click();
    await chip(page, 'does not know where or when').click();
    await expect(button(page, /^D3 Severe/)).toHaveAttribute('aria-pressed', 'true');
    await button(page, 'Save what I see').click();
  });

  await test.step('the card, and no way back to touch', async () => {
    await expect(heading(page, 'No more touch today')).toBeFocused();
    await expect(page.getByRole('region', { name: 'Stop and refer now' })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('No touch, ground, end session');
    await expect(page.getByRole('main')).toContainText('555');
    await expect(button(page, 'They are back')).toHaveCount(0);
    await expect(stopBar(page)).toBeInViewport({ ratio: 1 });
    await checkNumbers(page, (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today);
    await openConductor(page);
    await expect(heading(page, 'No more touch today')).toBeVisible();
    await expect(page.getByRole('definition').filter({ hasText: '911' })).toBeVisible();
    await scan(page, 'a crisis card in the session');
    await fitsEverywhere(page, 'a crisis card in the session');
    const { state } = await current(page);
    await button(page, 'Emergency 911').click();
    await expect(page.getByRole('region', { name: 'Numbers to call' }).getByText('911')).toBeVisible();
    await expect(stopBar(page)).toBeInViewport({ ratio: 1 });
    expect((await current(page)).state.seq, 'to look up a number is recorded nowhere').toBe(state.seq);
  });

  await test.step('handed over today', async () => {
    await expect(button(page, /^Refer now Hand over/)).toHaveAttribute('aria-pressed', 'true');
    await button(page, 'Refer now and ground').click();
    await stepIs(page, 'ready', 'ground');
    await expect(page.getByRole('definition').filter({ hasText: '911' })).toBeInViewport();
    await expect(page.getByRole('region', { name: 'Who was told' })).toContainText('Nobody yet.');
    await scan(page, 'grounding after a referral');
  });

  const { state, gate } = await current(page);
  expect([gate.touch, gate.because]).toEqual(['closed', 'never']);
  expect(state.episodes).toMatchObject([{ action: 'P4', weight: 'never', disposition: 'refer-now' }]);
  const { holds } = await ask<{ readonly holds: readonly { readonly cause: string }[] }>(page, 'incidents.ofClient', { clientId: id });
  expect(holds).toHaveLength(1);
});
