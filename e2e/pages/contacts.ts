import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { findClient, openRoom } from './clients.ts';
import { openIntakeTab } from './intake.ts';
import { ask } from './map.ts';

/** The directory, a client's care team, and what clinicians were asked. */

type Details = Readonly<Record<'name' | 'profession' | 'organisation' | 'phone' | 'email' | 'address' | 'note', string>> & {
  readonly kind: 'person' | 'organisation';
};
export type Kept = Details & { readonly id: string; readonly version: number; readonly mergedInto: string | null };

const nothing: Details = { kind: 'person', name: '', profession: '', organisation: '', phone: '', email: '', address: '', note: '' };

export const okafor = {
  name: 'Dr. Amara Okafor',
  profession: 'Clinical psychologist',
  organisation: 'Riverside Clinic',
  phone: '416 555 0100',
} as const;

/** Kept behind the window’s back, whoever looks alike. */
export const keepContact = (page: Page, details: Partial<Details>): Promise<Kept> =>
  ask<Kept>(page, 'contacts.create', { ...nothing, ...details, anyway: true });

export const changeElsewhere = (page: Page, { id, version, mergedInto, ...was }: Kept, more: Partial<Details>): Promise<Kept> => {
  const details = Object.fromEntries(Object.keys(nothing).map((field) => [field, was[field as keyof Details]]));
  return ask<Kept>(page, 'contacts.update', { id, version, details: { ...details, ...more } });
};

export const openDirectory = async (page: Page): Promise<void> => {
  await openRoom(page, 'Clients');
  await page.getByRole('link', { name: 'Directory' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Directory' })).toBeVisible();
};

export const openCareTeam = async (page: Page, typed: string, name: string): Promise<void> => {
  await findClient(page, typed);
  await page.getByRole('link', { name, exact: true }).click();
  await openIntakeTab(page);
  await page.getByRole('link', { name: 'Care team' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'Care team' })).toBeVisible();
};

export const team = (page: Page): Locator => page.getByRole('list', { name: 'In the care team' });

type Section = { readonly id: string; readonly questions: readonly { readonly id: string }[] };

/** All was asked; `found` was said yes to, and everything else no. */
export const answerHealth = async (page: Page, clientId: string, ...found: readonly string[]): Promise<void> => {
  const { sections } = await ask<{ readonly sections: readonly Section[] }>(page, 'health.content', {});
  const screen = await ask<{ readonly id: string; readonly revision: number }>(page, 'health.start', { clientId });
  const questions = sections.flatMap((section) => section.questions);
  await ask(page, 'health.save', {
    screenId: screen.id,
    revision: screen.revision,
    answers: Object.fromEntries(questions.map(({ id }) => [id, found.includes(id) ? 'yes' : 'no'])),
    seen: sections.map(({ id }) => id),
    from: 'practitioner',
    done: true,
  });
};

type Finding = { readonly id: string; readonly item: { readonly id: string } };

export const findingOf = async (page: Page, clientId: string, itemId: string): Promise<string> => {
  const { findings } = await ask<{ readonly findings: readonly Finding[] }>(page, 'health.findings', { clientId });
  const finding = findings.find(({ item }) => item.id === itemId);
  if (!finding) throw new Error(`${itemId} was not found`);
  return finding.id;
};

type Readiness = { readonly state: string; readonly reasons: readonly { readonly code: string; readonly day: string | null }[] };

export const readiness = async (page: Page, clientId: string): Promise<readonly [string, readonly string[]]> => {
  const { state, reasons } = await ask<Readiness>(page, 'readiness.of', { clientId });
  return [state, reasons.map(({ code }) => code)];
};

export const openAddress = (page: Page, address: string): Promise<void> =>
  page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#${address}`);

/** As long as anything may be. */
export const longest = (words: string): string => `${words} ${'Vasquez-O’Brien '.repeat(13)}`.slice(0, 200).trim();
