import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import { passphrase } from './pages/door.ts';
import { clientId, goOn, heading, takeBack } from './pages/handover.ts';
import {
  beginIntake,
  begun,
  demo,
  discussAll,
  entry,
  intakes,
  itemLine,
  openIntake,
  openItem,
  saved,
  saveElsewhere,
  scanFromTop,
} from './pages/intake.ts';

/** The intake as the practitioner goes through it with the client, from its beginning to a review. */

test('an intake is begun, typed in from paper, talked about item by item and finished', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openIntake(page, 'lucja', 'Łucja Żak');
  await expect(page.getByText('No intake yet')).toBeVisible();
  await scanFromTop(page, 'no intake yet');
  await beginIntake(page);
  await scanFromTop(page, 'an intake nobody touched');
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
    await scanFromTop(page, 'a person without a name');
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
    await scanFromTop(page, 'an item opened');
  });

  await test.step('finishing names what is open, then is done', async () => {
    await page.getByRole('button', { name: 'Finish the intake' }).click();
    const summary = page.getByRole('alert').filter({ hasText: 'items are open yet' });
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button', { name: 'Crisis numbers given' })).toBeVisible();
    await expect(summary.getByRole('button', { name: 'Here by their own choice' })).toHaveCount(0);
    await scanFromTop(page, 'finish refused');
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
    await scanFromTop(page, 'an intake finished');
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
  await scanFromTop(page, 'a contradiction');
  await together.getByRole('button', { name: 'Hand signal chosen' }).click();
  await expect(itemLine(page, 'Hand signal chosen')).toBeFocused();
  const sign = await openItem(page, 'Hand signal chosen');
  await sign.getByRole('radio', { name: 'A bell in the hand' }).check();
  await expect(together).toHaveCount(0);
});

test('a review begins with the answers, shows what changed, and every round stays readable', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page, id } = await begun(startApp);
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
  await scanFromTop(page, 'what changed in a review');
  await discussAll(page, id);
  await page.reload();
  await openIntake(page, 'lucja', 'Łucja Żak');
  await page.getByRole('button', { name: 'Finish the review' }).click();

  await expect(page.getByRole('button', { name: 'Begin a review' })).toBeVisible();
  await page.getByRole('radiogroup', { name: 'Which items are shown' }).getByText('Changed', { exact: true }).click();
  await expect(page.getByText('Before: Open')).toBeVisible();
  await expect(page.getByText('By bus')).toHaveCount(0);

  await page.getByRole('link', { name: 'Read: First intake' }).click();
  await expect(page.getByRole('heading', { name: 'First intake' })).toBeFocused();
  await expect(page.getByText('By bus')).toBeVisible();
  await expect(page.getByRole('region', { name: 'First intake' }).getByText('A little open')).toHaveCount(0);
  await expect(page.getByRole('button', { name: /^Discussed/ })).toHaveCount(0);
  await scanFromTop(page, 'an earlier round');

  await page.getByRole('link', { name: 'Print or save' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Intake' })).toBeVisible();
  await expect(
    page
      .getByRole('img', { name: /page 1 of/ })
      .or(page.locator('canvas'))
      .first(),
  ).toBeVisible();
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
  await scanFromTop(page, 'the intake to fill by hand');
  await page.getByRole('link', { name: 'Back to Intake' }).click();
  await expect(page.getByText('No intake yet')).toBeVisible();
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
  await scanFromTop(page, 'an intake that came back');
  await page.getByRole('button', { name: 'Go through it together' }).click();
  await expect(itemLine(page, 'Steady enough in mind')).toBeFocused();
  await expect(itemLine(page, 'Steady enough in mind')).toHaveAccessibleName(/^Open, to talk about/);
  await page.getByRole('button', { name: 'Discussed: Here by their own choice' }).click();
  await expect(page.getByText(/answered one question on the screen/)).toHaveCount(0);
});
