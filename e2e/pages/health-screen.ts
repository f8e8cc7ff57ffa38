import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import { callFrom } from '../fixtures/stillpoint.ts';
import { clientId } from './handover.ts';

/** The health questions on the handed-over screen, and what the vault holds of them. */

export const numbers = { emergency: '911', crisis: '9-8-8 (call or text)', text: '988', note: 'Quebec also: 1-866-277-3553' } as const;

type Reply<T> = { readonly ok: boolean; readonly value: T; readonly error?: unknown };

const asked = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
};

/** As if the owner had called them. */
export const checkNumbers = async (page: Page, checkedOn = '2025-01-05'): Promise<void> => {
  const { version } = await asked<{ readonly version: number }>(page, 'crisis.settings', {});
  await asked(page, 'crisis.set', { version, numbers, checkedOn, confirmed: true });
};

/** The page on which the hand-over is made ready, opened for the health questions alone. */
export const prepareHealth = async (page: Page, typed: string): Promise<string> => {
  const id = await clientId(page, typed);
  await page.goto(`${page.url().split('#')[0]}#/clients/${id}/consent/prepare?form=health-screen`);
  return id;
};

export const question = (page: Page, words: string | RegExp): Locator => page.getByRole('group', { name: words });

/** Presses a button of the page, up to the next heading. */
export const onTo = async (page: Page, button: string | RegExp, next: string | RegExp): Promise<void> => {
  await page.getByRole('button', { name: button }).press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: next })).toBeFocused();
};

export type HealthRecord = {
  readonly open: { readonly answers: Readonly<Record<string, { readonly answer: string; readonly from: string }>> } | null;
  readonly newest: {
    readonly doneAt: string | null;
    readonly answers: Readonly<Record<string, { readonly answer: string; readonly from: string }>>;
  } | null;
  readonly findings: readonly { readonly item: { readonly id: string }; readonly cause: string | null }[];
};

export const healthOf = (page: Page, id: string): Promise<HealthRecord> => asked(page, 'health.findings', { clientId: id });

export const openCrises = async (page: Page): Promise<number> =>
  (await asked<{ readonly crises: readonly unknown[] }>(page, 'crisis.open', {})).crises.length;
