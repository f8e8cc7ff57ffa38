import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openRoom } from './pages/clients.ts';
import {
  answerHealth,
  changeElsewhere,
  findingOf,
  keepContact,
  longest,
  okafor,
  openAddress,
  openCareTeam,
  openDirectory,
  readiness,
  team,
} from './pages/contacts.ts';
import { passphrase, unlock } from './pages/door.ts';
import { heading } from './pages/handover.ts';
import { saveElsewhere, scanFromTop } from './pages/intake.ts';
import { ask, demo, holdsAt, place, setElsewhere, tabTo } from './pages/map.ts';

/** Who else cares for a client: the directory, the care team, and what clinicians were asked and answered. */

const unlockDemo = async (page: Page): Promise<void> => {
  await unlock(page, passphrase);
  await expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible();
};

test('someone is added to the directory, once it is said who is there already', async ({ startApp }) => {
  const { page } = await demo(startApp, 'maya');
  await openDirectory(page);
  await expect(heading(page, 'Directory')).toBeFocused();

  await keepContact(page, okafor);
  await page.getByRole('link', { name: 'Add a contact' }).click();
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('alert').getByText('Name: Write a name')).toBeVisible();
  await page.getByLabel('Name', { exact: true }).fill('Okafor, Amara');
  await page.getByLabel('E-mail').fill('amara');
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByRole('alert').getByText(/E-mail: An e-mail has a name/)).toBeVisible();
  await page.getByLabel('E-mail').fill('amara@example.org');
  await page.getByRole('button', { name: 'Save contact' }).click();
  const alike = page.getByRole('alert').filter({ hasText: 'Someone like this is in the directory already' });
  await expect(alike.getByText('Clinical psychologist · Riverside Clinic · 416 555 0100')).toBeVisible();
  await scan(page, 'a contact that looks like another');

  await test.step('it is opened, and what was typed waits', async () => {
    await alike.getByRole('link', { name: 'Open Dr. Amara Okafor' }).click();
    await expect(heading(page, 'Dr. Amara Okafor')).toBeFocused();
    await page.goBack();
    await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Okafor, Amara');
  });
  await test.step('or added all the same', async () => {
    await page.getByRole('button', { name: 'Save contact' }).click();
    await page.getByRole('button', { name: 'Add all the same' }).click();
    await expect(heading(page, 'Okafor, Amara')).toBeVisible();
    await expect(page.getByText('These look alike by name, phone or e-mail.')).toBeVisible();
    await scan(page, 'a contact');
  });
  await test.step('found again by keyboard alone', async () => {
    await page.keyboard.press('Control+K');
    await page.getByRole('textbox', { name: 'Find a client, an action or a page' }).fill('directory');
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Directory')).toBeVisible();
    await tabTo(page, page.getByLabel('Find someone'));
    await page.keyboard.type('psych riverside');
    await expect(page.getByRole('link', { name: 'Okafor, Amara' })).toHaveCount(0);
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('link', { name: 'Dr. Amara Okafor' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(heading(page, 'Dr. Amara Okafor')).toBeVisible();
  });
});

test('two contacts are made one, and a change of someone else is asked about', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const kept = await keepContact(page, okafor);
  const gone = await keepContact(page, { name: 'Amara Okafor', email: 'amara@example.org', note: 'Best on Fridays' });
  await ask(page, 'careTeam.set', { clientId: id, contactId: gone.id, role: 'therapist' });

  await openAddress(page, `/contacts/${kept.id}`);
  await page.getByRole('link', { name: 'Look at both: Amara Okafor' }).click();
  await expect(heading(page, 'Make two contacts one')).toBeVisible();
  const preview = page.getByRole('region', { name: 'What will be in the directory' });
  await expect(preview.getByText('Choose above')).toHaveCount(1);
  await expect(preview.getByText('amara@example.org')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Make them one' })).toBeDisabled();
  await scan(page, 'two contacts that are one');
  await page.getByRole('button', { name: 'Take all of the second' }).click();
  await expect(preview.getByText('416 555 0100')).toHaveCount(0);
  await page.getByRole('radiogroup', { name: 'Phone' }).getByRole('radio').first().click();
  await page.getByRole('radiogroup', { name: 'Name' }).getByRole('radio').first().click();
  await expect(preview.getByText('416 555 0100')).toBeVisible();
  await page.getByRole('button', { name: 'Make them one' }).click();
  const confirm = page.getByRole('dialog', { name: 'Make them one: Dr. Amara Okafor?' });
  await confirm.getByRole('button', { name: 'Make them one' }).click();
  await expect(heading(page, 'Dr. Amara Okafor')).toBeVisible();
  const clients = page.getByRole('region', { name: 'In the care team of' });
  await expect(clients.getByRole('link', { name: 'Maya Rosario' })).toBeVisible();
  await expect(page.getByText('Best on Fridays')).toBeVisible();

  await openAddress(page, `/contacts/${gone.id}`);
  await expect(page.getByText('These two were made one.')).toBeVisible();
  await expect(heading(page, 'Dr. Amara Okafor')).toBeVisible();
  expect(new URL(page.url()).hash).toBe(`#/contacts/${kept.id}`);

  await page.getByRole('link', { name: 'Change' }).click();
  await page.getByLabel('Phone').fill('416 555 0101');
  await page.getByLabel('Address').fill('4 Bridge Street');
  const { contact } = await ask<{ contact: typeof kept }>(page, 'contacts.get', { id: kept.id });
  await changeElsewhere(page, contact, { phone: '416 555 0199', note: 'Not on Fridays' });
  await page.getByRole('button', { name: 'Save contact' }).click();
  await expect(page.getByText('Someone saved this while you were typing')).toBeVisible();
  await expect(page.getByRole('radiogroup')).toHaveCount(1);
  await page.getByRole('radio', { name: /416 555 0101/ }).click();
  await page.getByRole('button', { name: 'Save my choice' }).click();
  await expect(heading(page, 'Dr. Amara Okafor')).toBeVisible();
  for (const words of ['416 555 0101', '4 Bridge Street', 'Not on Fridays']) await expect(page.getByText(words)).toBeVisible();
});

test('whom the client named in the intake is offered for the care team, the directory first', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'noor');
  await keepContact(page, okafor);
  const people = [
    { name: 'Dr Okafor', role: 'psychologist', phone: '' },
    { name: 'Sam Reed', role: 'physiotherapist', phone: '519 555 0188' },
  ];
  await saveElsewhere(page, id, { 's-care-team': { answer: { kind: 'contacts', people }, from: 'practitioner' } });
  await page.reload();
  await openCareTeam(page, 'noor', 'Noor Abadi');
  const named = page.getByRole('region', { name: 'Named in the intake' });
  await expect(named.getByRole('listitem')).toHaveText([/^Dr Okafor/, /^Sam Reed/]);
  await scanFromTop(page, 'a care team nobody is in yet');

  await named.getByRole('link', { name: 'Add Dr Okafor to the care team' }).click();
  await expect(page.getByLabel('What they are to the client')).toHaveValue('therapist');
  await page.getByRole('button', { name: 'Choose Dr. Amara Okafor' }).press('Enter');
  await expect(page.getByRole('group', { name: 'Who it is' })).toBeFocused();
  await page.getByLabel('Note for this client').fill('Mondays');
  await page.getByRole('button', { name: 'Add to the care team' }).click();
  await expect(team(page).getByText(/Therapist or counsellor, Clinical psychologist/)).toBeVisible();
  await expect(team(page).getByText(/^416 555 0100 · since /)).toBeVisible();

  await test.step('someone new, with a lock in the middle', async () => {
    await named.getByRole('link', { name: 'Add Sam Reed to the care team' }).click();
    await expect(page.getByText('Nobody found for “Sam Reed”.')).toBeVisible();
    await page.getByRole('button', { name: 'Someone new' }).click();
    await expect(page.getByLabel('Phone')).toHaveValue('519 555 0188');
    await page.getByLabel('Works at').fill('Mill Street Physio');
    await scan(page, 'someone new for the care team');
    await page.getByRole('button', { name: 'Lock' }).click();
  });
  const again = await app.nextPage();
  await unlockDemo(again);
  await again.getByRole('button', { name: 'Continue: Care team of Noor Abadi' }).click();
  await expect(again.getByLabel('Works at')).toHaveValue('Mill Street Physio');
  await expect(again.getByLabel('What they are to the client')).toHaveValue('bodywork');
  await again.getByRole('button', { name: 'Add to the care team' }).click();
  await expect(team(again).getByRole('listitem')).toHaveText([/^DO?.*Okafor/, /Sam Reed.*Bodywork or physiotherapy.*Mill Street Physio/]);
  await expect(again.getByRole('region', { name: 'Named in the intake' })).toHaveCount(0);

  await test.step('a role changes, one ends, and begins again', async () => {
    await again.getByRole('button', { name: 'Change what Sam Reed is here' }).click();
    await again
      .getByRole('group', { name: 'Change what Sam Reed is here' })
      .getByLabel('What they are to the client')
      .selectOption('other');
    await again.getByRole('link', { name: 'Intake' }).last().click();
    await again.getByRole('link', { name: 'Care team' }).click();
    await again.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(again.getByRole('button', { name: 'Change what Sam Reed is here' })).toBeFocused();
    await again.getByRole('button', { name: 'End with Sam Reed' }).click();
    await again.getByRole('dialog').getByRole('button', { name: 'End it' }).click();
    await expect(team(again).getByRole('listitem')).toHaveCount(1);
    await scanFromTop(again, 'a care team with someone who was in it');
    await again.getByRole('button', { name: 'Begin again with Sam Reed' }).click();
    await expect(team(again).getByText('Someone else, physiotherapist · Mill Street Physio')).toBeVisible();
  });
});

const askedLine = (page: Page, about: string) =>
  page.getByRole('list', { name: 'Requests and answers' }).getByRole('listitem').filter({ hasText: about });

test('a clinician is asked, clears within limits, and touch is possible within them up to the last day', async ({ startApp }) => {
  const { page, id } = await demo(startApp, 'maya');
  const yes = { state: 'yes', ceiling: 4 };
  await setElsewhere(page, id, 4, { 'F-PALM-L': yes, 'F-PALM-R': yes });
  const contact = await keepContact(page, okafor);
  await ask(page, 'careTeam.set', { clientId: id, contactId: contact.id, role: 'specialist' });
  await answerHealth(page, id, 'major-surgery', 'dissociative-disorder');
  const other = await findingOf(page, id, 'dissociative-disorder');
  await ask(page, 'health.resolve', { findingId: other, version: 1, decision: { what: 'lower', kind: 'modify', reason: 'Agreed' } });
  expect(await readiness(page, id)).toEqual(['needs-clearance', ['clearance', 'modify']]);
  await page.reload();

  const year = new Date().getFullYear() + 1;
  await test.step('asked, and no private word in the question', async () => {
    await openAddress(page, `/clients/${id}/clearance/new?finding=${await findingOf(page, id, 'major-surgery')}`);
    await expect(page.getByRole('checkbox', { name: 'Major surgery, recent' })).toBeChecked();
    const question = page.getByLabel('What they are asked');
    await expect(question).toHaveValue(/with regard to: Major surgery, recent\./);
    await page.getByRole('checkbox', { name: 'Diagnosed dissociative disorder' }).check();
    await expect(question).not.toHaveValue(/dissociative/);
    await expect(page.getByText(/^Not named in it, because it is private: Diagnosed dissociative disorder/)).toBeVisible();
    await page.getByRole('checkbox', { name: 'Diagnosed dissociative disorder' }).uncheck();
    await page.getByLabel('When').fill('1 1 2999');
    await page.getByRole('button', { name: 'Note the request' }).click();
    const summary = page.getByRole('alert');
    await expect(summary.getByRole('listitem')).toHaveText([/^Who is asked/, /^How they are asked/, /^When: This day has not come yet/]);
    await scan(page, 'a request for clearance');
    await page.getByRole('radio', { name: 'Dr. Amara Okafor' }).check();
    await page.getByRole('radio', { name: 'On the phone' }).check();
    await page.getByLabel('When').fill('1 1 2026');
    await page.getByRole('button', { name: 'Note the request' }).click();
    await expect(askedLine(page, 'Major surgery').getByText('No answer yet')).toBeVisible();
    expect((await readiness(page, id))[0]).toBe('needs-clearance');
  });

  await test.step('the answer says what it does before it is recorded', async () => {
    await page.getByRole('link', { name: 'Record the answer of Dr. Amara Okafor: Major surgery, recent' }).click();
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([/Choose what they answered$/]);
    await page.getByRole('radio', { name: 'Cleared', exact: true }).check();
    await page.getByRole('radio', { name: 'Only in some places' }).check();
    await place(page, 'F-PALM-L').click();
    await expect(page.getByText('1 place: Palm and fingers, left')).toBeVisible();
    await page.getByLabel('Firmest contact').selectOption('Light');
    await page.getByLabel('Minutes at most').fill('30');
    await page.getByLabel('Their letter, among the client’s files').selectOption({ index: 1 });
    await page.getByRole('radio', { name: 'A day they named' }).check();
    await page.getByLabel('Last day on which it counts').fill('14 3 2099');
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await expect(page.getByRole('alert').getByRole('listitem')).toHaveText([/It counts for two years at the most: until /]);
    await page.getByLabel('Last day on which it counts').fill(`14 3 ${year}`);
    const does = page.getByRole('region', { name: 'What this does' });
    await expect(does.getByText(`touch is possible again until and including March 14, ${year}: Major surgery, recent.`)).toBeVisible();
    await expect(does.getByRole('listitem')).toHaveText([
      'Only here: Palm and fingers, left',
      'Not firmer than Light',
      'At most 30 minutes',
    ]);
    await scan(page, 'an answer of a clinician');
    await page.getByRole('button', { name: 'Record the answer' }).click();
    await expect(askedLine(page, 'Major surgery').getByText(`Last day March 14, ${year}`)).toBeVisible();
  });
  expect(await readiness(page, id)).toEqual(['ready-with-limits', ['cleared', 'modify']]);
  expect(await holdsAt(page, id, 'F-PALM-L')).toEqual(['yes', expect.arrayContaining(['clearance-cap'])]);
  expect(await holdsAt(page, id, 'F-PALM-R')).toEqual(['no', expect.arrayContaining(['outside-clearance'])]);
  await scanFromTop(page, 'requests and answers');
  await page.getByRole('link', { name: 'Open the answer of Dr. Amara Okafor: Major surgery, recent' }).click();
  await expect(heading(page, 'Answer of Dr. Amara Okafor')).toBeVisible();
  await expect(page.getByText('Not firmer than Light')).toBeVisible();
  await scan(page, 'an answer that was recorded');
  await page.getByRole('link', { name: 'Open the letter' }).click();
  await expect(page.getByRole('region', { name: 'Document' })).toBeVisible();
});

test('what is not cleared stays closed, what ends soon is marked, and an answer typed through a lock is there', async ({ startApp }) => {
  const { app, page, id } = await demo(startApp, 'maya');
  await answerHealth(page, id, 'major-surgery', 'arrhythmia');
  const asked = { clientId: id, contactId: null, of: 'Dr. Reed', way: 'letter', askedOn: '2026-01-02' };
  const of = async (item: string) => ({ ...asked, findingIds: [await findingOf(page, id, item)] });
  const surgery = await ask<{ id: string }>(page, 'clearance.request', await of('major-surgery'));
  const rhythm = await ask<{ id: string }>(page, 'clearance.request', await of('arrhythmia'));
  await page.reload();
  await openAddress(page, `/clients/${id}/clearance/${rhythm.id}`);
  await page.getByRole('radio', { name: 'Not cleared' }).check();
  await page.getByLabel('What they said besides').fill('Not before the next check');
  await expect(page.getByText('Touch stays closed until there is another answer: Unstable heart rhythm.')).toBeVisible();
  await page.getByRole('button', { name: 'Lock' }).click();

  const again = await app.nextPage();
  await unlockDemo(again);
  await again.getByRole('button', { name: 'Continue: Answer about clearance: Maya Rosario' }).click();
  await expect(again.getByLabel('What they said besides')).toHaveValue('Not before the next check');
  await again.getByRole('button', { name: 'Record the answer' }).click();
  await expect(askedLine(again, 'Unstable heart rhythm').getByText('Not cleared')).toBeVisible();
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  const scope = { areas: null, ceiling: null, minutes: null, words: '' };
  const cleared = { receivedOn: '2026-01-03', from: 'Dr. Reed', way: 'letter', outcome: 'cleared', scope, endsOn: inTenDays };
  await ask(again, 'clearance.record', { ...cleared, clearanceId: surgery.id });
  expect(await readiness(again, id)).toEqual(['needs-clearance', ['clearance', 'cleared']]);
  await expect(askedLine(again, 'Major surgery').getByText('Cleared, ends soon')).toBeVisible();

  await askedLine(again, 'Unstable heart rhythm')
    .getByRole('link', { name: /^Ask again/ })
    .click();
  await expect(again.getByRole('checkbox', { name: 'Unstable heart rhythm' })).toBeChecked();
  await expect(again.getByRole('checkbox', { name: 'Major surgery, recent' })).not.toBeChecked();

  await test.step('the client’s word alone clears nothing that takes no touch at all', async () => {
    const { finding } = await ask<{ finding: { id: string } }>(again, 'health.add', { clientId: id, itemId: 'fever' });
    const byWord = await ask<{ id: string }>(again, 'clearance.request', { ...asked, way: 'client', findingIds: [finding.id] });
    await again.reload();
    await openAddress(again, `/clients/${id}/clearance/${byWord.id}`);
    await again.getByRole('radio', { name: 'Cleared', exact: true }).check();
    await again.getByRole('radio', { name: /^3 months/ }).check();
    await again.getByRole('button', { name: 'Record the answer' }).click();
    await expect(again.getByRole('alert').getByRole('listitem')).toHaveText([/For this the client’s word alone is not enough/]);
    await expect(again.getByLabel('Their letter, among the client’s files')).toHaveAccessibleDescription(/choose the letter/);
    await again.getByRole('radio', { name: 'By letter' }).check();
    await again.getByRole('button', { name: 'Record the answer' }).click();
    await expect(askedLine(again, 'Fever').getByText(/^Cleared/)).toBeVisible();
  });
});

test('directory, care team and clearance fit a tablet, 200 % and 400 %, with the longest names', async ({ startApp }) => {
  test.setTimeout(60_000);
  const { page, id } = await demo(startApp, 'maya');
  const name = longest('Wolfeschlegelsteinhausenbergerdorff'.repeat(2));
  const details = {
    name,
    profession: longest('Psychologist'),
    organisation: 'x'.repeat(200),
    phone: '9'.repeat(200),
    note: 'y'.repeat(900),
  };
  const one = await keepContact(page, details);
  const two = await keepContact(page, { ...details, email: `${'a'.repeat(180)}@example.org` });
  await ask(page, 'careTeam.set', { clientId: id, contactId: one.id, role: 'midwife', note: 'z'.repeat(500) });
  await answerHealth(page, id, 'major-surgery', 'arrhythmia');
  const findingIds = [await findingOf(page, id, 'major-surgery'), await findingOf(page, id, 'arrhythmia')];
  const asked = { clientId: id, findingIds, contactId: one.id, of: name, way: 'client', question: 'w'.repeat(900), askedOn: '2026-01-02' };
  const request = await ask<{ id: string }>(page, 'clearance.request', asked);
  await page.reload();
  const screens: readonly (readonly [string, RegExp, number])[] = [
    ['/contacts', /^Directory$/, 1],
    [`/contacts/${one.id}`, /^Wolfe/, 1],
    [`/contacts/${one.id}/edit`, /^Change Wolfe/, 1],
    [`/contacts/${one.id}/merge/${two.id}`, /^Make two contacts one$/, 1],
    [`/clients/${id}/care-team`, /^Care team$/, 2],
    [`/clients/${id}/care-team/add`, /^Add to the care team$/, 1],
    [`/clients/${id}/clearance`, /^Requests and answers$/, 2],
    [`/clients/${id}/clearance/new`, /^Note a request$/, 1],
    [`/clients/${id}/clearance/${request.id}`, /^Record the answer$/, 1],
  ];
  for (const [address, title, level] of screens) {
    await openAddress(page, address);
    await expect(page.getByRole('heading', { level, name: title })).toBeVisible();
    await fitsEverywhere(page, address);
  }
  await page.getByRole('radio', { name: 'Cleared', exact: true }).check();
  await page.getByRole('radio', { name: 'Only in some places' }).check();
  await fitsEverywhere(page, 'an answer with its limits');
  await page.setViewportSize({ width: 768, height: 1024 });
  await scan(page, 'an answer in a tablet held upright');
  await openRoom(page, 'Clients');
});
