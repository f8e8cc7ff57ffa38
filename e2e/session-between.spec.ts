import type { Locator, Page } from 'playwright-core';
import type { OutputOf } from '../shared/calls.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import { heading } from './pages/handover.ts';
import { ask, demo, tabTo } from './pages/map.ts';
import { card, line, openClient } from './pages/safety.ts';
import { begun, happened, makeReady, openConductor, startBlock } from './pages/session.ts';

/** Grounding and closing, and what stands between sessions: what was kept, what is held, what waits. */

test.setTimeout(90_000);

const button = (page: Page, name: string | RegExp): Locator => page.getByRole('button', { name });
const upright = { width: 768, height: 1024 } as const;
const wide = { width: 1280, height: 800 } as const;

const inDays = async (page: Page, days: number): Promise<string> => {
  const { today } = await ask<{ readonly today: string }>(page, 'today.get', {});
  const day = new Date(`${today}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10).split('-').reverse().join(' ');
};

test('grounding, closing and the page after it, by keyboard alone on a tablet held upright', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  await startBlock(page);
  await happened(page, { kind: 'hands-lifted', body: { reason: 'planned' } }, { kind: 'answered', body: { choice: 'enough', words: '' } });
  await page.setViewportSize(upright);
  await openConductor(page);

  await test.step('what helped is marked, a number is noted, and touch starts again only when they ask', async () => {
    await expect(heading(page, 'Ground and move')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('“Where are you right now?”');
    await button(page, 'This helped: Eyes open').press('Enter');
    await expect(button(page, 'This helped: Eyes open')).toHaveAttribute('aria-pressed', 'true');
    await button(page, '2 of 10').press('Enter');
    await button(page, 'Note it').press('Enter');
    await expect(page.getByText('Noted: 2 of 10')).toBeVisible();
    await expect(page.getByRole('main')).toContainText('They have had enough for today. They alone may say otherwise.');
    await button(page, 'They ask for one more').press('Enter');
    await expect(button(page, 'Go on with touch')).toBeDisabled();
    await scan(page, 'grounding');
    await fitsEverywhere(page, 'grounding');
    await button(page, 'On to aftercare').press('Enter');
  });

  await test.step('numbers before leaving, aftercare, the way home, and what is to be remembered', async () => {
    await expect(heading(page, 'Close and aftercare')).toBeFocused();
    const numbers = page.getByRole('region', { name: 'Before leaving' });
    await numbers.getByRole('group', { name: 'Distress now' }).getByRole('button', { name: '1 of 10', exact: true }).press('Enter');
    await numbers.getByRole('group', { name: 'Pain now' }).getByRole('button', { name: 'Rather not say' }).press('Enter');
    await numbers.getByRole('button', { name: 'Note it' }).press('Enter');
    await expect(numbers).toContainText('distress 1 of 10, pain rather not say');
    await expect(button(page, 'A snack')).toHaveAttribute('aria-pressed', 'true');
    await expect(button(page, 'Bruises')).toHaveAttribute('aria-pressed', 'false');
    await expect(button(page, 'Getting home')).toHaveCount(0);
    await button(page, 'A snack').press('Enter');
    await button(page, 'Bruises').press('Enter');
    await button(page, 'Taxi').press('Enter');
    await expect(page.getByLabel('How they get home')).toHaveValue('Taxi');
    await page.getByLabel('What they want you to remember').fill('The window open a little');
  });

  await test.step('a stop is a stop here too, and takes nothing of what was typed', async () => {
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Hands off')).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(heading(page, 'Thank them')).toBeFocused();
    await button(page, 'Grounding and end').press('Enter');
    await button(page, 'On to aftercare').press('Enter');
    await expect(heading(page, 'Close and aftercare')).toBeFocused();
    await expect(page.getByLabel('What they want you to remember')).toHaveValue('The window open a little');
    await expect(button(page, 'A snack')).toHaveAttribute('aria-pressed', 'false');
  });

  await test.step('a message is ticked by a person, for a day they choose', async () => {
    const message = button(page, 'Ask how it was afterwards');
    await expect(message).toHaveAttribute('aria-pressed', 'false');
    await message.press('Enter');
    const due = page.getByLabel('Due: Ask how it was afterwards');
    await expect(due).not.toHaveValue('');
    await due.fill('soon');
    await expect(page.getByText('This is not a day.')).toBeVisible();
    await expect(button(page, 'Close session')).toBeDisabled();
    await due.fill(await inDays(page, 1));
    await page.getByLabel('How they left').fill('Steady, alone');
    await scan(page, 'closing');
    await fitsEverywhere(page, 'closing');
    await tabTo(page, button(page, 'Close session'));
    await page.keyboard.press('Enter');
  });

  await test.step('over: what was kept, and the tasks where tasks are', async () => {
    await expect(heading(page, 'The session is closed')).toBeFocused();
    await expect(page.getByRole('main')).toContainText('One task for later');
    await scan(page, 'a session that is over');
    await page.getByRole('link', { name: 'To Today' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('Ask how it was afterwards');
    const { sessions } = await ask<{ readonly sessions: readonly { readonly id: string }[] }>(page, 'sessions.ofClient', { clientId: id });
    const kept = await ask<{ readonly state: Record<string, unknown>; readonly end: { readonly left: string } }>(page, 'sessions.get', {
      sessionId: sessions[0]?.id,
    });
    expect(kept.state).toMatchObject({
      wayHome: { how: 'Taxi', withWhom: '', advisedAgainstDriving: false },
      remarks: [{ words: 'The window open a little' }],
    });
    const { items } = kept.state.aftercare as { readonly items: readonly string[] };
    expect([items.includes('food'), items.includes('bruise'), items.includes('water'), kept.end.left]).toEqual([
      false,
      true,
      true,
      'Steady, alone',
    ]);
  });

  await test.step('the tab: numbers before and after, drawn and as a table, and each session to read', async () => {
    await page.setViewportSize(wide);
    await openClient(page, id, 'Maya Rosario');
    await expect(line(page, 'Helps to settle')).toContainText('Eyes open');
    await expect(line(page, 'Last stop')).toContainText('Stop signal');
    await page.getByRole('link', { name: 'Sessions', exact: true }).press('Enter');
    await expect(page.getByRole('img', { name: /^Distress before and after each session: .*: 3 before, 1 after, one stop/ })).toBeVisible();
    await button(page, 'As a table').press('Enter');
    await expect(page.getByRole('table', { name: 'Distress before and after' }).getByRole('row').nth(1)).toContainText('rather not say');
    await page.getByRole('link', { name: /^Read the session of/ }).press('Enter');
    await expect(page.getByRole('heading', { level: 2, name: /^Session of/ })).toBeFocused();
    const events = page.getByRole('region', { name: 'What happened' });
    for (const words of ['Top of the shoulder, left', 'Pause: enough for today', 'STOP', 'Way home: Taxi', 'Grounding, helped: Eyes open'])
      await expect(events).toContainText(words);
    await scan(page, 'one session');
    await fitsEverywhere(page, 'one session');
  });
});

test('a session closed under the resume rule holds the next: told everywhere, followed up, and lifted with a reason', async ({
  startApp,
}) => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  await startBlock(page);
  await happened(
    page,
    { kind: 'flagged', body: {} },
    { kind: 'hands-off', body: {} },
    { kind: 'seen', body: { dissociation: 'D2', arousal: 'H1', item: null, signs: ['voice flat'], words: 'Looked past me' } },
    { kind: 'grounded', body: { step: 4, what: 'helped' } },
    { kind: 'disposed', body: { choice: 'end', words: '' } },
  );
  await openConductor(page);

  await test.step('closing says what it brings, before it is done', async () => {
    await button(page, 'On to aftercare').press('Enter');
    await expect(page.getByRole('main')).toContainText('Closing now holds the next sessions');
    await expect(button(page, 'Getting home')).toHaveAttribute('aria-pressed', 'true');
    await expect(button(page, 'Check that they got home')).toHaveAttribute('aria-pressed', 'true');
    await button(page, 'Close session').press('Enter');
    await expect(page.getByRole('main')).toContainText('The next sessions are held.');
  });

  await test.step('Today, readiness and the safety card say so, in words', async () => {
    await page.getByRole('link', { name: 'To Today' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Tasks' })).toContainText('Check that they got home');
    const unfinished = page.getByRole('region', { name: 'Unfinished' });
    await expect(unfinished).toContainText('Hands-on sessions are held');
    await unfinished.getByRole('link', { name: 'Open the sessions of Maya Rosario' }).press('Enter');
    await expect(card(page)).toContainText('Not now');
    await expect(line(page, 'Why')).toContainText('a session was closed under the resume rule');
    await expect(line(page, 'Last stop')).toContainText(/Red flag at: Top of the shoulder, left\..*Dissociation: moderate/);
  });

  await test.step('what was written about it', async () => {
    const open = page.getByRole('region', { name: 'To be followed up' });
    await open.getByRole('button', { name: /^All that was written/ }).press('Enter');
    for (const words of ['voice flat; “Looked past me”', 'Feet and hands: helped', 'Touch did not go on', 'Nobody noted yet'])
      await expect(open).toContainText(words);
    await open.getByRole('button', { name: /^Followed up/ }).press('Enter');
    await expect(open.getByRole('radio')).toHaveCount(2);
    await scan(page, 'a held client’s sessions');
    await fitsEverywhere(page, 'a held client’s sessions');
    await open.getByRole('button', { name: /^Followed up/ }).press('Enter');
  });

  /** How often the list of this client's sessions was opened, as the trail has it. */
  const openings = async (): Promise<number> => {
    const { lines } = await ask<OutputOf<'audit.list'>>(page, 'audit.list', { limit: 200 });
    return lines.filter(({ action }) => action === 'sessions-opened').length;
  };
  const opened = await openings();

  await test.step('lifted with a reason, and not without', async () => {
    await button(page, 'Lift the hold with a reason').press('Enter');
    const lifting = page.getByRole('form', { name: /^Lift the hold since/ });
    await lifting.getByRole('button', { name: 'Lift the hold' }).press('Enter');
    await expect(lifting).toContainText('Say it in a few words');
    await lifting.getByLabel('Reason').fill('Her therapist was in the room');
    await lifting.getByRole('button', { name: 'Lift the hold' }).press('Enter');
    await expect(button(page, 'Lift the hold with a reason')).toHaveCount(0);
    await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
    await expect(page.getByRole('region', { name: 'Holds that are over' })).toContainText('“Her therapist was in the room”');
    await expect(card(page)).not.toContainText('closed under the resume rule');
  });

  await test.step('followed up: it waits no more', async () => {
    await button(page, /^Followed up:/).press('Enter');
    await page.getByRole('radio', { name: /^We talked about it/ }).check();
    await page.getByLabel('What was said or done').fill('Called the next day, slept well');
    await button(page, 'Keep it').press('Enter');
    await expect(page.getByRole('region', { name: 'Followed up' })).toContainText('“Called the next day, slept well”');
    // The visit was one entry in the trail, whatever was done in it.
    expect(await openings()).toBe(opened);
    await openRoom(page, 'Today');
    await expect(page.getByRole('link', { name: 'Open the sessions of Maya Rosario' })).toHaveCount(0);
  });
});
