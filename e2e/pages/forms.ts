import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { partsToReview } from '../../shared/form-answers.ts';
import type { Handover } from '../../shared/handover.ts';
import { filledIn } from '../assure/trial-records.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { passphrase } from './door.ts';
import { handOver } from './handover.ts';
import { openSection } from './settings.ts';

/** The forms in the settings: their texts, and the words that fill them. */

const asked = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: T; readonly error?: unknown };
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

export const openForm = async (page: Page, title: string): Promise<void> => {
  await openSection(page, 'Forms');
  await page.getByRole('link', { name: title, exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeFocused();
  await expect(page.getByLabel('First words', { exact: true })).toBeVisible();
};

/** One part of the text: its fields and what the client reads. */
export const part = (page: Page, title: string): Locator => page.getByRole('region', { name: new RegExp(`^\\d+ · ${title}$`) });

export const lineOf = (page: Page, title: string): Locator =>
  page
    .getByRole('list', { name: 'Forms of the practice' })
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: title, exact: true }) });

/** Saves what is typed; without a note as a spelling fix. */
export const saveText = async (page: Page, note?: string): Promise<void> => {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'How is this change meant?' });
  if (note === undefined) await question.getByRole('radio', { name: 'A spelling fix' }).check();
  else await question.getByLabel('What changed').fill(note);
  await question.getByRole('button', { name: 'Save the text' }).click();
};

/** A text somebody else saves meanwhile. */
export const textSavedElsewhere = async (page: Page, formId: string, alter: (text: string) => string, within: string): Promise<void> => {
  type Text = { readonly elements: readonly { readonly id: string; readonly text: string }[] };
  const { version, text } = await asked<{ readonly version: string; readonly text: Text }>(page, 'forms.get', { formId });
  const elements = text.elements.map((element) => (element.id === within ? { ...element, text: alter(element.text) } : element));
  await asked(page, 'forms.edit', { formId, basedOn: version, kind: 'meaning', note: 'Elsewhere', text: { ...text, elements } });
};

/** A client signs the consent form, by calls alone. */
export const signed = async (page: Page, typed: string): Promise<string> => {
  const clientId = await handOver(page, typed, [{ formId: 'informed-consent' }], 'Saying yes to bodywork');
  const { id: handoverId, fillings } = await asked<Handover>(page, 'handover.current', {});
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { id: fillingId, revision, form } = filling;
  const given = filledIn(form);
  await asked(page, 'handover.answer', { ...given, handoverId, fillingId, revision });
  await asked(page, 'handover.end', { handoverId, passphrase });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await asked(page, 'handover.review', { fillingId, reviewed: partsToReview(form, given.answers) });
  await asked(page, 'consent.sign', {
    fillingId,
    shownSha256: form.shownSha256,
    signatures: [{ signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' }],
    acceptSubstitutes: true,
  });
  return clientId;
};

/** How the consent form of a client stands, and which text is read now. */
export const standing = async (page: Page, clientId: string): Promise<readonly [state: string, signed: string | null, now: string]> => {
  type State = { readonly formId: string; readonly state: string; readonly signedVersion: string | null; readonly version: string };
  const { forms } = await asked<{ readonly forms: readonly State[] }>(page, 'consent.ofClient', { clientId });
  const form = forms.find((one) => one.formId === 'informed-consent');
  if (!form) throw new Error('the consent form is not offered');
  return [form.state, form.signedVersion, form.version];
};

/** What a client would read in a form now. */
export const textFor = async (page: Page, clientId: string, formId: string): Promise<string> => {
  type Form = { readonly id: string; readonly elements: readonly { readonly text: string }[] };
  const { forms } = await asked<{ readonly forms: readonly Form[] }>(page, 'consent.forms', { clientId });
  return (
    forms
      .find((form) => form.id === formId)
      ?.elements.map((element) => element.text)
      .join('\n') ?? ''
  );
};
