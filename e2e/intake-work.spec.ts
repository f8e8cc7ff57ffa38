import type { Page } from 'playwright-core';
import { fitsEverywhere } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, findClient, openRoom } from './pages/clients.ts';
import { passphrase, unlock } from './pages/door.ts';
import { clientId } from './pages/handover.ts';
import {
  beginIntake,
  begun,
  demo,
  entry,
  itemLine,
  openIntake,
  openIntakeTab,
  openItem,
  safety,
  saved,
  saveElsewhere,
  scanFromTop,
} from './pages/intake.ts';
import { ask } from './pages/map.ts';

/** What holds while an intake is worked on: the stop signal, two people at it, a lock, the keyboard, small windows. */

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
  await scanFromTop(page, 'rehearsing the stop signal');
  await dialog.getByRole('button', { name: 'It works' }).click();
  await expect(safety(page).getByText(/^Rehearsed /)).toBeVisible();

  await safety(page).getByRole('button', { name: 'Change' }).click();
  const change = page.getByRole('dialog', { name: 'Stop signal with Łucja Żak' });
  await change.getByLabel('Stop word').fill('harbour');
  await scanFromTop(page, 'changing the stop signal');
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
    await scanFromTop(page, 'two stop signals');
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
  await scanFromTop(page, 'two answers to one item');
  expect(await entry(page, id, 's-way-home')).toMatchObject({ answer: { text: 'By taxi' } });
  await home.getByRole('radio', { name: /My sister walks me home/ }).click();
  await home.getByRole('button', { name: 'Save my choice' }).click();
  await expect.poll(() => entry(page, id, 's-way-home')).toMatchObject({ answer: { text: 'My sister walks me home' } });
  await expect(page.getByText('Someone saved this while you were typing')).toHaveCount(0);
});

type Handed = {
  readonly value: {
    readonly id: string;
    readonly fillings: readonly { readonly id: string; readonly revision: number; readonly answers: object }[];
  };
};

/** The screen goes to the client, who answers on it and gives it back. */
const answerOnScreen = async (page: Page, id: string, answers: object, seen: readonly string[]): Promise<void> => {
  await callFrom(page, 'handover.begin', { clientId: id, forms: [{ formId: 'safe-intake' }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  const { id: handoverId, fillings } = ((await callFrom(page, 'handover.current', {})) as Handed).value;
  const [filling] = fillings;
  const given = { answers: { ...filling?.answers, ...answers }, talk: [], seen, signatures: [], substitutesAgreed: false, page: 0 };
  await callFrom(page, 'handover.answer', { ...given, handoverId, fillingId: filling?.id, revision: filling?.revision });
  expect(await callFrom(page, 'handover.end', { handoverId, passphrase })).toMatchObject({ ok: true });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
};

test('what the client answered on the screen stays beside what is written over it', async ({ startApp }) => {
  const { page, id } = await begun(startApp);
  await answerOnScreen(page, id, { 'a-leave-out': { kind: 'text', text: 'Bells' } }, ['a-leave-out']);
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeVisible();
  const item = await openItem(page, 'Things to leave out');
  await expect(item.getByText(/answered on the screen/)).toBeVisible();
  await expect(item.getByText(/^On the screen/)).toHaveCount(0);
  await item.getByLabel('In their words').fill('Nothing');
  await expect(item.getByRole('paragraph').filter({ hasText: /^On the screen, .*: “Bells”$/ })).toBeVisible();
  await expect.poll(() => entry(page, id, 'a-leave-out')).toMatchObject({ answer: { text: 'Nothing' }, from: 'practitioner' });
  await expect(item.getByRole('paragraph').filter({ hasText: /^On the screen, .*: “Bells”$/ })).toBeVisible();
  await scanFromTop(page, 'an answer written over the client’s');
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
  // What was typed is let go of once it is saved; a vault that ended before that would offer it again.
  await expect.poll(() => ask(locked, 'drafts.get', {})).toEqual({ drafts: [] });
  app.killVault();
  const after = await app.nextPage();
  await unlock(after, passphrase);
  await expect(after.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
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
  const ofLucja = unfinished.locator('.unfinished-line').filter({ hasText: 'Łucja Żak' });
  await expect(ofLucja.getByText(/^Open since /)).toBeVisible();
  await scanFromTop(page, 'today with an open intake');
  await unfinished.getByRole('link', { name: 'Open the intake of Łucja Żak' }).click();
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeVisible();
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
  await scanFromTop(page, 'an intake in a tablet held upright');
});
