import type { Locator, Page } from 'playwright-core';
import type { OutputOf } from '../shared/calls.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { heading } from './pages/handover.ts';
import { ask, demo, holdsAt, place, tabTo, withdrawElsewhere } from './pages/map.ts';
import { begun, expectMode, happened, makeReady, neck, openConductor, sessionOf, shoulder, startBlock } from './pages/session.ts';

/** Blocks of touch in the conductor: planned, refused, begun, looked after, ended, and one after the other. */

const otherShoulder = 'B-TRAP-R';
const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click();
const panel = (page: Page): Locator => page.locator('.touch-panel');
/** What is said of the place that was touched last. */
const looked = (page: Page): Locator => page.locator('.touch-looked');

/** What was recorded from here on, in its order. */
const recorded = async (page: Page, after = 0): Promise<readonly (readonly [string, unknown])[]> => {
  const { id } = await sessionOf(page);
  const { events } = await ask<OutputOf<'sessions.get'>>(page, 'sessions.get', { sessionId: id });
  return events.filter(({ seq }) => seq > after).map(({ kind, body }) => [kind, body] as const);
};

type StartApp = Parameters<typeof demo>[0];

/** Ready for touch, or with hands on, and the page's clock in the hand of the test. */
const session = async (startApp: StartApp, hands: boolean): Promise<{ readonly page: Page; readonly id: string; readonly seq: number }> => {
  const { page, id } = await demo(startApp, 'maya');
  await makeReady(page, id);
  await begun(page, id);
  if (hands) await startBlock(page);
  else await happened(page, { kind: 'phase', body: { to: 'touch-block' } });
  await page.clock.install();
  await openConductor(page);
  return { page, id, seq: (await sessionOf(page)).state.seq };
};

test('what is off limits, too firm or not said yet is refused in words while a block is chosen', async ({ startApp }) => {
  const { page, id } = await session(startApp, false);
  await happened(page, { kind: 'yes-heard', body: { answer: 'no', areas: {}, ceiling: null, words: '' } });
  await expect(heading(page, 'No touch now')).toBeFocused();
  await expect(panel(page)).toContainText('The client said no to touch today.');
  await happened(
    page,
    { kind: 'asked-on', body: { words: 'Now, please' } },
    { kind: 'seen', body: { dissociation: 'D1', arousal: null, item: null, signs: [], words: '' } },
  );
  await expect(heading(page, 'The client asks first')).toBeFocused();
  await press(page, 'They say: “Yes, please go on”');
  await expect(heading(page, 'Block 1')).toBeFocused();
  await expect(panel(page)).toContainText('In a first session, 15 minutes together at most.');

  await place(page, 'F-ABD-U').click();
  await expect(looked(page)).toContainText('Upper abdomen is off limits.Out: the client has not marked it');
  await expect(panel(page)).toContainText('Choose a place to go on.');

  await place(page, otherShoulder).click();
  await expect(panel(page)).toContainText('There is no spoken yes for today yet.');
  await panel(page).getByRole('group', { name: 'Today’s spoken yes' }).getByRole('button', { name: 'They say yes' }).click();
  await expect(panel(page)).toContainText('Who chose this');
  await expect(page.getByRole('button', { name: 'Medium', exact: true })).toBeDisabled();
  await expect(panel(page)).toContainText('Top of the shoulder, right: No firmer: the client keeps it lighter at this place');
  await expect(page.getByRole('button', { name: /Deep tissue/ })).toHaveCount(0);
  await scan(page, 'a block being chosen');
  await fitsEverywhere(page, 'a block being chosen');

  await place(page, neck).click();
  await expect(panel(page)).toContainText('“May I rest my hand here: Back of the neck?”');
  await expect(panel(page)).toContainText('This cannot begin yet.');
  await press(page, 'They say no, or nothing');
  await expect(looked(page)).toContainText('Back of the neck is off limits.Out today: the client left it out');
  await expect(page.getByRole('button', { name: 'Leave out: Back of the neck' })).toHaveCount(0);

  // The list is the equal of the chart, and the client can close a place from here for good.
  await page.getByText('List', { exact: true }).click();
  await page.getByLabel('Find a place').fill('top of the shoulder left');
  await page.getByRole('button', { name: 'Choose: Top of the shoulder, left' }).click();
  await expect(page.getByRole('button', { name: 'Leave out: Top of the shoulder, left' })).toHaveCount(2);
  await press(page, 'The client takes this place back');
  await expect(page.getByRole('button', { name: 'Leave out: Top of the shoulder, left' })).toHaveCount(0);
  expect(await holdsAt(page, id, shoulder)).toEqual(['no', ['marked-out']]);
});

test('a block is said and begun, looked after, ended, and another place is asked for', async ({ startApp }) => {
  const { page, id, seq } = await session(startApp, false);
  await place(page, shoulder).click();
  await press(page, 'Upper shoulder rest');
  await press(page, 'Light');
  await press(page, 'A minute more');
  await press(page, 'The client');
  await expect(panel(page)).toContainText('The first block a client ever has is planned for 2 minutes.');
  // Loaded anew before it is begun, it is as it was chosen.
  const drafts = async (): Promise<readonly string[]> =>
    (await ask<OutputOf<'drafts.get'>>(page, 'drafts.get', {})).drafts.map(({ key }) => key);
  const ofBlock = [`block-${(await sessionOf(page)).id}`];
  await expect.poll(drafts).toEqual(ofBlock);
  await openConductor(page);
  await press(page, 'Read, go on');
  await expect(panel(page)).toContainText('“Top of the shoulder, left. Upper shoulder rest, light, for 3 minutes.”');
  await press(page, 'Said it, begin');

  await expect(heading(page, 'Top of the shoulder, left')).toBeFocused();
  await expect.poll(drafts).toEqual([]);
  await expect(panel(page)).toContainText('Upper shoulder rest, light, clothed');
  await expect(panel(page)).not.toContainText('Halfway');
  await press(page, 'warm');
  await press(page, 'own word');
  await page.getByLabel('own word').fill('like honey');
  await page.keyboard.press('Enter');
  await page.clock.fastForward(95_000);
  await expect(panel(page)).toContainText('Halfway: “staying, changing or stopping?”');
  await scan(page, 'hands on');
  await fitsEverywhere(page, 'hands on');
  await press(page, 'Staying');
  await expect(panel(page)).toContainText('Halfway: Staying');
  await page.clock.fastForward(90_000);
  const ring = panel(page).getByRole('timer', { name: 'Hands on' });
  await expect(ring).toHaveAttribute('data-over', 'true');
  await expect(ring).toContainText(/^3:\d\dof 3 min$/);

  // Two words to watch together: hands come off is one touch away.
  await page.getByLabel('own word').fill('fogg');
  await page.getByRole('button', { name: /^foggy/ }).click();
  await page.getByRole('button', { name: /^far away/ }).click();
  await expect(panel(page)).toContainText('pause and ground');
  await press(page, 'Lift hands, check in');

  await expect(heading(page, 'Hands are off')).toBeFocused();
  await expect(panel(page)).toContainText('Before: 3');
  await press(page, '5 of 10');
  await expect(panel(page)).toContainText('Up by 2 or more');
  await scan(page, 'a pause');
  await fitsEverywhere(page, 'a pause');
  await press(page, 'Elsewhere');

  await expect(heading(page, 'Block 2')).toBeFocused();
  // Loaded anew it stands at the same step, with the clock right again.
  await openConductor(page);
  await expect(heading(page, 'Block 2')).toBeFocused();
  await place(page, neck).click();
  await press(page, 'They say yes');
  await press(page, 'Warm towel placed by the client');
  await press(page, 'I offered it');
  await press(page, 'Said it, begin');
  await expect(heading(page, 'Back of the neck')).toBeFocused();
  await press(page, 'The client takes this place back');
  await expectMode(page, 'stopping');
  expect(await holdsAt(page, id, neck)).toEqual(['no', ['marked-out']]);

  const noted = { distress: null, pain: null };
  expect(await recorded(page, seq)).toEqual([
    [
      'block-started',
      {
        ...{ areas: [shoulder], technique: 'hold-shoulder', level: 2, minutes: 3, position: null, cover: 'clothed' },
        ...{ chosenBy: 'client', announced: true, despite: ['first-block-minutes'] },
      },
    ],
    ['checked-in', { ...noted, words: 'like honey', sensations: ['s001'] }],
    ['halfway', { answer: 'staying' }],
    ['hands-lifted', { reason: 'watch-word' }],
    ['checked-in', { ...noted, words: '', sensations: ['s168', 's101'] }],
    ['checked-in', { ...noted, distress: 5, words: '', sensations: [] }],
    ['answered', { choice: 'elsewhere', words: '' }],
    ['place-asked', { area: neck, answer: 'yes', words: '' }],
    ['block-started', expect.objectContaining({ areas: [neck], technique: 'towel-warm', level: 0, minutes: 3, chosenBy: 'practitioner' })],
    ['places-taken-back', { areas: [neck], words: '' }],
  ]);
});

test('with the keyboard alone: chosen, begun, and a stop that loses no word', async ({ startApp }) => {
  const { page, seq } = await session(startApp, false);
  await expect(heading(page, 'Block 1')).toBeFocused();
  await tabTo(page, page.locator('.chart-place[tabindex="0"]'), 'Shift+Tab');
  await page.keyboard.press('End');
  await page.getByRole('radio', { name: 'Chart' }).focus();
  await page.keyboard.press('ArrowRight');
  await tabTo(page, page.getByLabel('Find a place'));
  await page.keyboard.type('top of the shoulder left');
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('button', { name: 'Choose: Top of the shoulder, left' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'The client', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'A minute more' }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'Read, go on' }));
  await page.keyboard.press('Enter');
  // What was pressed is gone: reading goes on where it stood.
  await expect(page.locator('.touch-begin [data-first]')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'Said it, begin' }));
  await page.keyboard.press('Enter');
  await expect(heading(page, 'Top of the shoulder, left')).toBeFocused();
  await tabTo(page, page.getByRole('button', { name: 'warm', exact: true }));
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByRole('button', { name: 'own word' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('too much');
  await page.keyboard.press('Escape');
  await expectMode(page, 'stopping');
  await expect.poll(async () => (await recorded(page, seq)).map(([kind]) => kind)).toEqual(['block-started', 'stop', 'checked-in']);
  expect((await recorded(page, seq)).at(-1)?.[1]).toEqual({ distress: null, pain: null, words: 'too much', sensations: ['s001'] });
});

test('a place that is closed while hands are on says so, and 8 at the pause leads to grounding', async ({ startApp }) => {
  const { page, id, seq } = await session(startApp, true);
  await expect(heading(page, 'Top of the shoulder, left')).toBeFocused();
  await withdrawElsewhere(page, id, shoulder);
  await expect(page.getByRole('alert')).toContainText('Lift your hands');
  await press(page, 'Lift hands, check in');
  await press(page, '8 of 10');
  await expect(panel(page)).toContainText('Distress 7 or more');
  await expect(page.getByRole('button', { name: 'Continue', exact: true })).toHaveCount(0);
  await press(page, 'Note 8, go on to grounding');
  await expectMode(page, 'stopping');
  expect((await recorded(page, seq)).map(([kind]) => kind).slice(0, 2)).toEqual(['hands-lifted', 'checked-in']);
});
