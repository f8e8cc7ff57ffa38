import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ BrowserWindow: { fromWebContents: () => null }, dialog: {}, shell: {} }));

const { guardContents, guardSession, refusedRequests } = await import('./navigation-guard.ts');

/** Records what a guard sets, and lets a test ask it as Electron would. */
function guardedSession() {
  const set = new Map<string, (...args: unknown[]) => unknown>();
  const remember = (name: string) => (given: (...args: unknown[]) => unknown) => void set.set(name, given);
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: remember('request'),
    setPermissionCheckHandler: remember('check'),
    setDevicePermissionHandler: remember('device'),
    setSpellCheckerEnabled: (isOn: boolean) => void set.set('spelling', () => isOn),
    webRequest: { onBeforeRequest: remember('before') },
  });
  guardSession(session as unknown as Session);
  return { session, ask: (name: string, ...args: unknown[]) => set.get(name)?.(...args) };
}

function guardedContents() {
  const asked: { open?: () => unknown } = {};
  const contents = Object.assign(new EventEmitter(), {
    setWindowOpenHandler: (handler: () => unknown) => {
      asked.open = handler;
    },
  });
  guardContents(contents as unknown as WebContents);
  return { contents, asked };
}

function isPrevented(emitter: EventEmitter, event: string, details: object = {}): boolean {
  let prevented = false;
  emitter.emit(event, { ...details, preventDefault: () => (prevented = true) });
  return prevented;
}

describe('guardSession', () => {
  it('denies every permission', () => {
    const { ask } = guardedSession();
    const answers: unknown[] = [];
    ask('request', null, 'media', (isGranted: boolean) => answers.push(isGranted));
    expect([...answers, ask('check', null, 'geolocation'), ask('device', {})]).toEqual([false, false, false]);
  });

  it('refuses downloads and keeps the spell checker, which fetches dictionaries, off', () => {
    const { session, ask } = guardedSession();
    expect([isPrevented(session, 'will-download'), ask('spelling')]).toEqual([true, false]);
  });

  it.each([
    ['app://stillpoint/assets/main.js', false],
    ['data:image/png;base64,AAAA', false],
    ['blob:app://stillpoint/0f', false],
    ['app://elsewhere/', true],
    ['https://example.org/', true],
    ['http://127.0.0.1/', true],
    ['ws://127.0.0.1/', true],
    ['file:///etc/passwd', true],
  ])('a request for %s is cancelled: %s', (url, expected) => {
    const answers: unknown[] = [];
    const before = refusedRequests();
    guardedSession().ask('before', { url }, (answer: unknown) => answers.push(answer));
    expect([...answers, refusedRequests() - before]).toEqual([{ cancel: expected }, expected ? 1 : 0]);
  });
});

describe('guardContents', () => {
  it.each([
    ['app://stillpoint/', false],
    ['app://stillpoint/#ended', false],
    ['app://stillpoint/assets/main.js', true],
    ['https://example.org/', true],
    ['javascript:alert(1)', true],
    ['mailto:theo@example.com', true],
    ['mailto:theo@example.com?body=Hello', true],
    ['tel:+15550100', true],
  ])('going to %s is refused: %s', (url, expected) => {
    const { contents } = guardedContents();
    expect([isPrevented(contents, 'will-navigate', { url }), isPrevented(contents, 'will-frame-navigate', { url })]).toEqual([
      expected,
      expected,
    ]);
  });

  it('refuses redirects, guests and windows', () => {
    const { contents, asked } = guardedContents();
    expect([isPrevented(contents, 'will-redirect'), isPrevented(contents, 'will-attach-webview'), asked.open?.()]).toEqual([
      true,
      true,
      { action: 'deny' },
    ]);
  });
});
