import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { addClient, openRoom } from './pages/clients.ts';
import {
  answeredByCalls,
  answerPage,
  consentOpening,
  fillAndSign,
  finish,
  formLine,
  getReady,
  handBack,
  handOverTo,
  openConsents,
  openConsentTab,
  purpose,
  readThrough,
  signConsent,
  typeName,
} from './pages/consent.ts';
import { unlock } from './pages/door.ts';
import { answerAll, clientId, drawLine, goOn, heading } from './pages/handover.ts';

/** The practitioner's side of a client's forms: made ready, handed over, read through, signed, taken back, signed again. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-consent-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

type StartApp = (options?: { readonly demo?: boolean; readonly data?: string; readonly now?: string }) => Promise<App>;

/** The demo signs several forms before it opens. */
const demoMade = (page: Page): Promise<void> =>
  expect(page.getByRole('heading', { name: 'Today', exact: true })).toBeVisible({ timeout: 30_000 });

const demo = async (startApp: StartApp): Promise<{ readonly app: App; readonly page: Page }> => {
  const app = await startApp({ demo: true });
  await demoMade(app.page());
  return { app, page: app.page() };
};

const looksRight = async (page: Page, screen: string): Promise<void> => {
  await scan(page, screen);
  await fitsEverywhere(page, screen);
};

/** Text of the signed paper that is open, as another program reads it. */
const savedText = async (app: App, page: Page): Promise<string> => {
  const file = join(folder, 'Consent.pdf');
  await app.answerSaveDialog(file);
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText('Saved as Consent.pdf').first()).toBeVisible();
  return pdfText(file);
};

const formsOf = async (page: Page, typed: string): Promise<readonly { readonly formId: string; readonly state: string }[]> => {
  const reply = (await callFrom(page, 'consent.ofClient', { clientId: await clientId(page, typed) })) as {
    readonly value: { readonly forms: readonly { readonly formId: string; readonly state: string }[] };
  };
  return reply.value.forms;
};

test('forms are made ready, talked about, handed over again, read through and signed, and the paper holds it all', async ({ startApp }) => {
  test.setTimeout(300_000);
  const { app, page } = await demo(startApp);
  await openConsents(page, 'noor', 'Noor Abadi');
  await expect(page.getByText('No consent signed yet')).toBeVisible();
  await looksRight(page, 'consents, none yet');

  await test.step('make two forms ready; a lock in between loses nothing', async () => {
    await page.getByRole('link', { name: 'Get ready: Consent to bodywork' }).click();
    await expect(page.getByRole('checkbox', { name: 'Electronic records and signatures' })).toBeChecked();
    await expect(page.getByRole('checkbox', { name: 'Consent to bodywork' })).toBeChecked();
    await page.getByRole('button', { name: /^Show \d+ more forms$/ }).click();
    await page.getByRole('checkbox', { name: 'Students and observers' }).check();
    await page.getByRole('button', { name: 'Hand over the screen' }).click();
    const summary = page.getByRole('alert');
    await expect(summary).toContainText('Who and role: Write this in plain words');
    await looksRight(page, 'made ready, something open');
    await page.getByLabel('Who and role (Students and observers)').fill('Ana Ruiz, in her second year');
    await expect(page.getByText(/^Kept \d/)).toBeVisible();
    await app.pressLock();
  });

  const again = await app.nextPage();
  await test.step('go on after the lock', async () => {
    await unlock(again);
    await again.getByRole('button', { name: 'Continue: Forms of Noor Abadi' }).click();
    await expect(again.getByLabel('Who and role (Students and observers)')).toHaveValue('Ana Ruiz, in her second year');
    await again.getByRole('checkbox', { name: 'Students and observers' }).uncheck();
    await expect(again.getByLabel('Who and role (Students and observers)')).toHaveCount(0);
    await expect(again.getByRole('term').filter({ hasText: 'Practitioner' })).toBeVisible();
    await handOverTo(again, 'Signing on a screen');
  });

  await test.step('the client signs one form and would rather talk about a part of the other', async () => {
    await fillAndSign(again, 'Noor Abadi');
    await expect(heading(again, consentOpening)).toBeVisible();
    await answerAll(again, async (title) => {
      if (title === 'Purpose today') await again.getByRole('button', { name: 'I’d rather talk about it' }).click();
      else await answerPage(again);
    });
    await goOn(again);
    await handBack(again);
  });

  await test.step('what is to be talked about stands first, and the screen goes back', async () => {
    await expect(again.getByRole('navigation', { name: 'Forms that came back' }).getByRole('listitem')).toHaveCount(2);
    await again.getByRole('link', { name: /^Consent to bodywork/ }).click();
    const first = again
      .getByRole('listitem')
      .filter({ has: again.getByRole('checkbox') })
      .first();
    await expect(first).toContainText('Purpose today');
    await expect(first).toContainText('I’d rather talk about it');
    await expect(again.getByText('To talk about first: Purpose today')).toBeVisible();
    await expect(again.getByRole('button', { name: 'Finish' })).toBeDisabled();
    await looksRight(again, 'read through, something to talk about');
    await again.getByRole('button', { name: 'Hand the screen back to go on' }).click();
    await expect(heading(again, consentOpening)).toBeVisible();
    await fillAndSign(again, 'Noor Abadi');
    await handBack(again);
  });

  await test.step('read through part for part, kept through a crash, and signed', async () => {
    await again.getByRole('link', { name: /^Consent to bodywork/ }).click();
    await expect(again.getByText(`“${purpose}”`)).toBeVisible();
    await again.getByRole('checkbox', { name: 'Read through: Purpose today' }).check();
    await again.getByRole('checkbox', { name: 'Read through: Areas' }).check();
    await expect(again.getByRole('link', { name: /^Consent to bodywork/ })).toContainText('8 parts to read');
    app.killVault();
  });

  const after = await app.nextPage();
  await test.step('after the crash', async () => {
    await unlock(after);
    const unfinished = after.getByRole('region', { name: 'Unfinished' });
    await expect(unfinished.getByText('Noor Abadi')).toBeVisible();
    await expect(unfinished.getByRole('button', { name: 'Continue: Forms of Noor Abadi' })).toHaveCount(0);
    await looksRight(after, 'today with forms to read through');
    await unfinished.getByRole('link', { name: 'Read through the forms of Noor Abadi' }).click();
    await after.getByRole('link', { name: /^Consent to bodywork/ }).click();
    await expect(after.getByRole('checkbox', { name: 'Read through: Areas' })).toBeChecked();
    await expect(after.getByRole('checkbox', { name: 'Read through: Contact level' })).not.toBeChecked();
    await expect(after.getByRole('button', { name: 'Finish' })).toBeDisabled();
    await readThrough(after);
    await expect(after.getByText('Your signature is next')).toBeVisible();
    await drawLine(after, 'Hana Lindqvist');
    await expect(after.getByRole('button', { name: 'Finish' })).toBeEnabled();
    await looksRight(after, 'read through, ready to finish');
    await finish(after);
    await expect(after.getByRole('link', { name: 'Read through the next form' })).toBeVisible();
    await scan(after, 'signed');
  });

  const text = await savedText(app, after);
  const shown = [
    'Your practitioner is Hana Lindqvist, registered massage therapist, registration number 12345.',
    purpose,
    'Top of the shoulder, left',
    'Palm and fingers, right',
    'Back of the neck',
    'Light: the skin moves a little',
    'I keep my clothes on',
    'with my signal (the word “river”, or two taps on the table)',
    'I agree that if I do not answer, look frozen or pull away, this counts as stop',
    'I was able to ask questions, and they were answered.',
    'I am here by my own choice.',
    'Hana Lindqvist',
  ];
  expect(shown.filter((words) => !text.includes(words))).toEqual([]);
  expect(await formsOf(after, 'noor')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ formId: 'informed-consent', state: 'in-force' }),
      expect.objectContaining({ formId: 'electronic-records', state: 'to-review' }),
    ]),
  );
});

test('two presses on Finish, with what was read still on its way, sign once', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { app, page } = await demo(startApp);
  await openConsents(page, 'noor', 'Noor Abadi');
  await getReady(page, 'Consent to bodywork');
  await handOverTo(page, consentOpening);
  await answeredByCalls(page, 'Noor Abadi');
  await expect(page.getByText(/\d+ parts to read through/)).toBeVisible();
  process.kill(app.vaultPid(), 'SIGSTOP');
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  await page.getByRole('button', { name: 'Finish' }).evaluate((button: HTMLElement) => {
    button.click();
    button.click();
  });
  process.kill(app.vaultPid(), 'SIGCONT');
  await expect(page.getByText('Thank you. It is signed and kept.')).toBeVisible();
  const kept = (await callFrom(page, 'consent.ofClient', { clientId: await clientId(page, 'noor') })) as {
    readonly value: { readonly consents: readonly unknown[] };
  };
  expect(kept.value.consents).toHaveLength(1);
});

test('a yes is taken back in part and then whole, and every page says so at once', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await openConsents(page, 'maya', 'Maya Rosario');
  const card = page.getByRole('complementary', { name: 'Safety card' });
  await expect(card).toContainText('Counts until');
  await page.getByRole('link', { name: 'Take back: Consent to bodywork' }).click();
  await page.getByRole('radio', { name: 'Only parts of it' }).check();
  await page.getByRole('button', { name: 'Take back “Consent to bodywork” now' }).click();
  await expect(page.getByText('Choose at least one part')).toBeVisible();
  await expect(page.getByRole('checkbox').first()).toBeFocused();
  await page.getByRole('checkbox', { name: 'Clothing and draping' }).check();
  await looksRight(page, 'taking back a part');
  await page.getByLabel('In their words, if they said why').fill('I would rather stay dressed');
  await page.getByRole('button', { name: 'Take back “Consent to bodywork” now' }).click();
  await expect(page.getByText('One part taken back: Consent to bodywork')).toBeVisible();
  await expect(formLine(page, 'Consent to bodywork')).toContainText('One part is taken back');
  await expect(card).toContainText('One part is taken back');

  await page.getByRole('link', { name: /^Open PDF: Consent to bodywork/ }).click();
  await page.getByRole('link', { name: 'Take back: Consent to bodywork' }).click();
  await page.getByRole('button', { name: 'Take back “Consent to bodywork” now' }).click();
  await expect(page.getByRole('region', { name: 'Taken back' }).getByText('Consent to bodywork', { exact: true })).toBeVisible();
  await expect(card).toContainText('Taken back');
  await expect(page.getByRole('link', { name: 'Take back: Consent to bodywork' })).toHaveCount(0);
  await looksRight(page, 'consents, one taken back');
  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Before hands-on work' })).toContainText('The consent to bodywork was taken back');
  await openRoom(page, 'Today');
  await expect(page.getByRole('button', { name: /^Continue: Taking back/ })).toHaveCount(0);
});

test('a form that ended is signed again, and the one before stays to be read', async ({ startApp }) => {
  test.setTimeout(180_000);
  const data = join(folder, 'practice');
  const first = await startApp({ demo: true, data, now: '2026-11-24T15:58:00Z' });
  await demoMade(first.page());
  await first.stop();
  const app = await startApp({ data, now: '2027-11-30T15:58:00Z' });
  const page = app.page();
  await unlock(page);
  const unfinished = page.getByRole('region', { name: 'Unfinished' });
  await expect(unfinished.getByRole('listitem').filter({ hasText: 'Maya Rosario' }).first()).toContainText('Ended on');
  await unfinished.getByRole('link', { name: 'Open the consents of Maya Rosario' }).click();
  await expect(formLine(page, 'Consent to bodywork')).toContainText('Ended on');
  await signConsent(page, 'Maya Rosario');
  await page.getByRole('link', { name: 'Back to Consent' }).click();
  await expect(page.getByRole('region', { name: 'Counts now' }).getByText('Consent to bodywork', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Signed before' }).getByText('Consent to bodywork', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: /^Open PDF: Consent to bodywork/ })).toHaveCount(2);
});

test('a young person and their guardian both sign', async ({ startApp }) => {
  test.setTimeout(180_000);
  const { page, app } = await demo(startApp);
  await addClient(page, { chosenName: 'Ines Duarte', birthDate: '3 2 2013', stopWord: 'amber' });
  await openConsentTab(page);
  await page.getByRole('link', { name: 'Get forms ready' }).click();
  await expect(page.getByRole('checkbox', { name: 'Young person and guardian' })).toBeChecked();
  await expect(page.getByRole('term').filter({ hasText: 'Guardian' })).toBeVisible();
  await page.getByRole('link', { name: 'Not now' }).click();
  await getReady(page, 'Young person and guardian');
  await handOverTo(page, 'For a young person and their guardian');
  await answerAll(page, () => answerPage(page));
  await drawLine(page, 'Ines Duarte');
  const guardian = page.getByRole('group', { name: 'Guardian' });
  await guardian.getByText('Type', { exact: true }).click();
  await guardian.getByRole('textbox').fill('Rosa Duarte');
  await page.getByRole('button', { name: 'Finish' }).click();
  await handBack(page);
  await expect(page.getByText('Rosa Duarte, Guardian, typed')).toBeVisible();
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  await finish(page);
  expect(await savedText(app, page)).toContain('Rosa Duarte');
});

test('paper that was chosen is said where the screen would be handed over, with the way to print', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page, app } = await demo(startApp);
  await openConsents(page, 'noor', 'Noor Abadi');
  await page.getByRole('link', { name: 'Get ready: Electronic records and signatures' }).click();
  await handOverTo(page, 'Signing on a screen');
  await answerAll(page, async (title) => {
    if (title === 'Screen or paper') await page.getByRole('radio').first().check({ force: true });
    else await answerPage(page);
  });
  await drawLine(page, 'Noor Abadi');
  await page.getByRole('button', { name: /^(Finish|Continue)$/ }).click();
  await handBack(page);
  await readThrough(page);
  await finish(page);
  await page.getByRole('link', { name: 'Back to Consent' }).click();
  await getReady(page, 'Consent to bodywork');
  await page.getByRole('button', { name: 'Hand over the screen' }).click();
  await expect(page.getByRole('alert')).toBeVisible();
  await scan(page, 'paper chosen');
  await page.getByRole('alert').getByRole('link', { name: 'Print the forms instead' }).click();
  await looksRight(page, 'forms on paper');
  await page.getByRole('link', { name: 'Open the sheet: Consent to bodywork' }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  await scan(page, 'a sheet to print');
  expect(await savedText(app, page)).toContain('Noor Abadi');
  await page.getByRole('radio', { name: 'Nobody’s, for whoever comes' }).check();
  await expect(page.getByRole('button', { name: 'Save as a file' })).toBeVisible();
});

test('a form whose words changed goes back to the client; one set aside is gone after a question that names it', async ({ startApp }) => {
  test.setTimeout(180_000);
  const { page } = await demo(startApp);
  await openConsents(page, 'noor', 'Noor Abadi');
  await getReady(page, 'Consent to bodywork');
  await handOverTo(page, consentOpening);
  await answeredByCalls(page, 'Noor Abadi');
  const id = await clientId(page, 'noor');
  const { value } = (await callFrom(page, 'clients.get', { id })) as { readonly value: Record<string, unknown> };
  const {
    id: _id,
    version,
    createdAt: _made,
    updatedAt: _changed,
    archivedAt: _archived,
    inError: _error,
    stopRehearsedAt: _tried,
    ...details
  } = value;
  await callFrom(page, 'clients.update', { id, version, details: { ...details, stopWord: 'marmalade' } });
  // Said while it is being read, without asking anew.
  await expect(page.getByText('The words of this form have changed since.', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Finish' })).toBeDisabled();
  await page.getByRole('button', { name: 'Hand the screen back to go on' }).click();
  let seen = false;
  await expect(heading(page, consentOpening)).toBeVisible();
  await answerAll(page, async (title) => {
    if (title === 'Purpose today') await expect(page.getByRole('textbox', { name: 'Your words' })).toHaveValue(purpose);
    seen ||= (await page.getByText('the word “marmalade”', { exact: false }).count()) > 0;
    await answerPage(page);
  });
  expect(seen).toBe(true);
  await page.getByRole('button', { name: 'Not today' }).click();
  await handBack(page);
  await expect(page.getByText('To sign: Client')).toBeVisible();
  await page.getByRole('button', { name: 'Set aside' }).click();
  const question = page.getByRole('dialog', { name: 'Set aside “Consent to bodywork”?' });
  await scan(page, 'set aside, asked');
  await question.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByText('To sign: Client')).toBeVisible();
  await page.getByRole('button', { name: 'Set aside' }).click();
  await question.getByRole('button', { name: 'Erase the answers' }).click();
  await expect(page.getByText('Nothing is waiting to be read through.')).toBeVisible();
  await expect(heading(page, /^Read through with/)).toBeFocused();
  expect((await formsOf(page, 'noor')).find((form) => form.formId === 'informed-consent')?.state).toBe('not-signed');
});

const odd = '<img src=x onerror=alert(1)> {{client_name}} \u202eevil\u202c \u0007bell';
const longest = `Théodora ${'Vasquez-O’Brien '.repeat(11)}Żółć`.slice(0, 200);

test('markup, control characters and the longest names are text, and every page still fits', async ({ startApp }) => {
  test.setTimeout(240_000);
  const { page, app } = await demo(startApp);
  await addClient(page, { chosenName: longest, stopWord: '<b>amber</b>' });
  await openConsentTab(page);
  await getReady(page, 'Consent to bodywork');
  await looksRight(page, 'made ready, long name');
  await handOverTo(page, consentOpening);
  await answerAll(page, () => answerPage(page, odd));
  // What no font has is decided before anybody signs.
  await page.getByRole('button', { name: 'Print it that way' }).click();
  const field = page.getByRole('group', { name: 'Théodora' });
  await field.getByText('Type', { exact: true }).click();
  await field.getByRole('textbox').fill(longest);
  await page.getByRole('button', { name: 'Finish' }).click();
  await handBack(page);
  await expect(page.getByText('<img src=x onerror=alert(1)> {{client_name}}', { exact: false })).toBeVisible();
  await expect(page.getByText('the word “<b>amber</b>”', { exact: false })).toBeVisible();
  await expect(page.locator('.read-items img, .read-items b')).toHaveCount(0);
  await looksRight(page, 'read through, long name');
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  await page.getByRole('button', { name: 'Finish' }).click();
  const substitutes = page.getByRole('button', { name: 'Print it that way' });
  const thanks = page.getByText('Thank you. It is signed and kept.');
  await expect(substitutes.or(thanks)).toBeVisible();
  if ((await substitutes.count()) > 0) await substitutes.click();
  await expect(thanks).toBeVisible();
  await fitsEverywhere(page, 'signed, long name');
  expect(await savedText(app, page)).toContain('<img src=x onerror=alert(1)> {{client_name}}');
  await page.getByRole('link', { name: 'Back to Consent' }).click();
  await looksRight(page, 'consents, long name');
  await page.getByRole('link', { name: 'Take back: Consent to bodywork' }).click();
  await looksRight(page, 'taking back, long name');
  await page.getByLabel('In their words, if they said why').fill('x'.repeat(20_001));
  await expect(page.getByText('At most 20000 characters fit here; it has 20001 now')).toBeVisible();
  await page.getByRole('button', { name: 'Take back “Consent to bodywork” now' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /^Take back/ })).toBeVisible();
});

test('nothing is lost when a form cannot be finished, and the next press does it', async ({ startApp }) => {
  test.setTimeout(120_000);
  const { page } = await demo(startApp);
  await openConsents(page, 'noor', 'Noor Abadi');
  await getReady(page, 'Consent to bodywork');
  await handOverTo(page, consentOpening);
  await answeredByCalls(page, 'Noor Abadi');
  await readThrough(page);
  await typeName(page, 'Hana Lindqvist');
  const id = await clientId(page, 'noor');
  const { value } = (await callFrom(page, 'clients.get', { id })) as { readonly value: { readonly version: number } };
  await callFrom(page, 'clients.archive', { id, version: value.version, archived: true });
  await page.getByRole('button', { name: 'Finish' }).click();
  await expect(page.getByRole('alert').getByText('This client is archived')).toBeVisible();
  await expect(page.getByText('Everything on this page is still here.')).toBeVisible();
  await expect(page.getByLabel(/^Full name of Hana Lindqvist/)).toHaveValue('Hana Lindqvist');
  await expect(page.getByRole('checkbox', { name: 'Read through: Areas' })).toBeChecked();
  await callFrom(page, 'clients.archive', { id, version: value.version + 1, archived: false });
  await finish(page);
});
