import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { expect, test } from './fixtures/test.ts';
import { openConsents } from './pages/consent.ts';
import { passphrase } from './pages/door.ts';
import { clientId, heading } from './pages/handover.ts';

/** Consents that each stand by themselves, and forms that went while one came back. */

const ask = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as { readonly ok: boolean; readonly value: T; readonly error?: unknown };
  expect([name, reply.error]).toEqual([name, undefined]);
  return reply.value;
};

type Current = {
  readonly id: string;
  readonly fillings: readonly {
    readonly id: string;
    readonly form: { readonly shownSha256: string; readonly elements: readonly { readonly id: string }[] };
  }[];
};

/** A visit of an observer, signed by all three without a word on the screen. */
const observed = async (page: Page, id: string, name: string): Promise<void> => {
  const who = { who: { kind: 'text', text: name } };
  await ask(page, 'handover.begin', { clientId: id, forms: [{ formId: 'students-observers', answers: who }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  const { id: handoverId, fillings } = await ask<Current>(page, 'handover.current', {});
  const fillingId = fillings[0]?.id;
  const seen = fillings[0]?.form.elements.map((element) => element.id) ?? [];
  await ask(page, 'handover.answer', {
    handoverId,
    fillingId,
    revision: 1,
    answers: {
      ...who,
      what: { kind: 'choice', value: 'watch', other: '' },
      stop: { kind: 'initials', initials: 'NA' },
      privacy: { kind: 'agreed' },
    },
    talk: [],
    seen,
    page: 0,
    substitutesAgreed: false,
    signatures: [
      { signer: 'client', method: 'typed', name: 'Noor' },
      { signer: 'observer', method: 'typed', name },
    ],
  });
  await ask(page, 'handover.end', { handoverId, passphrase });
  await expect(heading(page, /^Read through with/)).toBeVisible();
  await ask(page, 'handover.review', { fillingId, reviewed: seen });
  const signatures = [{ signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' }];
  await ask(page, 'consent.sign', { fillingId, shownSha256: fillings[0]?.form.shownSha256, signatures });
};

test('an older consent that stands beside a newer one is taken back by itself', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  await expect(heading(page, 'Today')).toBeVisible({ timeout: 30_000 });
  const id = await clientId(page, 'noor');
  await observed(page, id, 'Jo Finch');
  await observed(page, id, 'Ida Berg');
  await openConsents(page, 'noor', 'Noor Abadi');
  const before = page.getByRole('region', { name: 'Signed before' });
  await before.getByRole('link', { name: /^Take back: .*, signed / }).click();
  await page.getByRole('button', { name: /^Take back “.*” now$/ }).click();
  await expect(before).toContainText('Taken back');
  await expect(before.getByRole('link', { name: /^Take back: / })).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Counts now' }).getByRole('link', { name: /^Take back: / })).toHaveCount(1);
  await scan(page, 'consents, an older one taken back');
  await fitsEverywhere(page, 'consents, an older one taken back');
});

test('a form that came back and is not offered any more is set aside', async ({ startApp }) => {
  test.setTimeout(120_000);
  const page = (await startApp({ demo: true })).page();
  await expect(heading(page, 'Today')).toBeVisible({ timeout: 30_000 });
  const move = async (place: string): Promise<string> => {
    const {
      version,
      role: _,
      ...details
    } = await ask<{ readonly version: number; readonly role: string; readonly place: string }>(page, 'profile.get', {});
    await ask(page, 'profile.update', { version, details: { ...details, place } });
    return details.place;
  };
  const home = await move('US-TX');
  const id = await clientId(page, 'noor');
  await ask(page, 'handover.begin', { clientId: id, forms: [{ formId: 'part2-consent' }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible();
  const { id: handoverId } = await ask<Current>(page, 'handover.current', {});
  await ask(page, 'handover.end', { handoverId, passphrase });
  await expect(heading(page, /^Read through with/)).toBeVisible();
  await move(home);
  await openConsents(page, 'noor', 'Noor Abadi');
  const gone = page.getByRole('region', { name: 'No longer offered' });
  await expect(gone).toContainText('A form that is no longer offered');
  await scan(page, 'consents, one not offered any more');
  await fitsEverywhere(page, 'consents, one not offered any more');
  await gone.getByRole('button', { name: 'Set aside' }).click();
  await page.getByRole('button', { name: 'Erase the answers' }).click();
  await expect(page.getByText('Set aside: A form that is no longer offered')).toBeVisible();
  await expect(gone).toHaveCount(0);
});
