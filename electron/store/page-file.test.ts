import { closeSync, mkdtempSync, openSync, rmSync, truncateSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { pageBytes, withPages } from './page-tags.ts';

test('single pages are read of a file that is too large to be read at once', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'large');
  const file = openSync(path, 'w');
  const far = 3 * 2 ** 30;
  writeSync(file, 'here', far);
  closeSync(file);
  truncateSync(path, far + pageBytes);
  const at = far / pageBytes + 1;
  const read = withPages(path, (page, pages) => [pages, page(at).toString('latin1', 0, 4), page(1).length, page(at + 1).length]);
  expect(read).toEqual([at, 'here', pageBytes, 0]);
});
