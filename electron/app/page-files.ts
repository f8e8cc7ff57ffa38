import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

/** The only origin a page of ours ever has. */
export const pageOrigin = 'app://stillpoint';

/** True for the one document we show, whatever stands behind its `#`. */
export function isOwnPage(url: string): boolean {
  return url === `${pageOrigin}/` || url.startsWith(`${pageOrigin}/#`);
}

/** The page of the hidden window that paints a document for the printer; no other window goes there. */
export const printPageUrl = `${pageOrigin}/print/print.html`;

const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
  '.ttf': 'font/ttf',
};

/** Mantine sets `style=""` attributes, hence `style-src-attr`; its `<style>` elements carry the nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "font-src 'self'",
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/**
 * Answers `app://stillpoint/...` from the built renderer in `root`, and nothing else on the disk.
 * The document gets `<meta name="csp-nonce">` with the nonce of this very load.
 */
export async function answerPageRequest(root: string, request: Request): Promise<Response> {
  const nonce = randomBytes(18).toString('base64');
  const path = request.method === 'GET' ? pathInRoot(root, request.url) : null;
  const type = path === null ? undefined : mimeTypes[extname(path)];
  if (path === null || type === undefined) return refusal(nonce);

  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refusal(nonce);

  const isDocument = extname(path) === '.html';
  const body = isDocument ? withNonce(bytes.toString('utf8'), nonce) : new Uint8Array(bytes);
  return new Response(body, { status: 200, headers: headers(type, nonce) });
}

function refusal(nonce: string): Response {
  return new Response('Not found', { status: 404, headers: headers('text/plain; charset=utf-8', nonce) });
}

function headers(type: string, nonce: string): Record<string, string> {
  return {
    'Content-Type': type,
    'Content-Security-Policy': contentSecurityPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  };
}

function withNonce(html: string, nonce: string): string {
  return html.replace(/<head[^>]*>/, (head) => `${head}\n    <meta name="csp-nonce" content="${nonce}" />`);
}

/** The file a request means, or null for anything that is not plainly below `root`. */
function pathInRoot(root: string, requested: string): string | null {
  if (requested !== pageOrigin && !requested.startsWith(`${pageOrigin}/`)) return null;
  const raw = requested.slice(pageOrigin.length).replace(/[?#].*$/s, '');

  const decoded = decodeOrNull(raw);
  if (decoded === null || /[\\\0:%]/.test(decoded)) return null;
  const parts = decoded.split('/').slice(1);
  if (parts.some((part) => part.startsWith('.'))) return null;

  const path = join(root, ...(decoded === '' || decoded === '/' ? ['index.html'] : parts));
  return path.startsWith(root + sep) ? path : null;
}

function decodeOrNull(raw: string): string | null {
  try {
    return decodeURIComponent(raw);
  } catch {
    return null;
  }
}
