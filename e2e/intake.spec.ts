import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { fitsEverywhere, scan as scanAll } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, findClient, openRoom } from './pages/clients.ts';
import { passphrase, unlock } from './pages/door.ts';
import { clientId, goOn, heading, takeBack } from './pages/handover.ts';
import {
  beginIntake,
  discussAll,
  entry,
  intakes,
  itemLine,
  openIntake,
  openIntakeTab,
  openItem,
  saved,
  saveElsewhere,
} from './pages/intake.ts';

/** The intake as the practitioner goes through it with the client, and the stop signal. */

type StartApp = (options?: { readonly demo?: boolean }) => Promise<App>;

const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  await expect(app.page().getByRole('heading', { name: 'Today' })).toBeVisible();
  return { app, page: app.page() };
};

const begun = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page; readonly id: string }> => {
  const { app, page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openIntake(page, 'lucja', 'Łucja Żak');
  await beginIntake(page);
  return { app, page, id };
};

/** From the top: a line half under the parts that stay in view is no target that is too small. */
const scan = async (page: Page, screen: string): Promise<void> => {
  await page.evaluate(() => document.querySelector('.client-work')?.scrollTo(0, 0));
  await scanAll(page, screen);
};

const safety = (page: Page) => page.getByRole('complementary', { name: 'Safety card' });

test('an intake is begun, typed in from paper, talked about item by item and finished', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openIntake(page, 'lucja', 'Łucja Żak');
  await expect(page.getByText('No intake yet')).toBeVisible();
  await scan(page, 'no intake yet');
  await beginIntake(page);
  await scan(page, 'an intake nobody touched');
  expect((await intakes(page, id)).open?.entries).toEqual({});

  await test.step('every kind of answer, as it was written on paper', async () => {
    await page.getByRole('switch', { name: 'I am typing in what Łucja Żak wrote on paper' }).check();
    const steady = await openItem(page, 'Steady enough in mind');
    await steady.getByRole('radio', { name: 'Yes' }).check();
    const distress = await openItem(page, 'Distress now');
    await distress.getByRole('radio', { name: '4 of 10' }).click();
    await expect(distress.getByText(/^Łucja Żak wrote it on paper; typed in /)).toBeVisible();
    const easier = await openItem(page, 'What would make it easier to be here');
    await easier.getByLabel('In their words').fill('The door a little open, ');
    await easier.getByLabel('In their words').press('End');
    await page.keyboard.type('and a blanket');
    const helps = await openItem(page, 'What helps when grounding');
    await helps.getByRole('checkbox', { name: 'Cool water' }).check();
    await helps.getByRole('checkbox', { name: 'Something else' }).check();
    await helps.getByLabel('In their words').fill('My dog’s name');
    const people = await openItem(page, 'Emergency contact');
    await people.getByRole('button', { name: 'Add a person' }).click();
    await people.getByLabel('Who they are').fill('brother');
    await expect(page.getByText('Not saved yet: a person needs a name')).toBeVisible();
    await scan(page, 'a person without a name');
    await people.getByLabel('Name', { exact: true }).fill('Luis Rosario');
    await people.getByLabel('Phone').fill('416 555 0142');
    await saved(page);
    await expect
      .poll(() => entry(page, id, 's-emergency-contact'))
      .toMatchObject({
        answer: { kind: 'contacts', people: [{ name: 'Luis Rosario', role: 'brother', phone: '416 555 0142' }] },
        from: 'paper',
      });
    expect(await entry(page, id, 's-steady')).toMatchObject({ answer: { kind: 'choice', value: 'yes', other: '' }, from: 'paper' });
    expect(await entry(page, id, 's-distress')).toMatchObject({ answer: { kind: 'scale', value: 4 }, from: 'paper' });
    expect(await entry(page, id, 's-easier')).toMatchObject({ answer: { kind: 'text', text: 'The door a little open, and a blanket' } });
    expect(await entry(page, id, 's-what-helps')).toMatchObject({
      answer: { kind: 'multi', values: ['cool_water', 'other'], other: 'My dog’s name' },
    });
    await page.getByRole('switch', { name: /^I am typing in/ }).uncheck();
  });

  await test.step('an option that stands for nothing else clears the others; nobody is said on purpose; silence is no zero', async () => {
    const helps = await openItem(page, 'What helps when grounding');
    await helps.getByRole('checkbox', { name: 'Nothing that I know of' }).check();
    await expect(helps.getByRole('checkbox', { name: 'Cool water' })).not.toBeChecked();
    await expect(helps.getByText('Nothing known that helps: practise one grounding step together before any touch.')).toBeVisible();
    const team = await openItem(page, 'Care team');
    await team.getByRole('checkbox', { name: 'Nobody, said on purpose' }).check();
    const distress = await openItem(page, 'Distress now');
    await distress.getByRole('radio', { name: 'Said nothing, or would rather not say' }).check();
    await expect.poll(() => entry(page, id, 's-distress')).toMatchObject({ answer: { kind: 'declined' }, from: 'practitioner' });
    expect(await entry(page, id, 's-care-team')).toMatchObject({ answer: { kind: 'contacts', people: [] } });
    expect(await entry(page, id, 's-what-helps')).toMatchObject({ answer: { kind: 'multi', values: ['none'], other: '' } });
  });

  await test.step('talked about, left, noted, and what is in writing', async () => {
    const own = await openItem(page, 'Here by their own choice');
    await own.getByRole('radio', { name: 'Partly' }).check();
    await own.getByLabel('Your note').fill('Her sister made the appointment.');
    await expect(own.getByText(/^Not wholly their own choice/)).toBeVisible();
    await expect(own.getByRole('button', { name: 'Leave for another time' })).toHaveCount(0);
    await own.getByRole('button', { name: 'Discussed, next' }).click();
    await expect(itemLine(page, 'Steady enough in mind')).toBeFocused();
    const steady = await openItem(page, 'Steady enough in mind');
    await steady.getByRole('button', { name: 'Leave for another time' }).click();
    await expect(itemLine(page, 'Distress now')).toHaveAttribute('aria-expanded', 'true');
    await expect
      .poll(() => entry(page, id, 's-own-choice'))
      .toMatchObject({
        note: 'Her sister made the appointment.',
        discussedAt: expect.stringMatching(/Z$/),
      });
    expect(await entry(page, id, 's-steady')).toMatchObject({ leftAt: expect.stringMatching(/Z$/), discussedAt: null });
    const form = await openItem(page, 'Written consent to bodywork');
    await expect(form.getByText(/^In writing: the form signed /)).toBeVisible();
    await expect(form.getByRole('link', { name: 'Open Consent' })).toBeVisible();
    const fees = await openItem(page, 'Fees and time');
    await fees.getByRole('checkbox', { name: 'There on paper' }).check();
    await expect(fees.getByRole('link', { name: 'Get it ready' })).toBeVisible();
    await expect.poll(() => entry(page, id, 'f-fees-time')).toMatchObject({ inWritingAt: expect.stringMatching(/Z$/) });
    await scan(page, 'an item opened');
  });

  await test.step('finishing names what is open, then is done', async () => {
    await page.getByRole('button', { name: 'Finish the intake' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'items are open yet' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button', { name: 'Crisis numbers given' })).toBeVisible();
    await expect(summary.getByRole('button', { name: 'Here by their own choice' })).toHaveCount(0);
    await scan(page, 'finish refused');
    await summary.getByRole('button', { name: 'Crisis numbers given' }).click();
    await expect(itemLine(page, 'Crisis numbers given')).toBeFocused();
    await expect(itemLine(page, 'Crisis numbers given')).toHaveAttribute('aria-expanded', 'true');
    expect((await intakes(page, id)).open?.reviewedAt).toBeNull();
    await discussAll(page, id);
    await page.reload();
    await openRoom(page, 'Today');
    await openIntake(page, 'lucja', 'Łucja Żak');
    await expect(page.getByText('Every item is talked about or left for another time.')).toBeVisible();
    await page.getByRole('button', { name: 'Finish the intake' }).click();
    await expect(page.getByText(/^Gone through together on /)).toBeVisible();
    await expect(page.getByText(/^To be looked at again by /)).toBeVisible();
    await scan(page, 'an intake finished');
    const { open, newest } = await intakes(page, id);
    expect({ open, number: newest?.number, reviewed: newest?.reviewedAt !== null }).toEqual({ open: null, number: 1, reviewed: true });
  });
});

test('answers that do not go together are said calmly, with the way to both', async ({ startApp }) => {
  const { page } = await begun(startApp);
  const positions = await openItem(page, 'Positions');
  await positions.getByRole('checkbox', { name: 'Face down' }).check();
  const together = page.getByRole('region', { name: 'To look at together' });
  await expect(together.getByText('Face down is chosen. It is only offered with a bell or something to drop in the hand.')).toBeVisible();
  await scan(page, 'a contradiction');
  await together.getByRole('button', { name: 'Hand signal chosen' }).click();
  await expect(itemLine(page, 'Hand signal chosen')).toBeFocused();
  const sign = await openItem(page, 'Hand signal chosen');
  await sign.getByRole('radio', { name: 'A bell in the hand' }).check();
  await expect(together).toHaveCount(0);
});

test('a review begins with the answers, shows what changed, and every round stays readable', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { app, page, id } = await begun(startApp);
  await saveElsewhere(page, id, {
    's-way-home': { answer: { kind: 'text', text: 'By bus' }, from: 'practitioner' },
    'a-door': { answer: { kind: 'choice', value: 'open' }, from: 'practitioner' },
  });
  await discussAll(page, id);
  await page.reload();
  await openIntake(page, 'lucja', 'Łucja Żak');
  await page.getByRole('button', { name: 'Finish the intake' }).click();
  await page.getByRole('button', { name: 'Begin a review' }).click();
  await expect(page.getByRole('heading', { name: 'Review 1' })).toBeVisible();
  await expect(itemLine(page, 'Door')).toContainText('Open');
  await expect(page.getByRole('navigation', { name: 'Parts of the intake' }).getByText('0 of 19')).toBeVisible();

  const door = await openItem(page, 'Door');
  await door.getByRole('radio', { name: 'A little open' }).check();
  await expect(door.getByText('Before: Open')).toBeVisible();
  await saved(page);
  await page.getByRole('radiogroup', { name: 'Which items are shown' }).getByText('Changed', { exact: true }).click();
  await expect(itemLine(page, 'Door')).toBeVisible();
  await expect(itemLine(page, 'Safe way home')).toHaveCount(0);
  await scan(page, 'what changed in a review');
  await discussAll(page, id);
  await page.reload();
  await openIntake(page, 'lucja', 'Łucja Żak');
  await page.getByRole('button', { name: 'Finish the review' }).click();

  await expect(page.getByText(/^Gone through together on /).first()).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Which items are shown' }).getByText('Changed', { exact: true }).click();
  await expect(page.getByText('Before: Open')).toBeVisible();
  await expect(page.getByText('By bus')).toHaveCount(0);

  await page.getByRole('link', { name: 'Read: First intake' }).click();
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeFocused();
  await expect(page.getByText('By bus')).toBeVisible();
  await expect(page.getByText('A little open')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Discussed/ })).toHaveCount(0);
  await scan(page, 'an earlier round');

  await page.getByRole('link', { name: 'Print or save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeVisible();
  await expect(
    page
      .getByRole('img', { name: /page 1 of/ })
      .or(page.locator('canvas'))
      .first(),
  ).toBeVisible();
  await app.answerPrintDialog(null);
  await expect(page.getByRole('button', { name: 'Print', exact: true })).toBeEnabled();
});

test('the client’s part is printed to fill by hand, with the name or without', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openIntake(page, 'ellis', 'Ellis Warner');
  await page.getByRole('link', { name: 'Print it to fill by hand' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intake to fill by hand' })).toBeFocused();
  await expect(
    page
      .getByRole('img', { name: /page 1 of/ })
      .or(page.locator('canvas'))
      .first(),
  ).toBeVisible();
  await page.getByRole('radio', { name: 'Nobody’s, for whoever comes' }).check();
  await expect(
    page
      .getByRole('img', { name: /page 1 of/ })
      .or(page.locator('canvas'))
      .first(),
  ).toBeVisible();
  await scan(page, 'the intake to fill by hand');
  await page.getByRole('link', { name: 'Back to Intake' }).click();
  await expect(page.getByText('No intake yet')).toBeVisible();
});

test('the stop signal is rehearsed, and another one is not rehearsed yet', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await findClient(page, 'lucja');
  await page.getByRole('link', { name: 'Łucja Żak', exact: true }).click();
  await expect(safety(page).getByText('Not rehearsed yet')).toBeVisible();
  await safety(page).getByRole('button', { name: 'Rehearse' }).click();
  const dialog = page.getByRole('dialog', { name: 'Try it once with Łucja Żak' });
  await expect(dialog.getByRole('button', { name: 'It works' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: '“stop” was said, and hands were lifted' }).check();
  await expect(dialog.getByRole('button', { name: 'It works' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: /^The sign was given/ }).check();
  await scan(page, 'rehearsing the stop signal');
  await dialog.getByRole('button', { name: 'It works' }).click();
  await expect(safety(page).getByText(/^Rehearsed /)).toBeVisible();

  await safety(page).getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Stop signal with Łucja Żak' });
  await change.getByLabel('Stop word').fill('harbour');
  await scan(page, 'changing the stop signal');
  await change.getByRole('button', { name: 'Save the stop signal' }).click();
  await expect(safety(page).getByText('“harbour”')).toBeVisible();
  await expect(safety(page).getByText('Not rehearsed yet')).toBeVisible();

  await test.step('someone else agreed on another word meanwhile', async () => {
    await safety(page).getByRole('button', { name: 'Change' }).click();
    await change.getByLabel('Stop word').fill('lantern');
    const reply = (await callFrom(page, 'clients.get', { id })) as { readonly value: { readonly version: number } };
    await callFrom(page, 'stopSignal.set', { clientId: id, version: reply.value.version, word: 'river', gesture: 'a lifted hand' });
    await change.getByRole('button', { name: 'Save the stop signal' }).click();
    await expect(change.getByText('Someone saved this while you were typing')).toBeVisible();
    await expect(change.getByRole('radio', { name: /river/ })).toBeVisible();
    await scan(page, 'two stop signals');
    await change.getByRole('radio', { name: /lantern/ }).click();
    await change.getByRole('button', { name: 'Save my choice' }).click();
    await expect(safety(page).getByText('“lantern”')).toBeVisible();
  });
});

test('the word and the sign of the intake can be agreed on before it is finished', async ({ startApp }) => {
  const { page } = await demo(startApp);
  await openIntake(page, 'priya', 'Priya Sharma');
  await beginIntake(page);
  await expect(safety(page).getByText('Not agreed yet')).toBeVisible();
  const word = await openItem(page, 'Stop word chosen');
  await word.getByLabel('In their words').fill('pebble');
  const sign = await openItem(page, 'Hand signal chosen');
  await sign.getByRole('radio', { name: 'A bell in the hand' }).check();
  await sign.getByRole('button', { name: 'Agree on it now' }).click();
  await expect(safety(page).getByText('“pebble”')).toBeVisible();
  await expect(safety(page).getByText('or A bell in the hand')).toBeVisible();
  await expect(sign.getByRole('button', { name: 'Agree on it now' })).toHaveCount(0);
});

test('someone else’s change of another item is no question, of the same answer it is, and nothing typed is lost', async ({ startApp }) => {
  const { page, id } = await begun(startApp);
  await saveElsewhere(page, id, { 'a-door': { answer: { kind: 'choice', value: 'open' }, from: 'practitioner' } });
  const home = await openItem(page, 'Safe way home');
  await home.getByLabel('In their words').fill('My sister fetches me');
  await expect.poll(() => entry(page, id, 's-way-home')).toMatchObject({ answer: { text: 'My sister fetches me' } });
  expect(await entry(page, id, 'a-door')).toMatchObject({ answer: { value: 'open' } });
  await expect(page.getByText('Someone saved this while you were typing')).toHaveCount(0);

  await saveElsewhere(page, id, { 's-way-home': { answer: { kind: 'text', text: 'By taxi' }, from: 'practitioner' } });
  await home.getByLabel('In their words').fill('My sister walks me home');
  await expect(home.getByText('Someone saved this while you were typing')).toBeVisible();
  await expect(home.getByRole('radio', { name: /By taxi/ })).toBeVisible();
  await scan(page, 'two answers to one item');
  expect(await entry(page, id, 's-way-home')).toMatchObject({ answer: { text: 'By taxi' } });
  await home.getByRole('radio', { name: /My sister walks me home/ }).click();
  await home.getByRole('button', { name: 'Save my choice' }).click();
  await expect.poll(() => entry(page, id, 's-way-home')).toMatchObject({ answer: { text: 'My sister walks me home' } });
  await expect(page.getByText('Someone saved this while you were typing')).toHaveCount(0);
});

test('a lock or the end of the vault in the middle takes nothing', async ({ startApp }) => {
  const { app, page, id } = await begun(startApp);
  const easier = await openItem(page, 'What would make it easier to be here');
  await easier.getByLabel('In their words').fill('A window I can see');
  const people = await openItem(page, 'Care team');
  await people.getByRole('button', { name: 'Add a person' }).click();
  await people.getByLabel('Who they are').fill('psychologist');
  await page.getByRole('button', { name: 'Lock' }).click();

  const locked = await app.nextPage();
  await unlock(locked, passphrase);
  await locked.getByRole('button', { name: 'Continue: Intake of Łucja Żak' }).click();
  await expect.poll(() => entry(locked, id, 's-easier')).toMatchObject({ answer: { text: 'A window I can see' } });
  const again = await openItem(locked, 'Care team');
  await expect(again.getByLabel('Who they are')).toHaveValue('psychologist');
  await expect(locked.getByText('Not saved yet: a person needs a name')).toBeVisible();
  await again.getByLabel('Name', { exact: true }).fill('Dr. Okafor');
  await expect
    .poll(() => entry(locked, id, 's-care-team'))
    .toMatchObject({ answer: { people: [{ name: 'Dr. Okafor', role: 'psychologist' }] } });
  await saved(locked);
  app.killVault();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await expect(after.getByRole('heading', { name: 'Today' })).toBeVisible();
  expect(await entry(after, id, 's-care-team')).toMatchObject({ answer: { people: [{ name: 'Dr. Okafor' }] } });
  await expect(after.getByRole('button', { name: 'Continue: Intake of Łucja Żak' })).toHaveCount(0);
});

test('items are gone through with the keyboard alone', async ({ startApp }) => {
  const { page, id } = await begun(startApp);
  await itemLine(page, 'Here by their own choice').focus();
  await page.keyboard.press('ArrowDown');
  await expect(itemLine(page, 'Steady enough in mind')).toBeFocused();
  await page.keyboard.press('End');
  await expect(itemLine(page, 'Questions')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('Enter');
  await expect(itemLine(page, 'Here by their own choice')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('radio', { name: 'Partly' })).toBeChecked();
  await page.keyboard.press('Escape');
  await expect(itemLine(page, 'Here by their own choice')).toBeFocused();
  await expect(itemLine(page, 'Here by their own choice')).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('d');
  await expect
    .poll(() => entry(page, id, 's-own-choice'))
    .toMatchObject({
      answer: { value: 'partly' },
      discussedAt: expect.stringMatching(/Z$/),
    });
  await page.keyboard.press('n');
  await expect(itemLine(page, 'Steady enough in mind')).toBeFocused();
  await page.getByRole('button', { name: 'Next open item' }).first().focus();
  await page.keyboard.press('Enter');
  await expect(itemLine(page, 'Distress now')).toBeFocused();
});

test('Today names an intake that is open, and leads to it', async ({ startApp }) => {
  const { page } = await begun(startApp);
  await openRoom(page, 'Today');
  const unfinished = page.getByRole('region', { name: 'Unfinished' });
  await expect(unfinished.getByText(/^Open since /)).toBeVisible();
  await scan(page, 'today with an open intake');
  await unfinished.getByRole('link', { name: 'Open the intake of Łucja Żak' }).click();
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeVisible();
});

test('what the client answered on the screen is there, and begun with what they would rather talk about', async ({ startApp }) => {
  test.setTimeout(90_000);
  const { page, id } = await begun(startApp);
  await page.getByRole('link', { name: 'Hand over to Łucja Żak' }).click();
  await expect(page.getByRole('checkbox', { name: 'SAFE intake' })).toBeChecked();
  await expect(page.getByText('“stop”').first()).toBeVisible();
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await goOn(page);
  await expect(heading(page, 'Is it your own choice to be here today?')).toBeVisible();
  await page.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
  await goOn(page);
  await expect(heading(page, /^Have you been feeling steady enough/)).toBeVisible();
  await page.getByRole('button', { name: 'I’d rather talk about it' }).click();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByRole('button', { name: 'Stop for today' }).click();
  await takeBack(page, passphrase);

  await expect(page.getByText(/^Łucja Żak answered one question on the screen, /)).toBeVisible();
  await expect(page.getByText('One question is to be talked about. It comes first.')).toBeVisible();
  expect(await entry(page, id, 's-own-choice')).toMatchObject({ answer: { value: 'yes' }, from: 'client' });
  await scan(page, 'an intake that came back');
  await page.getByRole('button', { name: 'Go through it together' }).click();
  await expect(itemLine(page, 'Steady enough in mind')).toBeFocused();
  await expect(itemLine(page, 'Steady enough in mind')).toHaveAccessibleName(/^Open, to talk about/);
  await page.getByRole('button', { name: 'Discussed: Here by their own choice' }).click();
  await expect(page.getByText(/answered one question on the screen/)).toHaveCount(0);
});

const longName = `Théodora ${'Vasquez-O’Brien '.repeat(11)}Żółć`.slice(0, 200);

test('the intake fits a tablet, 200 % and 400 %, with the longest names', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await addClient(page, { chosenName: longName, stopWord: 'y'.repeat(200), stopGesture: 'Wolfeschlegelsteinhausenbergerdorff'.repeat(5) });
  await openIntakeTab(page);
  await fitsEverywhere(page, 'no intake yet');
  await beginIntake(page);
  const home = await openItem(page, 'Safe way home');
  await home.getByLabel('In their words').fill('x'.repeat(400));
  await saved(page);
  await fitsEverywhere(page, 'an intake with an item opened');
  const people = await openItem(page, 'Care team');
  await people.getByRole('button', { name: 'Add a person' }).click();
  await fitsEverywhere(page, 'people of an intake');
  await page.setViewportSize({ width: 768, height: 1024 });
  await scan(page, 'an intake in a tablet held upright');
});
