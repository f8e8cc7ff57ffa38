import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { findClient } from '../pages/clients.ts';
import { keepContact, okafor, openAddress, openCareTeam, openDirectory } from '../pages/contacts.ts';
import { passphrase } from '../pages/door.ts';
import { clientId, heading, takeBack } from '../pages/handover.ts';
import { findingLine, findingOf, healthOf, openHealth, part, readinessOf, tickPlace } from '../pages/health.ts';
import { checkNumbers, prepareHealth, question } from '../pages/health-screen.ts';
import { ask } from '../pages/map.ts';
import { openSection } from '../pages/settings.ts';
import { at, folder, fromAllSides, inDark, picture, timed } from './camera.ts';

const [typed, name] = ['rosario', 'Maya Rosario'] as const;

const shown = async (page: Page): Promise<string> => (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';

/** What Maya answers yes to; on every other page she says "none of these", and one she skips. */
const yes: Readonly<Record<string, readonly RegExp[]>> = {
  'Veins, blood and glands': [/^Do you take a blood thinner/, /varicose veins/],
  'Bones, joints and muscles': [/osteoporosis|thin bones|brittle/i],
};

/** The client goes through the pages of plain questions on the handed-over screen. */
const answersAlone = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let title = ''; ; ) {
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, title);
    const done = page.getByRole('button', { name: 'I am done' });
    // The next page, not the one before on its way out.
    await page.getByRole('button', { name: 'None of these', pressed: false }).or(done).first().waitFor();
    title = await shown(page);
    if ((await done.count()) > 0) break;
    if (/^Pregnancy/.test(title)) {
      await fromAllSides(page, 'health questions that can be skipped');
      await page.getByRole('button', { name: 'Skip' }).click();
      continue;
    }
    if (title === 'Veins, blood and glands') await fromAllSides(page, 'health questions');
    await page.getByRole('button', { name: 'None of these' }).click();
    for (const words of yes[title] ?? []) {
      const asked = question(page, words);
      if ((await asked.count()) > 0) await asked.first().getByRole('radio', { name: 'Yes' }).check({ force: true });
    }
    if (yes[title]) await picture(page, `health questions answered ${title.slice(0, 12)}`);
    await page.getByRole('button', { name: 'Continue' }).click();
  }
  await fromAllSides(page, 'health questions what was answered');
  await page.getByRole('button', { name: 'I am done' }).click();
  await heading(page, 'Please hand the screen back').waitFor();
  await takeBack(page, passphrase);
};

/** From a yes to a *needs clearance*, and through the clinician's answer to *ready with limits*. */
const findings = async (page: Page, id: string): Promise<void> => {
  await openHealth(page, id);
  await fromAllSides(page, 'health come back');
  // What she skipped is asked again, in private.
  for (const finding of (await healthOf(page, id)).findings.filter(({ cause }) => cause === 'not-answered'))
    await ask(page, 'health.resolve', { findingId: finding.id, version: finding.version, decision: { what: 'answer', answer: 'no' } });
  // Something the practitioner hears of in the room, that needs a clinician's word.
  await ask(page, 'health.add', { clientId: id, itemId: 'arrhythmia', words: 'Told at the door: palpitations last week' });
  await openHealth(page, id);
  if ((await readinessOf(page, id)) !== 'needs-clearance' && (await readinessOf(page, id)) !== 'not-now')
    throw new Error('something that needs clearance left the client ready');
  await findingLine(page, 'Severe, sore or ulcerated varicose veins').click();
  await fromAllSides(page, 'health a finding opened');
  await page
    .getByRole('link', { name: /^Mark places: / })
    .first()
    .click();
  await tickPlace(page, 'Calf, left');
  await tickPlace(page, 'Calf, right');
  await fromAllSides(page, 'health places of a finding');
  await page.getByRole('button', { name: 'Close these 2 places' }).click();
  await part(page, /^Findings/).waitFor();
};

const people = async (page: Page, id: string): Promise<string> => {
  await openDirectory(page);
  await fromAllSides(page, 'directory empty');
  const { id: contactId } = await keepContact(page, okafor);
  await keepContact(page, { name: 'Mill Lane Surgery', kind: 'organisation', profession: 'Family practice', phone: '416 555 0142' });
  await page.reload();
  await page.getByRole('link', { name: okafor.name }).waitFor();
  await fromAllSides(page, 'directory');
  await ask(page, 'careTeam.set', { clientId: id, contactId, role: 'therapist', note: 'Every second Tuesday' });
  await openCareTeam(page, typed, name);
  await fromAllSides(page, 'care team');
  return contactId;
};

const clearance = async (page: Page, id: string, contactId: string): Promise<void> => {
  const { id: findingId } = await findingOf(page, id, 'arrhythmia');
  await openAddress(page, `/clients/${id}/clearance/new?finding=${findingId}`);
  await heading(page, 'Note a request').waitFor();
  await fromAllSides(page, 'clearance asked for');
  const { id: clearanceId } = await ask<{ readonly id: string }>(page, 'clearance.request', {
    clientId: id,
    findingIds: [findingId],
    contactId,
    of: okafor.name,
    way: 'phone',
    question: 'May she have light bodywork while this is looked into?',
    askedOn: '2026-11-20',
  });
  await openAddress(page, `/clients/${id}`);
  await page.reload();
  await heading(page, name).waitFor();
  await fromAllSides(page, 'client who needs clearance');
  await openAddress(page, `/clients/${id}/clearance/${clearanceId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await fromAllSides(page, 'clearance answered');
  await ask(page, 'clearance.record', {
    clearanceId,
    receivedOn: '2026-11-21',
    from: okafor.name,
    way: 'letter',
    outcome: 'cleared',
    scope: { areas: null, ceiling: 2, minutes: 30, words: 'Half-reclined' },
    endsOn: '2027-06-01',
  });
};

const card = async (app: App, page: Page, id: string): Promise<void> => {
  await openAddress(page, `/clients/${id}`);
  await page.reload();
  await heading(page, name).waitFor();
  if ((await readinessOf(page, id)) !== 'ready-with-limits') throw new Error('a cleared client is not ready with limits');
  await page.getByRole('complementary', { name: 'Safety card' }).waitFor();
  await fromAllSides(page, 'client ready with limits');
  await at(page, 1024, 700, 'client ready with limits');
  await openAddress(page, `/clients/${id}/map`);
  await page.reload();
  await page.locator('.chart, svg').first().waitFor();
  await picture(page, 'map with limits');
  await openAddress(page, `/clients/${id}/safety/paper`);
  await timed('draw the safety card as a sheet', () => page.locator('canvas').first().waitFor());
  await picture(page, 'safety card as a sheet');
  const pdf = join(folder, 'safety-card-maya.pdf');
  await app.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await page.getByText('Saved as safety-card-maya.pdf').first().waitFor();
  const facts = pdfFacts(pdf);
  if (facts.pages !== 1 || !facts.tagged || !facts.fontsEmbedded || !facts.sound || !pdfText(pdf).includes('amber'))
    throw new Error(`the safety card is not as it must be: ${JSON.stringify(facts)}`);
};

/** An answer that cannot wait: the calm page, the card before everything else, and what was done. */
const crisis = async (page: Page): Promise<void> => {
  const id = await clientId(page, 'zak');
  await ask(page, 'health.start', { clientId: id });
  await prepareHealth(page, 'zak');
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await page.getByRole('button', { name: 'Begin' }).click();
  await page.getByRole('button', { name: 'None of these' }).click();
  await question(page, /chest pain|pressure in your chest/i)
    .first()
    .getByRole('radio', { name: 'Yes' })
    .check({ force: true });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('definition').first().waitFor();
  await fromAllSides(page, 'calm page');
  await takeBack(page, passphrase);
  const read = page.getByRole('dialog', { name: 'Please read this first' });
  await read.waitFor();
  await fromAllSides(page, 'crisis card');
  await read.getByRole('button', { name: 'I have read this' }).click();
  await read.waitFor({ state: 'hidden' });
  await openHealth(page, id);
  await picture(page, 'health after a crisis card');
};

/** Numbers checked, the questions answered alone, findings and their places, the care team, a clearance, the card, and an answer that cannot wait. */
export const tourOfHealth = async (app: App, page: Page): Promise<void> => {
  await openSection(page, 'Crisis numbers');
  await fromAllSides(page, 'settings crisis numbers');
  await checkNumbers(page, '2026-11-20');
  await page.reload();
  await page.getByRole('heading', { name: 'Crisis numbers' }).first().waitFor();
  await picture(page, 'settings crisis numbers checked');
  await findClient(page, typed);
  const id = await clientId(page, typed);
  await openHealth(page, id);
  await fromAllSides(page, 'health nothing asked');
  await ask(page, 'health.start', { clientId: id });
  await prepareHealth(page, typed);
  await page.getByRole('checkbox', { name: 'Health questions' }).waitFor();
  await picture(page, 'health made ready');
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await timed('the client answers the health questions', () => answersAlone(page));
  await findings(page, id);
  const contactId = await people(page, id);
  await clearance(page, id, contactId);
  await openHealth(page, id, '/aloud');
  await fromAllSides(page, 'questions asked aloud');
  await card(app, page, id);
  await crisis(page);
  await inDark(page, 'health tour end');
};
