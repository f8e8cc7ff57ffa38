import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { App } from './fixtures/app.ts';
import { callFrom } from './fixtures/stillpoint.ts';
import { test as base, expect } from './fixtures/test.ts';

/** Backups as the shell and the vault process make them between them, whatever the screens look like. */
const test = base.extend<{ away: string }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures a function needs from its pattern
  away: async ({}, use) => {
    const away = mkdtempSync(join(tmpdir(), 'stillpoint-away-'));
    await use(away);
    rmSync(away, { recursive: true, force: true });
  },
});

const passphrase = 'river lantern seven maple';
const profile = {
  practiceName: 'Quiet Room',
  address: '',
  practitionerName: 'Ana Day',
  credential: '',
  licenceWords: '',
  place: 'CA-ON',
  zone: 'America/Toronto',
  paper: 'letter',
};

const okFrom = async <T>(page: Page, name: string, input: unknown): Promise<T> => {
  const reply = (await callFrom(page, name, input)) as { ok: boolean; value: T };
  expect(reply).toMatchObject({ ok: true });
  return reply.value;
};

const withBackups = async (app: App, away: string): Promise<void> => {
  await okFrom(app.page(), 'vault.create', { passphrase, profile });
  await app.answerFolderDialog(away);
  const grant = await okFrom(app.page(), 'backup.chooseFolder', { for: 'settings' });
  expect(await okFrom(app.page(), 'backup.changeSettings', grant)).toMatchObject({ folder: away });
};

const reasonsIn = (away: string): string[] =>
  readdirSync(away)
    .filter((name) => !name.endsWith('.partial'))
    .map((name) => (JSON.parse(readFileSync(join(away, name, 'backup.json'), 'utf8')) as { reason: string }).reason);

test('a lock is followed by a copy, made while it is locked', async ({ startApp, away }) => {
  const app = await startApp();
  await withBackups(app, away);
  await app.pressLock();
  const page = await app.nextPage();
  await expect.poll(() => reasonsIn(away)).toEqual(['lock']);
  const { backups } = await okFrom<{ backups: unknown[] }>(page, 'backup.list', { fileGrant: null });
  expect(backups).toEqual([expect.objectContaining({ reason: 'lock', state: 'copied', ours: true })]);
});

test('closing the window makes the copy before the program ends', async ({ startApp, away }) => {
  const app = await startApp();
  await withBackups(app, away);
  await app.closeWindow();
  expect(await app.ended()).toBe(0);
  expect([reasonsIn(away), readdirSync(away).length]).toEqual([['close'], 1]);
});

test('a folder that is gone keeps nobody from closing, and the copy is made when it is there again', async ({ startApp, away }) => {
  const data = join(away, 'practice');
  const sticks = join(away, 'stick');
  mkdirSync(sticks);
  const app = await startApp({ data });
  await withBackups(app, sticks);
  rmSync(sticks, { recursive: true });
  await app.closeWindow();
  expect(await app.ended()).toBe(0);

  mkdirSync(sticks);
  await startApp({ data });
  await expect.poll(() => reasonsIn(sticks)).toEqual(['close']);
});

test('a person who cancels the folder dialog has chosen nothing', async ({ startApp }) => {
  const app = await startApp();
  await app.answerFolderDialog(null);
  expect(await okFrom(app.page(), 'backup.chooseFolder', { for: 'list' })).toEqual({ fileGrant: null });
});
