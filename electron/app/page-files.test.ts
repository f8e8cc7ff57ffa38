import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerPageRequest, isOwnPage } from './page-files.ts';

let folder = '';
let root = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-page-'));
  root = join(folder, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  mkdirSync(join(folder, 'renderer-secret'));
  writeFileSync(join(root, 'index.html'), '<!doctype html><html><head><title>t</title></head><body></body></html>');
  writeFileSync(join(root, 'assets', 'main.js'), 'export {};');
  writeFileSync(join(root, 'assets', '.hidden.js'), 'secret');
  writeFileSync(join(root, 'assets', 'notes.xyz'), 'secret');
  writeFileSync(join(folder, 'practice.js'), 'secret');
  writeFileSync(join(folder, 'renderer-secret', 'a.js'), 'secret');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** `Request` would tidy `..` away before we see it; Electron's need not. */
const get = (url: string, method = 'GET') => answerPageRequest(root, { url, method } as Request);

describe('answerPageRequest', () => {
  it('serves the document with a nonce that is new for each load', async () => {
    const pages = [await get('app://stillpoint/'), await get('app://stillpoint/')];
    const nonces = await Promise.all(pages.map(async (page) => /csp-nonce" content="([^"]+)"/.exec(await page.text())?.[1]));

    expect(pages.map((page) => page.status)).toEqual([200, 200]);
    expect(nonces[0]).toMatch(/^[A-Za-z0-9+/]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(pages[0]?.headers.get('Content-Security-Policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self' 'nonce-${nonces[0]}'; style-src-attr 'unsafe-inline'; ` +
        "font-src 'self'; img-src 'self' data: blob:; worker-src 'self'; connect-src 'self'; base-uri 'none'; " +
        "form-action 'none'; frame-ancestors 'none'",
    );
  });

  it('serves a file with its type and lets nobody keep it', async () => {
    const script = await get('app://stillpoint/assets/main.js?v=1#x');
    expect(script.status).toBe(200);
    expect(script.headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect(script.headers.get('X-Content-Type-Options')).toBe('nosniff');
    expect(script.headers.get('Cache-Control')).toBe('no-store');
    expect(await script.text()).toBe('export {};');
  });

  it.each([
    'app://stillpoint/../practice.js',
    'app://stillpoint/assets/../../practice.js',
    'app://stillpoint/%2e%2e/practice.js',
    'app://stillpoint/%2e%2e%2fpractice.js',
    'app://stillpoint/%252e%252e/practice.js',
    'app://stillpoint/..%5cpractice.js',
    'app://stillpoint/..\\practice.js',
    'app://stillpoint/../renderer-secret/a.js',
    'app://stillpoint//etc/passwd',
    'app://stillpoint/assets/main.js%00.js',
    'app://stillpoint/%zz',
    'app://stillpoint/assets/.hidden.js',
    'app://stillpoint/assets/notes.xyz',
    'app://stillpoint/assets',
    'app://stillpoint/assets/unknown.js',
    'app://stillpoint/C:/practice.js',
    'app://elsewhere/index.html',
    'app://stillpoint.evil/index.html',
    'file:///etc/passwd',
  ])('refuses %s', async (url) => {
    const refused = await get(url);
    expect([refused.status, await refused.text()]).toEqual([404, 'Not found']);
  });

  it.each(['POST', 'PUT', 'HEAD'])('refuses %s', async (method) => {
    expect((await get('app://stillpoint/', method)).status).toBe(404);
  });
});

describe('isOwnPage', () => {
  it.each([
    ['app://stillpoint/', true],
    ['app://stillpoint/#ended', true],
    ['app://stillpoint/assets/main.js', false],
    ['app://stillpoint.evil/', false],
    ['https://example.org/', false],
    ['file:///etc/passwd', false],
  ])('%s is %s', (url, expected) => {
    expect(isOwnPage(url)).toBe(expected);
  });
});
