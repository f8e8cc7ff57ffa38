import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { startApp } from '../fixtures/app.ts';
import { clientId, heading } from '../pages/handover.ts';
import { checkNumbers } from '../pages/health-screen.ts';
import { ask, place } from '../pages/map.ts';
import { makeReady, neck, openConductor, sessionOf, shoulder, stop } from '../pages/session.ts';
import { at, fromAllSides, inDark, picture, timed } from './camera.ts';

const press = (page: Page, name: string | RegExp): Promise<void> => page.getByRole('button', { name }).first().click();
const exactly = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).first().click();
const isAt = (page: Page, mode: string): Promise<void> => expect.poll(async () => (await sessionOf(page)).state.mode).toBe(mode);

const begin = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/clients/${id}`);
  await page.getByRole('link', { name: 'Start session' }).first().click();
  await page.getByLabel('Planned minutes').waitFor();
};

/** Everything that comes before touch, one touch each. */
const arrive = async (page: Page): Promise<void> => {
  await fromAllSides(page, 'session begin');
  await exactly(page, 'Begin');
  await heading(page, /^Arriving with/).waitFor();
  await fromAllSides(page, 'session arriving safety card');
  await press(page, 'I have read it');
  await press(page, 'Nothing changed');
  await press(page, 'We tried it');
  await page
    .getByRole('group', { name: /^Distress/ })
    .getByRole('button', { name: '3 of 10' })
    .click();
  await exactly(page, 'warm');
  await fromAllSides(page, 'session arriving how are you');
  await press(page, 'Note it');
  await page.getByRole('group', { name: 'Back of the neck' }).getByRole('button', { name: 'Yes' }).click();
  await page.getByLabel('Their words').fill('Yes, the shoulders, and the neck if you ask');
  await fromAllSides(page, 'session arriving the yes of today');
  await exactly(page, 'They say yes');
  await picture(page, 'session arrived');
  await exactly(page, 'Go on to settling');
  await heading(page, 'Settling').waitFor();
  await exactly(page, 'Seated, feet on the floor');
  await press(page, 'Look around the room');
  await fromAllSides(page, 'session settling');
  await exactly(page, 'Done, go on');
};

/** A block that is chosen, begun, looked after, and ended by lifting hands. */
const firstBlock = async (page: Page): Promise<void> => {
  await heading(page, 'Block 1').waitFor();
  await page.locator('.chart-place').first().waitFor();
  await fromAllSides(page, 'session choosing');
  await place(page, 'F-ABD-U').click();
  await picture(page, 'session a place off limits');
  await place(page, shoulder).click();
  await press(page, 'Upper shoulder rest');
  await exactly(page, 'Light');
  await exactly(page, 'The client');
  await fromAllSides(page, 'session a block chosen');
  await exactly(page, 'Said it, begin');
  await heading(page, 'Top of the shoulder, left').waitFor();
  await exactly(page, 'warm');
  await page.clock.fastForward(70_000);
  await page.getByText('Halfway:').first().waitFor();
  await fromAllSides(page, 'session hands on');
  await exactly(page, 'Staying');
  await page.clock.fastForward(60_000);
  await picture(page, 'session planned minutes over');
  await exactly(page, 'Lift hands, check in');
  await heading(page, 'Hands are off').waitFor();
  await exactly(page, '3 of 10');
  await fromAllSides(page, 'session pause');
  await exactly(page, 'Elsewhere');
};

/** A place that is asked for, and a stop in the middle of it. */
const stopped = async (page: Page): Promise<void> => {
  await heading(page, 'Block 2').waitFor();
  await place(page, neck).click();
  await fromAllSides(page, 'session a place that is asked for');
  await exactly(page, 'They say yes');
  await press(page, 'Warm towel placed by the client');
  await exactly(page, 'I offered it');
  await exactly(page, 'Said it, begin');
  await heading(page, 'Back of the neck').waitFor();
  await timed('STOP to the screen', async () => {
    await page.keyboard.press('Escape');
    await expect(stop(page)).toHaveText(/^Hands are off/);
  });
  await isAt(page, 'stopping');
  await fromAllSides(page, 'session stopped');
  await stop(page).click();
  await heading(page, 'Thank them').waitFor();
  await fromAllSides(page, 'session hands are off');
  await press(page, 'Hand up');
  await exactly(page, 'They ask to go on');
  await exactly(page, 'Yes, somewhere else');
  await picture(page, 'session they ask to go on');
  await exactly(page, 'They ask to go on');
};

/** D2 that settles within five minutes. */
const settles = async (page: Page): Promise<void> => {
  await isAt(page, 'ready');
  await press(page, 'Red flag');
  await heading(page, 'Say it, then lift').waitFor();
  await fromAllSides(page, 'session red flag');
  await stop(page).click();
  await heading(page, 'What do you see?').waitFor();
  await fromAllSides(page, 'session what is seen');
  await exactly(page, 'Not sure yet: ground first');
  await heading(page, 'Name and here').waitFor();
  await press(page, 'Next step');
  await heading(page, 'Eyes open').waitFor();
  await fromAllSides(page, 'session grounding step');
  await exactly(page, 'This helped');
  await press(page, 'They are back');
  await exactly(page, 'answers at once');
  await exactly(page, 'voice flat');
  await picture(page, 'session graded');
  await exactly(page, 'Save what I see');
  await heading(page, 'Are they back?').waitFor();
  await fromAllSides(page, 'session the resume rule');
  await exactly(page, 'They are present now');
  await exactly(page, 'They are settled now');
  await exactly(page, '2 of 10');
  await exactly(page, 'Write it down');
  await exactly(page, 'Yes, please go on');
  await picture(page, 'session the resume rule is met');
  await exactly(page, 'They ask to go on');
  await isAt(page, 'ready');
};

const closed = async (page: Page, name: string): Promise<void> => {
  await heading(page, 'Ground and move').waitFor();
  await fromAllSides(page, `${name} grounding`);
  await exactly(page, 'On to aftercare');
  await heading(page, 'Close and aftercare').waitFor();
  const numbers = page.getByRole('region', { name: 'Before leaving' });
  await numbers.getByRole('group', { name: 'Distress now' }).getByRole('button', { name: '1 of 10', exact: true }).click();
  await numbers.getByRole('button', { name: 'Note it' }).click();
  await exactly(page, 'Taxi');
  await page.getByLabel('How they left').fill('Steady, with a friend');
  await fromAllSides(page, `${name} closing`);
  await exactly(page, 'Close session');
  await heading(page, 'The session is closed').waitFor();
  await page.getByRole('link', { name: 'To Today' }).waitFor();
  await picture(page, `${name} closed`);
};

/** A session that ends in a referral the same day. */
const referred = async (page: Page, id: string): Promise<void> => {
  await begin(page, id);
  await exactly(page, 'Begin');
  await heading(page, /^Arriving with/).waitFor();
  await press(page, 'Red flag');
  await stop(page).click();
  await heading(page, 'What do you see?').waitFor();
  await exactly(page, 'does not know where or when');
  await exactly(page, 'Save what I see');
  await heading(page, 'No more touch today').waitFor();
  await fromAllSides(page, 'session severe');
  await press(page, 'Emergency 911');
  await fromAllSides(page, 'session numbers to call');
  await press(page, 'Refer now and ground');
  await closed(page, 'session referred');
};

/** Between sessions: the tab, one to read, the hold, and Today. */
const between = async (page: Page, id: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/clients/${id}/sessions`);
  await page.getByRole('img', { name: /^Distress before and after/ }).waitFor();
  await fromAllSides(page, 'sessions of a client');
  await press(page, 'As a table');
  await picture(page, 'sessions as a table');
  await page
    .getByRole('link', { name: /^Read the session of/ })
    .last()
    .click();
  await page.getByRole('heading', { level: 2, name: /^Session of/ }).waitFor();
  await fromAllSides(page, 'a session to read');
  await page.getByRole('link', { name: 'Today' }).first().click();
  await page.getByRole('region', { name: 'Unfinished' }).waitFor();
  await picture(page, 'today with a hold');
};

/** A whole session with a stop and a red flag that settles, and another that ends in a referral; the quiet and the locked screen. */
export const tourOfTheSession = async (): Promise<void> => {
  const app = await startApp({ demo: 'new', now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  try {
    const page = app.page();
    await heading(page, 'Today').waitFor({ timeout: 60_000 });
    const id = await clientId(page, 'maya');
    await makeReady(page, id);
    await checkNumbers(page, (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today);
    await page.clock.install({ time: '2026-11-24T15:59:00Z' });
    await page.reload();
    await begin(page, id);
    await arrive(page);
    await firstBlock(page);
    await stopped(page);
    await settles(page);
    await press(page, /^On to grounding|^Grounding/);
    await closed(page, 'session');
    await referred(page, id);
    await between(page, id);
    await page.goto(`${page.url().split('#')[0]}#/clients/${id}`);
    await picture(page, 'client held');
  } finally {
    await app.stop();
  }
  await locked();
};

const locked = async (): Promise<void> => {
  const app = await startApp({ demo: 'new', now: '2026-11-24T15:58:00Z', zone: 'America/Toronto' });
  try {
    const page = app.page();
    await heading(page, 'Today').waitFor({ timeout: 60_000 });
    const id = await clientId(page, 'maya');
    await makeReady(page, id);
    await ask(page, 'sessions.start', { clientId: id, appointmentId: null, plannedMinutes: 60, talkOnly: false });
    await openConductor(page);
    await exactly(page, 'Quiet screen');
    await picture(page, 'session quiet screen');
    await inDark(page, 'session quiet screen');
    await page.mouse.click(40, 40);
    await page.getByRole('link', { name: 'Look something up' }).click();
    await picture(page, 'session looked away from');
    await app.pressLock();
    const door = await app.nextPage();
    await door.setViewportSize({ width: 1280, height: 800 });
    await door.getByRole('button', { name: 'Unlock' }).waitFor();
    await picture(door, 'session locked');
    await inDark(door, 'session locked');
    await at(door, 768, 1024, 'session locked');
    await door.keyboard.press('Escape');
    await picture(door, 'session stopped while locked');
  } finally {
    await app.stop();
  }
};
