import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fileLog } from './log.ts';

test('an incident keeps where it happened and nothing of what was said', () => {
  const folder = mkdtempSync(join(tmpdir(), 'stillpoint-log-'));
  try {
    const log = fileLog(folder, () => '2026-11-24T10:00:00.000Z');
    const number = log.incident(Object.assign(new Error('Maya Rosario\n    at canary (16 Mill Lane)'), { code: 'SQLITE_CONSTRAINT' }));
    log.incident('Maya Rosario');
    const text = readFileSync(join(folder, 'stillpoint.log'), 'utf8');
    expect(text).toContain(`2026-11-24T10:00:00.000Z incident ${number} Error SQLITE_CONSTRAINT`);
    expect(text).toContain('log.test.ts');
    expect(text).not.toMatch(/Maya|canary|Mill Lane/);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
