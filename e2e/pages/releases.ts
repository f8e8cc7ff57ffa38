import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { type Answers, isAsked, partsToReview } from '../../shared/form-answers.ts';
import type { Handover } from '../../shared/handover.ts';
import type { InformationKind, Release, SharingDirection, SharingPurpose } from '../../shared/releases.ts';
import { filledIn } from '../assure/trial-records.ts';
import { findClient } from './clients.ts';
import { keepContact } from './contacts.ts';
import { passphrase } from './door.ts';
import { ask } from './map.ts';

/** Permissions to share, and what left the practice. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

export const released = {
  name: 'Dr. Amara Okafor',
  profession: 'Clinical psychologist',
  organisation: 'Riverside Clinic',
  phone: '416 555 0100',
  address: '4 Bridge Street, Guelph',
} as const;

/** In the directory and the client's care team, behind the window's back. */
export const inCareTeam = async (page: Page, clientId: string, more: Partial<typeof released> = {}): Promise<string> => {
  const { id } = await keepContact(page, { ...released, ...more });
  await call(page, 'careTeam.set', { clientId, contactId: id, role: 'therapist' });
  return id;
};

export type Chosen = {
  readonly direction: SharingDirection;
  readonly kinds: readonly InformationKind[];
  readonly purposes: readonly SharingPurpose[];
  /** A day, or an event in the client's words. */
  readonly ends: { readonly day: string } | { readonly event: string };
};

const saysYes: Chosen = {
  direction: 'to',
  kinds: ['attendance', 'plan', 'response'],
  purposes: ['coordinate_care'],
  ends: { event: 'when we finish our work' },
};

const answersOf = ({ direction, kinds, purposes, ends }: Chosen): Answers => ({
  direction: { kind: 'choice', value: direction, other: '' },
  desc: { kind: 'multi', values: [...kinds], other: '' },
  purpose: { kind: 'multi', values: [...purposes], other: '' },
  'special-categories': { kind: 'multi', values: ['none'], other: '' },
  ...('day' in ends
    ? { expire: { kind: 'choice', value: 'date', other: '' }, 'expire-date': { kind: 'date', day: ends.day } }
    : { expire: { kind: 'choice', value: 'event', other: '' }, 'expire-event': { kind: 'text', text: ends.event } }),
});

/** The client fills the one form that is on the screen and signs it, and the practitioner has the screen back; all by calls. */
export const filledByClient = async (
  page: Page,
  chosen: Partial<Chosen> = {},
): Promise<{ readonly id: string; readonly all: string[] }> => {
  const { id: handoverId, fillings }: Handover = await call(page, 'handover.current', {});
  const [filling] = fillings;
  if (!filling) throw new Error('nothing was handed over');
  const { id: fillingId, revision, form } = filling;
  const { authority: _, ...filled } = filledIn(form).answers;
  const all: Answers = { ...filled, ...answersOf({ ...saysYes, ...chosen }) };
  const asked = form.elements.filter((element) => isAsked(form, element, all)).map((element) => element.id);
  const answers = Object.fromEntries(Object.entries(all).filter(([id]) => asked.includes(id)));
  await call(page, 'handover.answer', {
    ...filledIn(form),
    answers,
    signatures: [{ signer: 'client', method: 'typed', name: 'Noor Abadi' }],
    handoverId,
    fillingId,
    revision,
  });
  await call(page, 'handover.end', { handoverId, passphrase });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  return { id: fillingId, all: [...partsToReview(form, answers)] };
};

/** A permission in force, by calls alone. */
export const permission = async (page: Page, clientId: string, contactId: string, chosen: Partial<Chosen> = {}): Promise<Release> => {
  const direction = chosen.direction ?? saysYes.direction;
  const { id } = await call(page, 'releases.prepare', { clientId, contactId, direction });
  await call(page, 'handover.begin', { clientId, forms: [{ formId: 'release-of-information', blanks: { release: id } }] });
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible({ timeout: 30_000 });
  const { form } = (await call(page, 'handover.current', {})).fillings[0] ?? {};
  const { id: fillingId, all } = await filledByClient(page, chosen);
  await call(page, 'handover.review', { fillingId, reviewed: all });
  return call(page, 'releases.grant', { fillingId, shownSha256: form?.shownSha256 ?? '', signatures: [], acceptSubstitutes: true });
};

export const openSharing = async (page: Page, typed: string, name: string): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  await page
    .getByRole('navigation', { name: /^Parts of the record/ })
    .getByRole('link', { name: 'Sharing' })
    .press('Enter');
  await expect(page.getByRole('heading', { level: 2, name: 'Sharing' })).toBeFocused();
};

/** The line of one person in one of the lists: those that wait, that count, that count no longer. */
export const releaseLine = (page: Page, list: 'Not signed yet' | 'Counts now' | 'No longer counts', name: string): Locator =>
  page
    .getByRole('list', { name: list })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name, exact: true }) });

export const told = (page: Page): Locator => page.getByRole('list', { name: 'What left the practice, newest first' });
