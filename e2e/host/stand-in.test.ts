import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import * as electron from './electron.ts';
import { framed } from './framed-socket.ts';
import { makePrivateFolder, removeFolder } from './private-folder.ts';
import { freePath } from './stand-in-dialog.ts';

const folder = mkdtempSync(join(tmpdir(), 'stillpoint-stand-in-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the stand-in for electron', () => {
  it.each([
    ['app', () => electron.app.getGPUInfo('basic')],
    ['app.getPath', () => electron.app.getPath('crashDumps')],
    ['dialog', () => electron.dialog.showCertificateTrustDialog({ certificate: {} as Electron.Certificate, message: '' })],
    ['shell', () => electron.shell.beep()],
    ['powerMonitor', () => electron.powerMonitor.getSystemIdleTime()],
    ['session', () => electron.session.defaultSession],
    ['a session', () => electron.session.fromPartition('a').clearCache()],
    ['BrowserWindow', () => electron.BrowserWindow.getAllWindows()],
    ['a window without isolation', () => new electron.BrowserWindow({ webPreferences: { preload: '/p.cjs' } })],
    ['setting a member', () => Object.assign(electron.app, { name: 'x' })],
  ])('refuses what it does not have, by name: %s', (_name, use) => {
    expect(use).toThrow(
      expect.objectContaining({ name: 'NotInTrialHost', message: expect.stringMatching(/^the trial host does not have /) }),
    );
  });

  it('names what was asked for', () => {
    expect(() => electron.app.getGPUInfo('basic')).toThrow('the trial host does not have app.getGPUInfo');
  });
});

describe('a private folder', () => {
  it('is for this user alone, and what a dead process left is removed at the next start', () => {
    const first = makePrivateFolder();
    const abandoned = first.replace(/\d+-\w+$/, '999999999-dead');
    mkdirSync(abandoned);
    const second = makePrivateFolder();
    expect(statSync(first).mode & 0o777).toBe(0o700);
    expect([first, second, abandoned].map((path) => statSync(path, { throwIfNoEntry: false }) !== undefined)).toEqual([true, true, false]);
    [first, second].forEach(removeFolder);
  });
});

describe('framed', () => {
  it('puts messages together again however the stream cuts them', () => {
    const sent: Buffer[] = [];
    const from = new PassThrough();
    from.on('data', (chunk: Buffer) => sent.push(chunk));
    const messages = [{ a: 'é手🙂' }, 'b'.repeat(70_000), null, [1, 2, 3]];
    const send = framed(from as unknown as Socket, () => undefined);
    messages.forEach(send);
    const bytes = Buffer.concat(sent);

    for (const size of [1, 3, 4, 5, 1_000, bytes.length]) {
      const received: unknown[] = [];
      const to = new PassThrough();
      framed(to as unknown as Socket, (message) => received.push(message));
      for (let at = 0; at < bytes.length; at += size) to.emit('data', bytes.subarray(at, at + size));
      expect(received).toEqual(messages);
    }
  });
});

describe('freePath', () => {
  it('never names a file that is there', () => {
    const wanted = join(folder, 'Consent 2026-11-23.pdf');
    expect(freePath(wanted)).toBe(wanted);
    writeFileSync(wanted, '');
    expect(freePath(wanted)).toBe(join(folder, 'Consent 2026-11-23 (2).pdf'));
    writeFileSync(join(folder, 'Consent 2026-11-23 (2).pdf'), '');
    expect(freePath(wanted)).toBe(join(folder, 'Consent 2026-11-23 (3).pdf'));
  });
});
