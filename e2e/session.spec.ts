import type { Locator, Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { unlock } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import { ask, demo, withdrawElsewhere } from './pages/map.ts';
import { begun, elapsed, expectMode, makeReady, neck, openConductor, sessionOf, shoulder, startBlock, stop } from './pages/session.ts';

/** A session is begun, led up to touch, stopped from everywhere, and come back to. */

const upright = { width: 768, height: 1024 } as const;

/** Enter on what is named, as a person does who uses no mouse. */
const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().press('Enter');

const step = (page: Page, name: string): Locator => page.getByRole('heading', { level: 2, name });

/** Maya comes today at 22:30, whatever the hour of the test. */
const bookTonight = async (page: Page, clientId: string): Promise<void> => {
  const { appointments, today } = await ask<{ readonly appointments: readonly Record<string, unknown>[]; readonly today: string }>(
    page,
    'today.get',
    {},
  );
  const [like] = appointments;
  const { own } = await ask<{ readonly own: string }>(page, 'practitioners.list', {});
  const { services } = await ask<{ readonly services: readonly { readonly id: string }[] }>(page, 'services.list', {});
  await ask(page, 'appointments.book', {
    clientId,
    day: today,
    time: '22:30',
    practitionerId: own,
    roomId: like?.roomId ?? null,
    serviceId: services[0]?.id,
    minutes: 45,
    before: 0,
    after: 0,
    price: null,
    note: '',
    override: 'Asked for the evening',
  });
};

test('from the appointment on Today through arriving and settling, by the keyboard alone', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await bookTonight(page, id);
  await page.reload();
  await page.setViewportSize(upright);

  await test.step('begin', async () => {
    const open = page.locator('.slot').filter({ hasText: '22:30' });
    await expect(open).toBeVisible();
    // Late in the day it is the next one, and open by itself.
    const closed = open.getByRole('button', { name: /^Maya Rosario/ });
    if ((await closed.count()) > 0) await closed.press('Enter');
    await open.getByRole('button', { name: 'Arrived' }).press('Enter');
    await open.getByRole('link', { name: 'Start session' }).press('Enter');
    await expect(page.getByLabel('Planned minutes')).toHaveValue('45');
    await press(page, 'Begin');
    await expect(heading(page, 'Arriving with Maya Rosario')).toBeFocused();
  });

  await test.step('arrive', async () => {
    await fitsEverywhere(page, 'arriving');
    await press(page, 'I have read it');
    await expect(step(page, 'Has anything changed?')).toBeFocused();
    await press(page, 'Nothing changed');
    await expect(step(page, 'Stop signal')).toBeFocused();
    await press(page, 'We tried it');
    await expect(step(page, 'How are you?')).toBeFocused();
    await press(page, 'Note it');
    await expect(page.getByText('Choose a number, or that they would rather not give one.')).toBeVisible();
    await page
      .getByRole('group', { name: /^Distress/ })
      .getByRole('button', { name: '3 of 10' })
      .press('Enter');
    await page.getByRole('group', { name: /^Pain/ }).getByRole('button', { name: 'Rather not say' }).press('Enter');
    await press(page, 'warm');
    await scan(page, 'arriving, how are you');
    await press(page, 'Note it');
    await expect(step(page, 'Today’s yes')).toBeFocused();
    await press(page, 'Top of the shoulder, right');
    await page.getByRole('group', { name: 'Back of the neck' }).getByRole('button', { name: 'Yes' }).press('Enter');
    await press(page, 'Light');
    await page.getByLabel('Their words').fill('The left one, and the neck');
    await scan(page, 'arriving, today’s yes');
    await press(page, 'They say yes');
    await expect(page.getByRole('region', { name: 'Go on' })).toBeFocused();
    await expect(page.locator('.arrive-step').last()).toContainText('without Top of the shoulder, right');
    await press(page, 'Go on to settling');
  });

  await test.step('settle', async () => {
    await expect(heading(page, 'Settling')).toBeFocused();
    await press(page, 'Seated, feet on the floor');
    await expect(page.getByRole('button', { name: 'Seated, feet on the floor' })).toHaveAttribute('aria-pressed', 'true');
    await press(page, 'Look around the room');
    await scan(page, 'settling');
    await fitsEverywhere(page, 'settling');
    await press(page, 'Done, go on');
    await expect(page.getByRole('listitem').filter({ hasText: 'Settling' })).toContainText('done');
  });

  const { state, appointmentId, plannedMinutes } = await sessionOf(page);
  expect([appointmentId === null, plannedMinutes, state.phase]).toEqual([false, 45, 'touch-block']);
  expect(state.yes).toMatchObject({ answer: 'yes', ceiling: 2, words: 'The left one, and the neck' });
  expect([state.asked, state.leftOut, state.position]).toEqual([[neck], ['B-TRAP-R'], 'seated']);
  expect(state.checkIns.map(({ distress, pain, sensations }) => [distress, pain, sensations.length])).toEqual([[3, 'declined', 1]]);
});

test('STOP by Escape while typing, by Space and by touch; and the session is come back to after a lock', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  await openConductor(page);
  const modes = async () => (await sessionOf(page)).state;

  await test.step('Escape, in the middle of a word', async () => {
    await page.getByRole('button', { name: 'Once more: Today’s yes' }).click();
    await page.getByLabel('Their words').pressSequentially('a b');
    await expect(page.getByLabel('Their words')).toHaveValue('a b');
    await expect(stop(page)).toHaveText(/^STOP/);
    await page.keyboard.press('Escape');
    await expect(stop(page)).toHaveText(/^Hands are off/);
    await expectMode(page, 'stopping');
    await page.keyboard.press('Escape');
    await expectMode(page, 'halted');
  });

  await test.step('with colors of the system STOP is a solid block, told from all around it', async () => {
    const painted = async (): Promise<readonly (string | undefined)[]> =>
      stop(page).evaluate((button) => [button, document.body].map((one) => getComputedStyle(one).backgroundColor));
    await page.emulateMedia({ forcedColors: 'active' });
    const [button, around] = await painted();
    expect(button).not.toBe(around);
    await page.emulateMedia({ forcedColors: 'none' });
  });

  await test.step('Space, with the focus on another button', async () => {
    const card = page.getByRole('button', { name: 'Safety card' });
    await card.focus();
    await page.keyboard.press('Space');
    await expect(stop(page)).toHaveText(/^Hands are off/);
    await expect(card).toHaveAttribute('aria-expanded', 'false');
    await page.keyboard.press('Space');
    await expectMode(page, 'halted');
  });

  await test.step('a touch, and its echo', async () => {
    await stop(page).dblclick();
    await expectMode(page, 'stopping');
    await expect(stop(page)).toHaveText(/^Hands are off/);
    await stop(page).click();
    await expectMode(page, 'halted');
  });
  const { stops } = await modes();
  expect(stops.map(({ cause, handsOffAt }) => [cause, handsOffAt === null])).toEqual([
    ['signal', false],
    ['signal', false],
    ['signal', false],
  ]);

  await test.step('a lock', async () => {
    await stop(page).click();
    await expectMode(page, 'stopping');
    await app.pressLock();
    const after = await app.nextPage();
    await unlock(after);
    await expect(stop(after)).toHaveText(/^Hands are off/);
    const { now } = await sessionOf(after);
    expect(Math.abs((await elapsed(after)) - now / 1_000)).toBeLessThan(3);
  });
});

test('hands on: nobody goes to another page, and a place that is taken back is said at once', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  await openConductor(page);

  await test.step('without hands on something is looked up, with the way back in view', async () => {
    await page.getByRole('link', { name: 'Look something up' }).click();
    const bar = page.getByRole('complementary', { name: 'Open session' });
    await expect(bar).toContainText('Session with Maya Rosario');
    await scan(page, 'another page while a session is open');
    await fitsEverywhere(page, 'another page while a session is open');
    await bar.getByRole('link', { name: 'Back to it' }).click();
    await expect(stop(page)).toBeVisible();
  });

  await startBlock(page);
  await expect(page.getByRole('link', { name: 'Look something up' })).toHaveCount(0);
  await page.evaluate(() => history.back());
  await expect(page.getByRole('alert').filter({ hasText: 'Hands are on' })).toBeVisible();
  await expect(stop(page)).toBeVisible();

  await withdrawElsewhere(page, id, shoulder);
  const lift = page.getByRole('alert').filter({ hasText: 'Lift your hands' });
  await expect(lift).toContainText('Top of the shoulder, left');
  await page.setViewportSize(upright);
  await scan(page, 'hands have to be lifted');
  await lift.getByRole('button', { name: 'Hands are lifted' }).click();
  await expect(lift).toHaveCount(0);
  await expectMode(page, 'pause');

  await page.getByRole('link', { name: 'Look something up' }).click();
  await page.getByRole('complementary', { name: 'Open session' }).getByRole('button', { name: 'STOP' }).click();
  await expect(stop(page)).toHaveText(/^Hands are off/);
  await expectMode(page, 'stopping');
});

test('talk alone where touch is not open, and one session at a time', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const { id: newcomer } = await ask<{ readonly id: string }>(page, 'clients.create', {
    chosenName: 'Robin Vale',
    legalName: '',
    pronouns: '',
    birthDate: '1990-05-05',
    phone: '',
    email: '',
    contactWishes: '',
    stopWord: '',
    stopGesture: '',
  });
  await page.goto(`${page.url().split('#')[0]}#/sessions/new?client=${newcomer}`);
  await expect(page.getByRole('radio', { name: 'Hands-on' })).toBeDisabled();
  await expect(page.getByRole('radio', { name: 'Talk only' })).toBeChecked();
  await press(page, 'Begin');
  await expect(heading(page, 'Arriving with Robin Vale')).toBeVisible();
  await expect(page.getByText('talk only', { exact: true })).toBeVisible();
  await press(page, 'I have read it');
  await page.getByRole('button', { name: 'Something changed' }).click();
  await page.getByLabel('What changed, in their words').fill('A new medicine');
  await press(page, 'Note it');
  await page.getByLabel('Stop word').fill('amber');
  await press(page, 'Agree on this');
  await press(page, 'We tried it');
  await page
    .getByRole('group', { name: /^Distress/ })
    .getByRole('button', { name: 'Rather not say' })
    .click();
  await press(page, 'Note it');
  await expect(page.getByText('hands stay off until you have gone through it')).toBeVisible();
  await expect(step(page, 'Today’s yes')).toHaveCount(0);
  await press(page, 'Go on to settling');
  await press(page, 'Leave it out');
  expect((await sessionOf(page)).state).toMatchObject({
    phase: 'touch-block',
    rehearsed: { word: 'amber' },
    healthAsked: { changed: true },
  });

  await page.evaluate((client) => {
    location.hash = `/sessions/new?client=${client}`;
  }, id);
  await expect(page.getByText('Your session with Robin Vale is open')).toBeVisible();
  const again = await callFrom(page, 'sessions.start', { clientId: id, appointmentId: null, plannedMinutes: 60, talkOnly: false });
  expect(again).toMatchObject({ ok: false, error: { reason: 'session-open' } });
  await page.getByRole('link', { name: 'Open it' }).click();
  await expect(stop(page)).toBeVisible();
});

test('a crisis card stands before every page but never before STOP', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  await openConductor(page);
  await ask(page, 'health.add', { clientId: id, itemId: 'chest-pain', words: 'said just now' });
  await expect(page.getByText('A crisis card waits')).toBeVisible();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(stop(page)).toBeInViewport({ ratio: 1 });
  await page.getByRole('link', { name: 'Read the card' }).click();
  await expect(page.getByRole('dialog')).toContainText('Please read this first');
});
