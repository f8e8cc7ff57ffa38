// What the installers are told to hold, read from electron-builder.yml. The fuses and contents of an installer that was
// really built are looked at by hand: docs/release-checklist.md.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import beforePack, { neededBinaries } from './before-pack.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8');

const config = parse(read('electron-builder.yml'));
const files: string[] = config.files;
const packages: Record<string, { dependencies?: Record<string, string> }> = JSON.parse(read('package-lock.json')).packages;

/** Left out of the bundle by the Vite configuration, so they must be shipped as packages. */
const external = ['better-sqlite3', '@node-rs/argon2', 'pdfkit'];

/** Needed to compile the driver, which comes compiled. */
const notShipped = ['node-addon-api'];

function withDependencies(names: string[]): Set<string> {
  const found = new Set<string>();
  const visit = (name: string) => {
    if (found.has(name) || notShipped.includes(name)) return;
    found.add(name);
    Object.keys(packages[`node_modules/${name}`]?.dependencies ?? {}).forEach(visit);
  };
  names.forEach(visit);
  return found;
}

const packageOf = (pattern: string) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(pattern)?.[1];

test('ships the application and its resources, and neither tests, host nor scripts', () => {
  expect(files.filter((pattern) => !packageOf(pattern))).toEqual([
    'out/main/**',
    'out/preload/**',
    'out/vault/**',
    'out/renderer/**',
    'resources/**',
    'package.json',
    '!**/node_modules/**',
    '!**/*.map',
    '!**/*.{test,spec}.*',
    '!e2e/**',
    '!scripts/**',
  ]);
});

test('ships the packages that are not bundled with everything they need, and no other', () => {
  const shipped = new Set(files.map(packageOf).filter((name) => name !== undefined && name !== '@node-rs/argon2-*'));
  expect(shipped).toEqual(withDependencies(external));
  expect(files).toContain('node_modules/@node-rs/argon2-*/**');
  expect(files.findIndex(packageOf)).toBeGreaterThan(files.indexOf('!**/node_modules/**'));
});

test('takes the packages that the build leaves out of its bundle', () => {
  const left = /const external = \[(.*?)\];/s.exec(read('vite.electron.config.ts'))?.[1] ?? '';
  const names = left.split(/,\s*/).map((pattern) => pattern.replace(/^\/\^|\$?\/$|\\/g, ''));
  expect(names.filter((name) => name && name !== 'electron' && name !== 'node:').sort()).toEqual(external.toSorted());
});

test('native binaries lie outside the archive, prebuilt', () => {
  expect(config.asar).toBe(true);
  expect(config.asarUnpack).toEqual(['**/*.node']);
  expect(config.npmRebuild).toBe(false);
  expect(config.buildDependenciesFromSource).toBe(false);
});

test('the fuses are those of docs/security.md', () => {
  expect(config.electronFuses).toEqual({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    grantFileProtocolExtraPrivileges: false,
    enableCookieEncryption: true,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
  });
});

test('an installer for Windows and a disk image for macOS, both for both processors', () => {
  expect(config.appId).toBe('app.stillpoint.practice');
  expect(config.productName).toBe('Stillpoint');
  expect(config.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
  expect(config.mac.target).toEqual([{ target: 'dmg', arch: ['x64', 'arm64'] }]);
  expect(config.nsis.deleteAppDataOnUninstall).toBe(false);
});

test('publishes nowhere', () => {
  expect(config.publish).toBeNull();
  expect(JSON.parse(read('package.json')).scripts.dist).toBe('electron-builder --publish never');
});

test('refuses to pack for a platform whose binaries are not installed', () => {
  expect(neededBinaries('win32', 'arm64')).toEqual(['@node-rs/argon2-win32-arm64-msvc', 'better-sqlite3/prebuilds/win32-arm64.node']);
  const platform = process.platform === 'linux' ? 'darwin' : 'linux';
  const context = { electronPlatformName: platform, arch: 3, packager: { projectDir: root } };
  expect(() => beforePack(context)).toThrow(`npm ci --os=${platform} --cpu=arm64`);
  const own = { electronPlatformName: process.platform, arch: process.arch === 'x64' ? 1 : 3, packager: { projectDir: root } };
  expect(() => beforePack(own)).not.toThrow();
});

test('the icons are what their names say', () => {
  const start = (path: string, length: number) =>
    readFileSync(new URL(`../${path}`, import.meta.url))
      .subarray(0, length)
      .toString('latin1');
  expect(start(config.win.icon, 6)).toBe('\0\0\x01\0\x07\0');
  expect(start(config.mac.icon, 4)).toBe('icns');
  expect(start('resources/icons/icon.png', 4)).toBe('\x89PNG');
});
