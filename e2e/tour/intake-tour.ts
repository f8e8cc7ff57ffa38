import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { findClient, openRoom } from '../pages/clients.ts';
import { openConsentTab } from '../pages/consent.ts';
import { passphrase } from '../pages/door.ts';
import { clientId, heading, takeBack } from '../pages/handover.ts';
import { beginIntake, discussAll, openIntake, openItem } from '../pages/intake.ts';
import { changeTogether, mark, openMap, place, row, saveMap } from '../pages/map.ts';
import { openSection } from '../pages/settings.ts';
import { at, folder, fromAllSides, inDark, picture, timed } from './camera.ts';

const [typed, name] = ['rosario', 'Maya Rosario'] as const;

/** A sheet as it must be, or the tour stops. */
const sheetSaved = async (app: App, page: Page, file: string, ...words: readonly string[]): Promise<void> => {
  const pdf = join(folder, file);
  await page.locator('canvas').first().waitFor();
  await app.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await page.getByText(`Saved as ${file}`).first().waitFor();
  const facts = pdfFacts(pdf);
  const text = pdfText(pdf);
  if (!facts.tagged || !facts.fontsEmbedded || !facts.sound || words.some((word) => !text.includes(word)))
    throw new Error(`${file} is not as it must be: ${JSON.stringify(facts)}`);
};

const says: Readonly<Record<string, string>> = {
  'How is your body today? Is anything new, sore or worrying?': 'My left shoulder is stiff since the weekend.',
  'Which medicines, patches or creams do you use? You can write "none" or bring a list.': 'None',
  'What would make you want to stop?': 'Someone behind me whom I cannot see.',
  'Which word will mean stop? Pick one you would not say by chance.': 'amber',
  'What would you like to be a little easier in daily life?': 'Driving on the motorway.',
};

/** Answers what the page asks, or skips it, the way a client would who says a little. */
const answer = async (page: Page, question: string): Promise<void> => {
  const words = page.getByRole('textbox', { name: 'Your words' });
  if (says[question] && (await words.count()) > 0) await words.first().fill(says[question]);
  if ((await page.getByLabel('Find a place').count()) > 0) await markPlaces(page);
  if (/from 0 to 10/.test(question)) await page.getByRole('radio', { name: '3', exact: true }).check({ force: true });
  else
    for (const group of await page.getByRole('radiogroup').all()) {
      const choices = group.getByRole('radio');
      const light = group.getByRole('radio', { name: /^Light:/ });
      if ((await group.getAttribute('aria-labelledby'))?.startsWith('area-')) continue;
      if (/own choice|steady enough/.test(question)) await group.getByRole('radio', { name: 'Yes', exact: true }).check({ force: true });
      else if ((await light.count()) > 0) await light.check({ force: true });
      else if ((await choices.count()) > 0 && (await choices.count()) < 8) await choices.first().check({ force: true });
    }
  const sitting = page.getByRole('checkbox', { name: /^(Sitting, feet on the floor|Feeling my feet on the floor)/ });
  if ((await sitting.count()) > 0) await sitting.first().check({ force: true });
};

const markPlaces = async (page: Page): Promise<void> => {
  for (const [code, state] of [
    ['B-TRAP-L', 'In'],
    ['B-TRAP-R', 'In'],
    ['F-PALM-L', 'In'],
    ['F-PALM-R', 'In'],
    ['B-NECK', 'Ask me each time'],
    ['F-FACE', 'Out'],
  ] as const) {
    await place(page, code).click();
    await row(page, code).getByText(state, { exact: true }).last().click();
  }
};

const pictured = /^(Is it your own choice|How upset|Who may we call|Which word|Mark each place|What is the firmest)/;

/** The client goes through their part on the handed-over screen. */
const theirPart = async (page: Page): Promise<void> => {
  await heading(page, 'About you and your visits').waitFor();
  await fromAllSides(page, 'intake opening');
  await page.getByRole('button', { name: 'Begin' }).click();
  for (let question = ''; !(await page.getByRole('button', { name: 'I am done' }).count()); ) {
    await page.waitForFunction((before) => document.querySelector('h1')?.textContent !== before, question);
    question = (await page.getByRole('heading', { level: 1 }).textContent()) ?? '';
    if (await page.getByRole('button', { name: 'I am done' }).count()) break;
    await answer(page, question);
    if (pictured.test(question)) await fromAllSides(page, `intake ${question.slice(0, 24)}`);
    await page.getByRole('button', { name: 'Continue' }).click();
    const stays = await page
      .waitForFunction((before) => document.querySelector('h1')?.textContent !== before, question, { timeout: 700 })
      .then(
        () => false,
        () => true,
      );
    if (!stays) continue;
    const on = page.getByRole('button', { name: /^(Skip|I’d rather talk about it)$/ });
    await on.first().click();
  }
  await fromAllSides(page, 'intake what was answered');
  await page.getByRole('button', { name: 'I am done' }).click();
  await heading(page, 'Please hand the screen back').waitFor();
  await takeBack(page, passphrase);
};

const goThrough = async (app: App, page: Page): Promise<void> => {
  await openIntake(page, typed, name);
  await page.getByRole('link', { name: 'Print it to fill by hand' }).click();
  await timed('draw the intake to fill by hand', () => page.locator('canvas').first().waitFor());
  await picture(page, 'intake to fill by hand');
  await sheetSaved(app, page, 'intake-blank.pdf', 'need to tell the story');
  await page.getByRole('link', { name: 'Back to Intake' }).click();
  await fromAllSides(page, 'intake none yet');
  await beginIntake(page);
  await page
    .getByRole('link', { name: /^Hand over/ })
    .first()
    .click();
  await page.getByRole('checkbox', { name: 'SAFE intake' }).waitFor();
  await picture(page, 'intake made ready');
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await timed('the client fills the intake', () => theirPart(page));
  await page.getByRole('region', { name: /^First intake/ }).waitFor();
  await fromAllSides(page, 'intake come back');
  const own = await openItem(page, 'Here by their own choice');
  await own.getByRole('button', { name: 'Discussed, next' }).click();
  await openItem(page, 'Stop word and signal rehearsed');
  await fromAllSides(page, 'intake an item opened');
  // The rest is marked behind the back of the window: it reads it when it is loaded anew.
  await discussAll(page, await clientId(page, typed));
  await page.reload();
  await openRoom(page, 'Today');
  await picture(page, 'today with an open intake');
  await openIntake(page, typed, name);
  await timed('finish the intake', async () => {
    await page.getByRole('button', { name: 'Finish the intake' }).click();
    await page.getByText(/^Gone through together on /).waitFor();
  });
  await fromAllSides(page, 'intake gone through');
  await page.getByRole('link', { name: 'Print or save' }).first().click();
  await picture(page, 'intake as a sheet');
  await sheetSaved(app, page, 'intake-maya.pdf', 'My left shoulder is stiff');
};

const theMap = async (app: App, page: Page): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  await openConsentTab(page);
  await fromAllSides(page, 'consent with its map');
  await openMap(page, typed, name);
  await place(page, 'B-NECK').click();
  await fromAllSides(page, 'map');
  await page.emulateMedia({ forcedColors: 'active' });
  await picture(page, 'map high contrast');
  await page.emulateMedia({ forcedColors: 'none' });
  await changeTogether(page);
  await mark(page, 'B-SCAPULA-L', 'In');
  await mark(page, 'F-PALM-R', 'Out');
  await fromAllSides(page, 'map changed together');
  await timed('keep the new map', () => saveMap(page));
  await row(page, 'B-TRAP-R')
    .getByRole('button', { name: /^Take back/ })
    .click();
  await page
    .getByText(/out from now on/)
    .first()
    .waitFor();
  await fromAllSides(page, 'map a place taken back');
  await page.getByRole('link', { name: 'Earlier maps' }).first().click();
  await fromAllSides(page, 'map history');
  const compare = page.getByRole('link', { name: /^Compare/ }).or(page.getByRole('button', { name: /^Compare/ }));
  if ((await compare.count()) > 0) {
    await compare.first().click();
    await fromAllSides(page, 'map two dates');
  }
  await openMap(page, typed, name);
  await page
    .getByRole('link', { name: /^Print/ })
    .first()
    .click();
  await timed('draw the map as a sheet', () => page.locator('canvas').first().waitFor());
  await picture(page, 'map as a sheet');
  await sheetSaved(app, page, 'body-map-maya.pdf', 'Shoulder blade, left', 'Ask me each time');
};

/** Rehearsed with the client, shown on their card. */
const theSignal = async (page: Page): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  const card = page.getByRole('complementary', { name: 'Safety card' });
  await card.getByRole('button', { name: 'Rehearse' }).click();
  for (const tick of await page.getByRole('dialog').getByRole('checkbox').all()) await tick.check();
  await picture(page, 'stop signal rehearsed together');
  await page.getByRole('button', { name: 'It works' }).click();
  await card.getByText(/^Rehearsed /).waitFor();
  await picture(page, 'client with a rehearsed signal');
  await at(page, 1024, 700, 'client with a rehearsed signal');
};

/** A SAFE intake in hand-over and gone through, the map changed and compared, the stop signal tried, sensitive places in Settings. */
export const tourOfTheIntake = async (app: App, page: Page): Promise<void> => {
  await goThrough(app, page);
  await theSignal(page);
  await theMap(app, page);
  await openSection(page, 'Sensitive areas');
  await fromAllSides(page, 'settings sensitive areas');
  const reply = (await callFrom(page, 'consentMap.allowed', { clientId: await clientId(page, typed) })) as { readonly ok: boolean };
  if (!reply.ok) throw new Error('what is allowed could not be asked');
  await inDark(page, 'settings sensitive areas end');
};
