import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { missingOptionals, platformOf } from './lock.mjs';

test.each([
  ['@biomejs/cli-linux-x64-musl', { os: ['linux'], cpu: ['x64'], libc: ['musl'] }],
  ['@node-rs/argon2-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@node-rs/argon2-win32-arm64-msvc', { os: ['win32'], cpu: ['arm64'] }],
  ['@oxc-parser/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['fsevents', null],
])('the name %s tells its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform);
});

test('adds what is named and absent, looking where Node would', () => {
  const optionalDependencies = { '@a/here-linux-x64': '1.0.0', '@a/inside-linux-x64': '1.0.0', '@a/absent-darwin-arm64': '1.0.0' };
  const packages = {
    'node_modules/a': { dev: true, optionalDependencies },
    'node_modules/@a/here-linux-x64': {},
    'node_modules/a/node_modules/@a/inside-linux-x64': {},
  };
  expect(missingOptionals(packages)).toEqual({
    'node_modules/@a/absent-darwin-arm64': { version: '1.0.0', os: ['darwin'], cpu: ['arm64'], dev: true, optional: true },
  });
});

test('our lockfile is complete, fits package.json and names no registry (npm run lock mends it)', () => {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');
  const { packages } = JSON.parse(read('package-lock.json'));
  const { dependencies, devDependencies } = JSON.parse(read('package.json'));
  expect(missingOptionals(packages)).toEqual({});
  expect(packages['']).toMatchObject({ dependencies, devDependencies });
  expect(read('package-lock.json')).not.toContain('"resolved"');
});
