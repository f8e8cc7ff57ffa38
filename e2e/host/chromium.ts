import { existsSync } from 'node:fs';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import type { ToWindow } from './window-messages.ts';

export type Look = {
  readonly isHeadless: boolean;
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly forcedColors?: 'active' | 'none';
  readonly timezoneId?: string;
  /** The page's own clock stands at this instant, as the vault's begins there; for tests that compare screen and paper. */
  readonly now?: string;
  /** Size of the page itself, for exact pictures; a person's window has the size it was opened with. */
  readonly size?: { readonly width: number; readonly height: number };
};

export type Browser = { readonly context: BrowserContext; readonly page: Page; readonly pid: number };

/**
 * One Chromium with one page in app mode, over a pipe: no port is opened. The profile lies in a private
 * folder that its owner removes; caches, crash reports and background traffic are off.
 */
export async function launchChromium(
  profile: string,
  { box, switches, backgroundColor }: Extract<ToWindow, { kind: 'open' }>,
  look: Look,
): Promise<Browser> {
  const { isHeadless, size, now, ...emulation } = look;
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    headless: isHeadless,
    chromiumSandbox: process.getuid?.() !== 0,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    acceptDownloads: false,
    serviceWorkers: 'block',
    viewport: isHeadless ? (size ?? { width: box.width, height: box.height }) : null,
    ...emulation,
    // A browser that is killed leaves its socket folder; here it goes with the profile.
    env: { ...process.env, ...(process.platform === 'linux' ? { TMPDIR: profile } : {}) },
    ignoreDefaultArgs: ['--enable-automation'],
    args: [
      `--app=data:text/html,<body style="background:${encodeURIComponent(backgroundColor)}">`,
      `--window-size=${box.width},${box.height}`,
      ...(box.x === undefined ? [] : [`--window-position=${box.x},${box.y}`]),
      '--disk-cache-dir=/dev/null',
      '--disk-cache-size=1',
      '--media-cache-size=1',
      '--disable-gpu-shader-disk-cache',
      '--disable-crash-reporter',
      '--disable-breakpad',
      '--disable-spell-checking',
      '--no-first-run',
      // No bar across a person's trial window about flags this host needs.
      ...(isHeadless ? [] : ['--test-type']),
      ...switches.map((flag) => `--${flag}`),
    ],
  });
  const page = context.pages()[0] ?? (await context.newPage());
  if (now) await page.clock.setFixedTime(now);
  return { context, page, pid: await browserPid(context) };
}

const patienceMs = 4_000;

/** Chromium asks its children first; one that is just starting or ending can leave the question open for good, so it is asked again. */
async function browserPid(context: BrowserContext): Promise<number> {
  for (let tries = 0; tries < 5; tries++) {
    const session = await context.browser()?.newBrowserCDPSession();
    const info = await Promise.race([
      session?.send('SystemInfo.getProcessInfo').catch(() => null),
      new Promise<null>((resolve) => setTimeout(resolve, patienceMs, null).unref()),
    ]);
    const own = info?.processInfo.find(({ type }) => type === 'browser');
    if (own) return own.id;
  }
  throw new Error('Chromium did not say which process it is');
}

/** `STILLPOINT_CHROMIUM`, or where Linux, macOS and Windows keep a Chromium or Chrome. */
export function chromiumPath(): string {
  const places = [
    process.env.STILLPOINT_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  ];
  const found = places.find((path) => path && existsSync(path));
  if (!found) throw new Error('No Chromium found. Install it, or name it in STILLPOINT_CHROMIUM.');
  return found;
}
