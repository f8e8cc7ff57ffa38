import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { okOf } from './headless-process.ts';
import { closedPractice, copyOf, trialFolder, unlocked } from './trial.ts';
import { details, passphrase } from './trial-records.ts';

/** Nobody is locked in to us: the documented format is enough to open a practice, and only with its passphrase. */

const program = join(import.meta.dirname, '..', '..', 'docs', 'formats', 'open-vault.mjs');
const now = '2026-11-23T09:00:00Z';
let practice = '';
let remove = (): void => undefined;
beforeAll(async () => {
  const made = await closedPractice(now);
  practice = made.folder;
  remove = made.remove;
}, 60_000);
afterAll(() => remove());

const openVault = (folder: string, words: string): { readonly code: number | null; readonly said: string; readonly output: string } => {
  const output = join(trialFolder(), 'plain.sqlite');
  const { status, stderr } = spawnSync(process.execPath, [program, folder, output], { input: `${words}\n`, encoding: 'utf8' });
  return { code: status, said: stderr, output };
};

/** As anyone's sqlite3 reads it. */
const asked = (file: string, sql: string): string => {
  const { status, stdout, stderr } = spawnSync('sqlite3', ['-readonly', file, sql], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`sqlite3: ${stderr}`);
  return stdout.trim();
};

it('header, database and passphrase give a file that the system’s sqlite3 opens, whole', { timeout: 60_000 }, () => {
  const { code, said, output } = openVault(practice, passphrase);
  expect([code, said]).toEqual([0, '']);
  expect(asked(output, 'pragma integrity_check')).toBe('ok');
  // Twenty, and the one whose sessions are kept.
  expect(asked(output, 'select count(*) from clients')).toBe('22');
  expect(asked(output, `select count(*) from clients where chosen_name like '${details.chosenName} %'`)).toBe('20');
  expect(asked(output, 'select form_id, length(pdf) > 10000 from consents join documents on documents.id = document_id')).toBe(
    'informed-consent|1',
  );
});

it('the recovery code opens it too', { timeout: 60_000 }, async () => {
  const folder = copyOf(practice);
  const vault = await unlocked({ data: folder, now });
  const { groups } = await okOf(vault.call('vault.makeRecoveryKit', { passphrase }));
  await vault.end();
  const { code, output } = openVault(folder, groups.join(''));
  expect(code).toBe(0);
  expect(asked(output, 'select count(*) from clients')).toBe('22');
});

it('a wrong passphrase opens nothing, and an altered page is refused', { timeout: 60_000 }, () => {
  expect(openVault(practice, `${passphrase} `)).toMatchObject({ code: 1, said: 'this passphrase does not open the practice\n' });
  const folder = copyOf(practice);
  const file = join(folder, 'practice.db');
  const bytes = readFileSync(file);
  bytes[4096 * 3 + 100] = (bytes[4096 * 3 + 100] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  expect(openVault(folder, passphrase)).toMatchObject({ code: 1, said: 'page 4 was altered or is damaged; nothing was written\n' });
});
