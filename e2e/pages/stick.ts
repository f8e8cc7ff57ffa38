import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { fitsEverywhere, scan } from '../fixtures/scan.ts';
import { expect, test } from '../fixtures/test.ts';
import { findClient } from './clients.ts';

/** A place beside the practice with a stick in it, made anew for each test. */
export const placeWithStick = (): { readonly place: () => string; readonly stick: () => string } => {
  let place = '';
  test.beforeEach(() => {
    place = mkdtempSync(join(tmpdir(), 'stillpoint-backups-'));
    mkdirSync(join(place, 'Blue stick'));
  });
  test.afterEach(() => rmSync(place, { recursive: true, force: true }));
  return { place: () => place, stick: () => join(place, 'Blue stick') };
};

export const looksRight = async (page: Page, screen: string): Promise<void> => {
  await scan(page, screen);
  await fitsEverywhere(page, screen);
};

export const flipByte = (path: string): void => {
  const bytes = readFileSync(path);
  bytes[5_000] = (bytes[5_000] ?? 0) ^ 1;
  writeFileSync(path, bytes);
};

/** The same files, as if they were of another practice. */
export const asOfAnotherPractice = (from: string, to: string): void => {
  cpSync(from, to, { recursive: true });
  const path = join(to, 'backup.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), practiceId: 'of-someone-else' }));
};

export const isThere = async (page: Page, typed: string, name: string): Promise<void> => {
  await findClient(page, typed);
  await expect(page.getByRole('link', { name })).toBeVisible();
};
