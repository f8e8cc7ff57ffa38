// Each import rule is shown to report the breach it is for, and nothing else to report it; then the real tree is looked at:
// every file of it must have been seen. A rule that matches nothing, or a cruise that reads nothing, fails here.

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['shared', 'electron', 'renderer', 'e2e', 'scripts'];

type Cruise = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string } }[] };
};

function cruise(cwd: string): Cruise {
  const bin = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const present = folders.filter((folder) => existsSync(join(cwd, folder)));
  const args = [bin, '--config', join(root, '.dependency-cruiser.cjs'), '--output-type', 'json', ...present];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (!stdout) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Innocent files that the breaches need, and the allowed imports that look most like a breach. */
const innocent: Record<string, string> = {
  'package.json': JSON.stringify({
    name: 'breaches',
    type: 'module',
    dependencies: { kysely: '*', zod: '*', 'better-sqlite3': '*', pdfkit: '*' },
    devDependencies: { electron: '*', vitest: '*', 'fast-check': '*' },
  }),
  'shared/clients.ts': `import { z } from 'zod';\nexport const client = z.string();`,
  'shared/clients.test.ts': `import { test } from 'vitest';\nimport { client } from './clients.ts';\ntest('', () => client);`,
  'electron/main.ts': `import { app } from 'electron';\nimport './app/window.ts';\napp.quit();`,
  'electron/app/window.ts': `import type { BrowserWindow } from 'electron';\nexport type Window = BrowserWindow;`,
  'electron/store/open.ts': `import Database from 'better-sqlite3';\nimport { Kysely } from 'kysely';\nexport default [Database, Kysely];`,
  'electron/practice/practice.ts': `import type { Transaction } from 'kysely';\nexport type Tx = Transaction<object>;`,
  'electron/audit/audit-repository.ts': `import { sql } from 'kysely';\nexport default sql;`,
  'electron/documents/frame.ts': `import PDFDocument from 'pdfkit';\nexport default PDFDocument;`,
  'electron/clients/clients-repository.ts': `import { sql } from 'kysely';\nexport const rows = sql;`,
  'electron/clients/clients-service.ts': `import '../audit/audit-repository.ts';\nimport './clients-repository.ts';\nexport {};`,
  'electron/clients/clients-service.test.ts': `import type { Kysely } from 'kysely';\nimport './clients-service.ts';\nexport type Db = Kysely<object>;`,
  'electron/clients/clients.test-world.ts': `import './clients-service.ts';`,
  'electron/clients/egg.ts': `import type {} from './chicken.ts';`,
  'renderer/main.tsx': `import './app/shell.tsx';`,
  'renderer/call.ts': `import type { client } from '../shared/clients.ts';\nexport type Call = typeof client;`,
  'renderer/app/shell.tsx': `import '../clients/list.tsx';\nimport '../today/today.tsx';`,
  'renderer/ui/scale.tsx': `export const Scale = 1;`,
  'renderer/clients/list.tsx': `import '../ui/scale.tsx';\nimport '../call.ts';`,
  'renderer/today/today.tsx': `import '../ui/scale.tsx';`,
  'e2e/host/run.ts': `import type * as Electron from 'electron';\nexport type App = typeof Electron.app;`,
  'e2e/fixtures/app.ts': `import '../host/run.ts';\nimport '../../electron/clients/clients-service.ts';`,
};

/** One breach a rule at least: where it stands, what it says, and the rules that report it. */
const breaches: [file: string, text: string, rule: string][] = [
  ['electron/clients/chicken.ts', `import './egg.ts';\nexport {};`, 'no-cycles'],
  ['electron/clients/forgotten.ts', `export const forgotten = 1;`, 'no-orphans'],
  ['electron/clients/hopeful.ts', `import './not-there.ts';`, 'no-unresolved'],
  ['electron/clients/borrowed.ts', `import 'yaml';`, 'declared-packages-only'],
  ['shared/files.ts', `import { readFileSync } from 'node:fs';\nexport default readFileSync;`, 'shared-is-pure'],
  ['shared/rows.ts', `import type {} from '../electron/clients/clients-service.ts';`, 'shared-is-pure'],
  ['shared/rows.test.ts', `import '../electron/clients/clients-service.ts';`, 'shared-tests-stay-in-shared'],
  ['renderer/clients/shortcut.ts', `import type {} from '../../electron/clients/clients-service.ts';`, 'renderer-not-electron'],
  ['renderer/clients/fixture.ts', `import '../../e2e/fixtures/app.ts';`, 'renderer-not-electron'],
  ['renderer/clients/disk.ts', `import 'node:fs';`, 'renderer-not-node'],
  ['renderer/clients/disk-types.ts', `import type { Stats } from 'node:fs';\nexport type S = Stats;`, 'renderer-not-node'],
  ['electron/clients/screen.ts', `import type {} from '../../renderer/call.ts';`, 'electron-not-renderer'],
  ['electron/clients/staged.ts', `import '../../e2e/fixtures/app.ts';`, 'electron-not-renderer'],
  ['electron/clients/tested.ts', `import './clients-service.test.ts';`, 'no-tests-in-app'],
  ['electron/clients/worldly.ts', `import './clients.test-world.ts';`, 'no-tests-in-app'],
  ['electron/clients/guess.ts', `import 'fast-check';`, 'no-dev-dependency-in-app'],
  ['electron/clients/notify.ts', `import { Notification } from 'electron';\nexport default Notification;`, 'electron-module-in-shell'],
  ['electron/clients/notify-types.ts', `import type { App } from 'electron';\nexport type A = App;`, 'electron-module-in-shell'],
  ['electron/clients/backdoor.ts', `import Database from 'better-sqlite3';\nexport default Database;`, 'driver-in-store'],
  ['e2e/fixtures/backdoor.ts', `import type Database from 'better-sqlite3';\nexport type D = Database;`, 'driver-in-store'],
  ['electron/clients/query-service.ts', `import { sql } from 'kysely';\nexport default sql;`, 'kysely-in-repositories'],
  ['electron/clients/typed-service.ts', `import type { Kysely } from 'kysely';\nexport type K = Kysely<object>;`, 'kysely-in-repositories'],
  ['electron/practice/query.ts', `import { sql } from 'kysely';\nexport default sql;`, 'kysely-types-only'],
  [
    'electron/clients/query.test.ts',
    `import { type Kysely, sql } from 'kysely';\nexport default sql as unknown as Kysely<object>;`,
    'kysely-types-only',
  ],
  ['electron/consent/consent-service.ts', `import '../clients/clients-repository.ts';`, 'repository-is-private'],
  ['electron/vault-process.ts', `import './clients/clients-repository.ts';`, 'repository-is-private'],
  ['electron/consent/consent-repository.ts', `import '../clients/clients-service.ts';`, 'repository-knows-no-service'],
  ['electron/clients/clients-pdf.ts', `import PDFDocument from 'pdfkit';\nexport default PDFDocument;`, 'pdfkit-in-documents'],
  ['electron/clients/draw-pdf.ts', `import type PDFDocument from 'pdfkit';\nexport type P = PDFDocument;`, 'pdfkit-in-documents'],
  ['renderer/today/visit.tsx', `import '../clients/list.tsx';`, 'rooms-apart'],
  ['renderer/clients/frame.tsx', `import '../app/shell.tsx';`, 'rooms-apart'],
  ['renderer/ui/card.tsx', `import '../clients/list.tsx';`, 'ui-knows-no-room'],
];

const planted: { folder: string; cruise?: Cruise } = { folder: '' };

beforeAll(() => {
  mkdirSync(join(root, 'out'), { recursive: true });
  planted.folder = mkdtempSync(join(root, 'out', 'import-rules-'));
  for (const [file, text] of [...Object.entries(innocent), ...breaches]) {
    mkdirSync(dirname(join(planted.folder, file)), { recursive: true });
    writeFileSync(join(planted.folder, file), `${text}\n`);
  }
  planted.cruise = cruise(planted.folder);
});

afterAll(() => rmSync(planted.folder, { recursive: true, force: true }));

test('each breach is reported by its own rule, and no innocent file by any', () => {
  const reported = new Map<string, string[]>();
  for (const { from, rule } of planted.cruise?.summary.violations ?? []) {
    reported.set(from, [...new Set([...(reported.get(from) ?? []), rule.name])]);
  }
  expect(Object.fromEntries(reported)).toEqual(Object.fromEntries(breaches.map(([file, , rule]) => [file, [rule]])));
});

test('each rule has a breach', () => {
  const { forbidden } = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
  expect(new Set(breaches.map(([, , rule]) => rule))).toEqual(new Set(forbidden.map(({ name }) => name)));
});

test('every source file of the real tree is looked at', { timeout: 60_000 }, () => {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /[.]tsx?$/.test(path))
      .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
  );
  const seen = new Set(cruise(root).modules.map(({ source }) => source));
  expect(files.length).toBeGreaterThan(20);
  expect(files.filter((file) => !seen.has(file))).toEqual([]);
});
