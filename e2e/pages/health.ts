import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { intakes } from './intake.ts';
import { ask } from './map.ts';

/** A client's health in the practitioner's window, and what the vault holds of it. */

type Finding = {
  readonly id: string;
  readonly item: { readonly id: string; readonly condition: string };
  readonly cause: string | null;
  readonly weight: string;
  readonly areas: readonly string[] | null;
  readonly version: number;
  readonly events: readonly { readonly what: string; readonly answer?: string; readonly reason?: string }[];
};
type Screen = {
  readonly id: string;
  readonly revision: number;
  readonly seen: readonly string[];
  readonly doneAt: string | null;
  readonly answers: Readonly<Record<string, { readonly answer: string; readonly from: string }>>;
};
type Medicine = {
  readonly id: string;
  readonly name: string;
  readonly match: string;
  readonly classId: string | null;
  readonly areas: readonly string[] | null;
  readonly takenUntil: string | null;
};
export type Health = {
  readonly open: Screen | null;
  readonly newest: Screen | null;
  readonly findings: readonly Finding[];
  readonly medicines: readonly Medicine[];
  readonly suitability: readonly { readonly questionId: string; readonly outcome: string; readonly words: string }[];
  readonly changes: readonly { readonly changed: boolean; readonly words: string; readonly settledWords: string }[];
};

export const healthOf = (page: Page, clientId: string): Promise<Health> => ask(page, 'health.findings', { clientId });

export const findingOf = async (page: Page, clientId: string, itemId: string): Promise<Finding> => {
  const found = (await healthOf(page, clientId)).findings.find((one) => one.item.id === itemId);
  if (!found) throw new Error(`nothing was found of ${itemId}`);
  return found;
};

type Sections = { readonly sections: readonly { readonly id: string; readonly questions: readonly { readonly id: string }[] }[] };

/** Every question asked at once, as if typed in: no, but for those named; `null` stays blank. */
export const answerAll = async (page: Page, clientId: string, but: Readonly<Record<string, string | null>> = {}): Promise<void> => {
  const { sections } = await ask<Sections>(page, 'health.content', {});
  const open = await ask<Screen>(page, 'health.start', { clientId });
  const ids = sections.flatMap(({ questions }) => questions.map(({ id }) => id));
  const answers = Object.fromEntries(ids.filter((id) => but[id] !== null).map((id) => [id, but[id] ?? 'no']));
  const seen = sections.map(({ id }) => id);
  await ask(page, 'health.save', { screenId: open.id, revision: open.revision, answers, seen, from: 'practitioner' });
};

/** An intake gone through, with these words about medicines. */
export const reviewIntake = async (page: Page, clientId: string, medicines: string): Promise<void> => {
  const { id: intakeId, revision } = await ask<{ readonly id: string; readonly revision: number }>(page, 'intake.start', { clientId });
  const { items } = await intakes(page, clientId);
  const changes = {
    ...Object.fromEntries(items.map(({ id }) => [id, { discussed: true }])),
    's-medicines': { answer: { kind: 'text', text: medicines }, from: 'practitioner', discussed: true },
  };
  const saved = await ask<{ readonly revision: number }>(page, 'intake.save', { intakeId, revision, changes });
  await ask(page, 'intake.review', { intakeId, revision: saved.revision });
};

export const readinessOf = async (page: Page, clientId: string): Promise<string> =>
  (await ask<{ readonly state: string }>(page, 'readiness.of', { clientId })).state;

/** What was done behind the window's back is there. */
export const openHealth = async (page: Page, clientId: string, part = ''): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/clients/${clientId}/health${part}`);
  await page.reload();
  await expect(page.locator('.health h2')).toBeFocused();
};

export const part = (page: Page, name: string | RegExp): Locator => page.getByRole('region', { name });

/** The line of a finding. */
export const findingLine = (page: Page, condition: string): Locator =>
  part(page, /^Findings/).locator('.item-toggle', { hasText: condition });

/** A place of the list, marked with its box. */
export const tickPlace = async (page: Page, label: string, on = true): Promise<void> => {
  const list = page.getByRole('region', { name: 'Places of the body' });
  await list.getByLabel('Find a place').fill(label);
  await list.getByRole('checkbox', { name: `Mark ${label}` }).setChecked(on);
};
