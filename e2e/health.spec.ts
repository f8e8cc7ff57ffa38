import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { clientId } from './pages/handover.ts';
import { answerAll, findingLine, findingOf, healthOf, openHealth, part, readinessOf, reviewIntake, tickPlace } from './pages/health.ts';
import { checkNumbers } from './pages/health-screen.ts';
import { demo, openIntake, scanFromTop } from './pages/intake.ts';
import { ask, holdsAt, place, setElsewhere } from './pages/map.ts';

/** Health as the practitioner works with it: the questions typed in, findings decided about, blanks asked again, medicines matched. */

test.setTimeout(90_000);

const varicose = 'varicose';

test('questions are typed in part by part, what is left blank is said first, and an answer becomes a finding', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openIntake(page, 'lucja', 'Łucja Żak');
  await page.getByRole('link', { name: 'Health', exact: true }).click();
  await expect(part(page, 'Readiness: Waiting')).toContainText('The health questions were not asked yet');
  await expect(page.getByRole('link', { name: 'Intake', exact: true }).first()).toHaveAttribute('aria-current', 'true');
  await scanFromTop(page, 'health, nothing asked');
  await page.getByRole('button', { name: 'Ask them together' }).click();

  await test.step('a part with one yes, by keyboard', async () => {
    await expect(page.getByText('0 of 15 parts gone through')).toBeVisible();
    await page.getByRole('button', { name: 'None of these' }).press('Enter');
    const heart = page.getByRole('radiogroup', { name: 'Do you have high blood pressure that is under control?' });
    await expect(heart.getByRole('radio', { name: 'No', exact: true })).toBeChecked();
    await heart.getByRole('radio', { name: 'No', exact: true }).press('ArrowRight');
    await expect(heart.getByRole('radio', { name: 'Yes' })).toBeChecked();
    expect((await healthOf(page, id)).findings).toEqual([]);
    await page.getByRole('button', { name: 'Keep this part' }).press('Enter');
    await expect(page.getByRole('heading', { name: 'Veins, blood and glands' })).toBeFocused();
    await expect(page.getByText('1 of 15 parts gone through')).toBeVisible();
    expect((await healthOf(page, id)).open?.seen).toEqual(['heart']);
  });

  await test.step('blanks are said before they stand; what is typed and not kept is there after a lock', async () => {
    const swelling = page.getByRole('radiogroup', { name: 'Do you take a blood thinner?' });
    await swelling.getByRole('radio', { name: 'Rather not say' }).check();
    await page.getByRole('button', { name: 'Keep this part' }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('10 questions are not answered yet');
    await scanFromTop(page, 'health questions, some blank');
    expect((await healthOf(page, id)).open?.seen).toEqual(['heart']);
    await expect(page.getByText(/^Kept .*, not saved yet$/)).toBeVisible();
    await page.reload();
    await openHealth(page, id, '/questions');
    await page.getByRole('button', { name: /^Veins, blood and glands/ }).click();
    await expect(swelling.getByRole('radio', { name: 'Rather not say' })).toBeChecked();
    await page.getByRole('button', { name: 'Keep this part' }).click();
    await page.getByRole('button', { name: 'Keep it with 10 left blank' }).click();
    await expect(page.getByText('2 of 15 parts gone through')).toBeVisible();
  });

  await test.step('ended early, every blank stands as not answered', async () => {
    await page.getByRole('button', { name: 'All was asked' }).click();
    await expect(page.getByRole('dialog')).toContainText('92 questions are blank');
    await page.getByRole('button', { name: 'End the questions' }).click();
    await expect(part(page, 'Readiness: Not now')).toBeVisible();
    await expect(findingLine(page, 'High blood pressure, controlled')).toBeVisible();
    const { newest, findings } = await healthOf(page, id);
    expect(newest?.doneAt).not.toBeNull();
    expect(findings.filter(({ cause }) => cause === 'not-answered')).toHaveLength(93);
    expect(findings.filter(({ cause }) => cause === 'yes').map(({ item }) => item.id)).toEqual(['htn-controlled']);
  });
});

test('places are marked, a lowering needs a reason, and what changed meanwhile is said', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await answerAll(page, id, { [varicose]: 'yes', aneurysm: 'yes' });
  await reviewIntake(page, id, 'none');
  await openHealth(page, id);
  await expect(part(page, 'Readiness: Needs clearance')).toContainText('Places to mark: Severe, sore or ulcerated varicose veins');

  await test.step('nothing is ticked, and the button says how many it closes', async () => {
    await findingLine(page, 'Severe, sore or ulcerated varicose veins').click();
    await page.getByRole('link', { name: /^Mark places: Severe/ }).click();
    await page.getByRole('button', { name: 'Confirm the places' }).click();
    await expect(page.getByText('Mark one place at least')).toBeVisible();
    await tickPlace(page, 'Calf, left');
    await tickPlace(page, 'Calf, right');
    await scan(page, 'places marked');
    await page.getByRole('button', { name: 'Close these 2 places' }).click();
    await expect(findingLine(page, 'Severe, sore or ulcerated varicose veins')).toContainText('Calf, left, Calf, right');
    expect((await findingOf(page, id, varicose)).areas).toEqual(['B-CALF-L', 'B-CALF-R']);
    expect(await holdsAt(page, id, 'B-CALF-L')).toEqual(['no', expect.arrayContaining(['finding'])]);
  });

  await test.step('a place that was closed is taken off with a reason alone', async () => {
    await findingLine(page, 'Severe, sore or ulcerated varicose veins').click();
    await page.getByRole('link', { name: /^Change places: Severe/ }).click();
    await expect(page.getByRole('button', { name: 'Close these 2 places' })).toBeVisible();
    await expect(page.getByLabel('Why a place is taken off')).toHaveCount(0);
    await tickPlace(page, 'Calf, right', false);
    await page.getByRole('button', { name: 'Close this place' }).click();
    const reason = page.getByLabel('Why a place is taken off');
    await expect(reason).toBeFocused();
    await expect(reason).toHaveAccessibleDescription(/Write this first/);
    await scan(page, 'a place taken off');
    expect((await findingOf(page, id, varicose)).areas).toEqual(['B-CALF-L', 'B-CALF-R']);
    await reason.fill('Only the left one is sore.');
    await page.getByRole('button', { name: 'Close this place' }).click();
    await expect(findingLine(page, 'Severe, sore or ulcerated varicose veins')).toContainText('Calf, left');
    const { areas, events } = await findingOf(page, id, varicose);
    expect([areas, events.at(-1)]).toMatchObject([['B-CALF-L'], { what: 'marked', reason: 'Only the left one is sore.' }]);
  });

  await test.step('lowered: refused without a reason, said what it means, and what somebody did first', async () => {
    await findingLine(page, 'Known aneurysm').click();
    await page.getByRole('button', { name: /^Lower: Known aneurysm/ }).press('Enter');
    await page.getByRole('radio', { name: /^Adapt/ }).check();
    await expect(page.getByText('This opens touch again; it is written down with your name')).toBeVisible();
    await page.getByRole('button', { name: 'Lower it, with this reason' }).click();
    await expect(page.getByRole('alert')).toBeFocused();
    await expect(page.getByRole('alert')).toContainText('Reason: Write this first');
    await scanFromTop(page, 'a lowering without a reason');
    const before = await findingOf(page, id, 'aneurysm');
    expect(before.events.map(({ what }) => what)).toEqual(['said']);
    await page.getByLabel('Reason', { exact: true }).fill('Her vascular surgeon closed it in 2019.');
    await ask(page, 'health.resolve', {
      findingId: before.id,
      version: before.version,
      decision: { what: 'raise', kind: 'absolute', reason: 'Spoke with the clinic' },
    });
    await page.getByRole('button', { name: 'Lower it, with this reason' }).click();
    const meanwhile = page.getByRole('alert').filter({ hasText: 'This changed meanwhile' });
    await expect(meanwhile).toBeFocused();
    await expect(meanwhile).toContainText('Raised to “Not today, anywhere”');
    await expect(meanwhile).toContainText('Spoke with the clinic');
    await expect(page.getByLabel('Reason', { exact: true })).toHaveValue('Her vascular surgeon closed it in 2019.');
    await page.getByRole('button', { name: 'Lower it, with this reason' }).press('Enter');
    await expect(findingLine(page, 'Known aneurysm')).toContainText('Lowered');
    expect((await findingOf(page, id, 'aneurysm')).events.map(({ what, reason }) => [what, reason])).toEqual([
      ['said', undefined],
      ['raised', 'Spoke with the clinic'],
      ['lowered', 'Her vascular surgeon closed it in 2019.'],
    ]);
    await expect(part(page, 'Readiness: Ready with limits')).toBeVisible();
    expect(await readinessOf(page, id)).toBe('ready-with-limits');
  });
});

test('what was not answered is asked again in one touch, and what has changed is gone through', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await answerAll(page, id, { 'psychosis-acute': null, 'self-harm-recent': 'declined', aneurysm: 'declined', panic: null });
  await reviewIntake(page, id, 'none');
  await openHealth(page, id);
  const again = part(page, /^Ask again, in private/);
  await expect(again.getByRole('heading', { name: 'Nothing begins before these 3 are answered' })).toBeVisible();
  await scanFromTop(page, 'blanks to ask again');

  await test.step('no, not sure, yes', async () => {
    const psychosis = again.getByRole('group', { name: /^“At the moment, do you hear or see things/ });
    await psychosis.getByRole('button', { name: 'No', exact: true }).click();
    await expect(psychosis).toHaveCount(0);
    await expect(again.getByRole('button', { name: 'No', exact: true }).first()).toBeFocused();
    expect((await findingOf(page, id, 'psychosis-acute')).cause).toBeNull();
    await again
      .getByRole('group', { name: /aneurysm/i })
      .getByRole('button', { name: 'Not sure' })
      .click();
    await expect(findingLine(page, 'Known aneurysm')).toContainText('not sure, which counts as yes');
    await again.getByRole('group', { name: /panic/i }).getByRole('button', { name: 'Yes' }).click();
    await expect(findingLine(page, 'Panic attack history')).toBeVisible();
    expect((await findingOf(page, id, 'panic')).cause).toBe('yes');
    await expect(again.getByRole('heading', { name: 'Nothing begins before this is answered' })).toBeVisible();
  });

  await test.step('a change waits, and is settled with what came of it', async () => {
    const change = part(page, 'Has anything changed?');
    await change.getByRole('button', { name: 'Something has changed' }).click();
    await change.getByLabel('What has changed, in their words').fill('A new pain in the knee');
    await change.getByRole('button', { name: 'Note it' }).click();
    await expect(change).toContainText('“A new pain in the knee”');
    await change.getByRole('button', { name: 'Gone through' }).click();
    await expect(change.getByText('Write what came of it')).toBeVisible();
    await expect(change.getByLabel('What came of it')).toBeFocused();
    await change.getByRole('button', { name: 'Talked about it: nothing to change.' }).click();
    await change.getByRole('button', { name: 'Gone through' }).click();
    await expect(change.getByText(/^Something has changed, said/)).toHaveCount(0);
    expect((await healthOf(page, id)).changes).toMatchObject([
      { changed: true, words: 'A new pain in the knee', settledWords: 'Talked about it: nothing to change.' },
    ]);
  });

  await test.step('something noticed is added, and resolved as a mistake', async () => {
    await page.getByRole('button', { name: 'Add something you noticed' }).click();
    await page.getByRole('combobox', { name: 'What you saw or heard' }).fill('sunburn');
    await page
      .getByRole('option', { name: /sunburn/i })
      .first()
      .click();
    await page.getByRole('button', { name: 'Add it' }).click();
    await expect(page.getByText('Places not marked yet')).toBeVisible();
    await page.getByRole('button', { name: /^Resolve: / }).click();
    await page.getByRole('button', { name: 'Typed by mistake.' }).click();
    await page.getByRole('button', { name: 'Resolve it, with this reason' }).click();
    await expect(page.getByText('Places not marked yet')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Resolved 2' })).toBeVisible();
  });
});

test('medicines written in the intake are matched, and the map of today stays light', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await answerAll(page, id);
  await reviewIntake(page, id, 'Apixaban 5 mg and a steroid injection');
  const yes = { state: 'yes', ceiling: 4 };
  await setElsewhere(page, id, 4, { 'F-PALM-L': yes, 'B-TRAP-R': yes });
  await openHealth(page, id);
  const medicines = part(page, /^Medicines/);
  await medicines.getByRole('button', { name: 'Add all 2' }).click();
  await medicines.getByRole('button', { name: 'Choose its kind: Apixaban 5 mg' }).click();
  await expect(medicines.getByRole('radio', { name: 'Not looked at yet' })).toBeChecked();
  await medicines.getByRole('radio', { name: /^Anticoagulants/ }).check();
  await expect(medicines.getByText('Any bruising or bleeding lately?')).toBeVisible();
  await scan(page, 'a medicine is matched');
  await medicines.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(medicines.getByText('Anticoagulants. At most: Light, everywhere')).toBeVisible();
  await expect(medicines.getByRole('button', { name: 'Change: Apixaban 5 mg' })).toBeFocused();

  await test.step('one that caps a place keeps everything closed until the place is marked', async () => {
    await medicines.getByRole('button', { name: /^Choose its kind: a steroid injection/ }).click();
    await medicines.getByRole('radio', { name: /^Steroid injection/ }).check();
    await medicines.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(part(page, 'Readiness: Needs clearance')).toBeVisible();
    expect(await holdsAt(page, id, 'F-PALM-L')).toEqual(['no', expect.arrayContaining(['needs-clearance'])]);
    await medicines.getByRole('link', { name: /^Mark places: a steroid/ }).click();
    await tickPlace(page, 'Top of the shoulder, right');
    await page.getByRole('button', { name: 'Stay light at this place' }).click();
    await expect(part(page, 'Readiness: Ready with limits')).toBeVisible();
    expect((await healthOf(page, id)).medicines.map(({ name, classId, areas }) => [name, classId, areas]).toSorted()).toEqual([
      ['Apixaban 5 mg', 'anticoagulant', null],
      ['a steroid injection', 'steroid-injection', ['B-TRAP-R']],
    ]);
  });

  await test.step('the map of today says no firmer, by what', async () => {
    await page.goto(`${page.url().split('#')[0]}#/clients/${id}/map`);
    await place(page, 'F-PALM-L').first().click();
    await expect(page.getByRole('region', { name: 'The chosen place' })).toContainText('No firmer: Apixaban 5 mg');
  });

  await test.step('no longer taken: it caps nothing, and stays in the list', async () => {
    await openHealth(page, id);
    await medicines.getByRole('button', { name: 'Change: Apixaban 5 mg' }).click();
    await medicines.getByLabel('Last day it was taken').fill('31 2 2026');
    await medicines.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(medicines.getByRole('alert')).toContainText('Last day it was taken');
    await medicines.getByLabel('Last day it was taken').fill('1 11 2026');
    await medicines.getByRole('button', { name: 'Keep', exact: true }).click();
    await expect(medicines.getByText('No longer taken (1)')).toBeVisible();
    expect(await holdsAt(page, id, 'F-PALM-L')).toEqual(['yes', expect.not.arrayContaining(['medicine-cap'])]);
  });
});

test('questions are asked aloud, and the screen is handed over once the crisis numbers are checked', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  await openHealth(page, id);
  await expect(page.getByRole('link', { name: 'Check the crisis numbers' })).toHaveAccessibleDescription(
    /must have been checked by a person/,
  );
  await expect(page.getByRole('link', { name: 'Hand over to Łucja Żak' })).toHaveCount(0);
  await page.getByRole('link', { name: 'Asked aloud: 0 of 14' }).click();

  await test.step('a flag makes a finding, words alone make none, rather not say is an answer', async () => {
    const question = (words: RegExp) => page.getByRole('listitem').filter({ hasText: words });
    const upset = question(/In the last month, has anything very upsetting/);
    await upset.getByRole('radio', { name: 'Flag: yes' }).check();
    await upset.getByLabel('In words, if you like').fill('A crash in October');
    await upset.getByRole('button', { name: 'Keep' }).click();
    await expect(upset).toContainText('“A crash in October”');
    const goal = question(/What would you like bodywork to make a little easier/);
    await expect(goal.getByRole('radio')).toHaveCount(2);
    await goal.getByRole('radio', { name: 'Talked about' }).check();
    await goal.getByLabel('In words, if you like').fill('Sleep');
    await goal.getByRole('button', { name: 'Keep' }).click();
    await expect(goal).toContainText('“Sleep”');
    const today = question(/Have you taken alcohol/);
    await today.getByRole('radio', { name: 'Rather not say' }).check();
    await scanFromTop(page, 'questions asked aloud');
    await today.getByRole('button', { name: 'Keep' }).click();
    await expect.poll(async () => (await healthOf(page, id)).suitability).toHaveLength(3);
    expect((await healthOf(page, id)).findings.map(({ item, cause }) => [item.id, cause]).toSorted()).toEqual([
      ['acute-trauma', 'yes'],
      ['intoxication', 'not-answered'],
    ]);
  });

  await test.step('checked: the way to the screen is there, with the questions chosen', async () => {
    await checkNumbers(page);
    await openHealth(page, id);
    await page.getByRole('link', { name: 'Hand over to Łucja Żak' }).click();
    await expect(page.getByRole('checkbox', { name: 'Health questions' })).toBeChecked();
    await expect(page.getByText(/^About \d+ minutes/).or(page.getByText(/minutes/).first())).toBeVisible();
  });
});

test('forty findings stay in order, and every screen fits', async ({ startApp }) => {
  const { page } = await demo(startApp);
  const id = await clientId(page, 'lucja');
  const { items } = await ask<{ readonly items: readonly { readonly id: string; readonly kind: string; readonly action: string }[] }>(
    page,
    'health.content',
    {},
  );
  const chosen = ['clearance', 'local', 'modify'].flatMap((kind) =>
    items.filter((item) => item.kind === kind && !['P2', 'P4', 'P5'].includes(item.action) && !/^g\d/.test(item.id)).slice(0, 14),
  );
  await answerAll(page, id, Object.fromEntries(chosen.map((item) => [item.id, 'yes'])));
  await openHealth(page, id);
  const findings = part(page, /^Findings/);
  await expect(findings.getByRole('button', { name: 'Needs clearance first 14' })).toHaveAttribute('aria-expanded', 'true');
  await expect(findings.getByRole('button', { name: 'Adapt 14' })).toHaveAttribute('aria-expanded', 'false');
  await expect(findings.getByRole('listitem')).toHaveCount(28);
  await page.getByRole('button', { name: 'and 11 more like these' }).first().click();
  await fitsEverywhere(page, 'forty findings');

  await test.step('by keyboard: from a reason to its finding, opened, to what can be done', async () => {
    const reason = part(page, /^Readiness/)
      .getByRole('button', { name: /^Clearance needed: / })
      .first();
    await reason.press('Enter');
    const line = page.locator('.item-toggle[aria-expanded="true"]');
    await expect(line).toBeFocused();
    // Over asking for it and writing a letter.
    for (const key of ['Tab', 'Tab', 'Tab', 'Enter']) await page.keyboard.press(key);
    await expect(page.getByRole('group', { name: /^Raise: / })).toBeFocused();
    await page.setViewportSize({ width: 1024, height: 700 });
    await scanFromTop(page, 'a finding opened at 1024x700');
    await fitsEverywhere(page, 'a finding opened');
    await page.getByRole('button', { name: 'Leave it as it is' }).press('Enter');
    await expect(line).toBeFocused();
  });

  await test.step('the other screens', async () => {
    const local = await findingOf(page, id, chosen.find((item) => item.kind === 'local')?.id ?? '');
    await page.goto(`${page.url().split('#')[0]}#/clients/${id}/health/places/${local.id}`);
    await expect(page.getByRole('button', { name: 'Confirm the places' })).toBeVisible();
    await fitsEverywhere(page, 'places to mark');
    await openHealth(page, id, '/questions');
    await scanFromTop(page, 'answers read');
    await fitsEverywhere(page, 'answers read');
    await openHealth(page, id, '/aloud');
    await fitsEverywhere(page, 'questions asked aloud');
    await openHealth(page, id);
    await page.getByRole('button', { name: 'Ask them again' }).click();
    await expect(page.getByRole('heading', { name: 'Health questions, review 1' })).toBeVisible();
    await fitsEverywhere(page, 'questions of a review');
  });
});
