import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from '../fixtures/app.ts';
import { pdfFacts, pdfText } from '../fixtures/pdf-tools.ts';
import { findClient, openRoom } from '../pages/clients.ts';
import {
  agreeOnStop,
  answerPage,
  consentOpening,
  finish,
  getReady,
  handBack,
  handOverTo,
  openConsentTab,
  purpose,
  readThrough,
  typeName,
} from '../pages/consent.ts';
import { answerAll, drawLine, heading } from '../pages/handover.ts';
import { at, folder, fromAllSides, inDark, picture, timed } from './camera.ts';

type PaperFacts = ReturnType<typeof pdfFacts>;

/** A paper as it must be, or the tour stops. */
const sound = (pdf: string, words: string): PaperFacts => {
  const facts = pdfFacts(pdf);
  if (!facts.tagged || !facts.fontsEmbedded || !facts.sound || !pdfText(pdf).includes(words))
    throw new Error(`the PDF is not as it must be: ${JSON.stringify(facts)}`);
  return facts;
};

const saveAs = async (app: App, page: Page, name: string): Promise<string> => {
  const pdf = join(folder, name);
  await app.answerSaveDialog(pdf);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await page.getByText(`Saved as ${name}`).first().waitFor();
  return pdf;
};

/** The screen goes to the client, who reads, answers, rests and signs, and comes back. */
const handOver = async (page: Page): Promise<void> => {
  await openConsentTab(page);
  await page.getByRole('heading', { name: 'Forms and consents' }).waitFor();
  await picture(page, 'consents none yet');
  await inDark(page, 'consents none yet');
  await getReady(page, 'Consent to bodywork');
  await picture(page, 'before the form');
  await agreeOnStop(page, 'amber', 'a lifted hand');
  await fromAllSides(page, 'forms made ready');
  await timed('hand the screen over', () => handOverTo(page, consentOpening));
  await fromAllSides(page, 'hand-over opening');
  await page.getByRole('button', { name: 'Pause' }).click();
  await heading(page, 'Take your time').waitFor();
  await fromAllSides(page, 'hand-over resting');
  await page.getByRole('button', { name: 'Go on' }).click();
  await timed('read and answer the form', () =>
    answerAll(page, async (title) => {
      await answerPage(page);
      await picture(page, `form ${title}`);
      if (title === 'Purpose today' || title === 'Areas') {
        await inDark(page, `form ${title}`);
        await at(page, 768, 1024, `form ${title}`);
      }
    }),
  );
  await drawLine(page, 'Maya Rosario');
  await fromAllSides(page, 'hand-over signature');
  await page.getByRole('button', { name: 'Finish' }).click();
  await heading(page, 'Please hand the screen back').waitFor();
  await fromAllSides(page, 'hand the screen back');
  await timed('take the screen back', () => handBack(page));
};

/** The practitioner reads it through and signs; the paper is seen, saved and found genuine. */
const readAndSign = async (app: App, page: Page): Promise<PaperFacts> => {
  await fromAllSides(page, 'read through');
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  await fromAllSides(page, 'read through and signed');
  await timed('sign: draw, keep and acknowledge', () => finish(page));
  await picture(page, 'signed');
  await timed('show the document', () => page.locator('canvas').first().waitFor());
  await picture(page, 'document');
  const pdf = await saveAs(app, page, 'consent-maya.pdf');
  const facts = sound(pdf, purpose);
  await openConsent(page);
  await fromAllSides(page, 'consents one in force');
  return facts;
};

const openConsent = async (page: Page): Promise<void> => {
  await findClient(page, 'rosario');
  await page.getByRole('link', { name: 'Maya Rosario', exact: true }).click();
  await openConsentTab(page);
  await page.getByRole('heading', { name: 'Forms and consents' }).waitFor();
};

/** Whether the file that left is the one that was signed. */
const compare = async (page: Page): Promise<void> => {
  await page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByRole('link', { name: 'Files' })
    .click();
  await page.getByRole('link', { name: 'Check a document' }).waitFor();
  await picture(page, 'files');
  await page.getByRole('link', { name: 'Check a document' }).click();
  await page.locator('input[type=file]').setInputFiles(join(folder, 'consent-maya.pdf'));
  await page.getByText(/^consent-maya\.pdf, /).waitFor();
  await timed('compare a file with what was signed', async () => {
    await page.getByRole('button', { name: 'Compare it' }).click();
    await page.getByRole('link', { name: 'Open the document that is kept' }).waitFor();
  });
  await fromAllSides(page, 'compared');
};

/** A form to fill in by hand, and the forms' texts and words in Settings. */
const printAndEdit = async (app: App, page: Page): Promise<void> => {
  await openRoom(page, 'Settings');
  await page.getByRole('link', { name: 'Forms', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Forms', exact: true }).waitFor();
  await fromAllSides(page, 'settings forms');
  await page.getByRole('link', { name: consentOpening, exact: true }).click();
  await page.getByRole('heading', { name: consentOpening }).first().waitFor();
  await fromAllSides(page, 'settings a form');
  await page.getByRole('link', { name: /blank/i }).first().click();
  await timed('draw a form to fill in by hand', () => page.locator('canvas').first().waitFor());
  await picture(page, 'blank form');
  sound(await saveAs(app, page, 'consent-blank.pdf'), 'I agree that if I do not answer');
  await openRoom(page, 'Settings');
  await page.getByRole('link', { name: 'Words for your forms' }).click();
  await page.getByRole('heading', { level: 2, name: 'Words for your forms' }).waitFor();
  await fromAllSides(page, 'settings words');
  await page.getByRole('link', { name: 'About' }).click();
  await page.getByRole('heading', { level: 2, name: 'About' }).waitFor();
  await picture(page, 'settings about');
};

/** Taken back in one step: it counts no more from that moment, everywhere. */
const takeBackConsent = async (page: Page): Promise<void> => {
  await openConsent(page);
  await page
    .getByRole('link', { name: /^Take back/ })
    .first()
    .click();
  await fromAllSides(page, 'take a consent back');
};

/** The way of one consent form: from the client's page to the paper, and what a practice can change about it. */
export const tourOfTheForms = async (app: App, page: Page): Promise<PaperFacts> => {
  await handOver(page);
  const facts = await readAndSign(app, page);
  await compare(page);
  await takeBackConsent(page);
  await printAndEdit(app, page);
  return facts;
};
