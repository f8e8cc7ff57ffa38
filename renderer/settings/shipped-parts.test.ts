import { expect, test } from 'vitest';
import lock from '../../package-lock.json?raw';
import { shippedParts } from './shipped-parts.ts';

type Package = { name?: string; license?: string; dev?: true; devOptional?: true; optional?: true };

/** Its licence stands in its folder alone. */
const saidElsewhere: Readonly<Record<string, string>> = { 'png-js': 'MIT' };

test('the page About names every package that goes into the program, with its licence', () => {
  const { packages } = JSON.parse(lock) as { packages: Record<string, Package> };
  const shipped = Object.entries(packages).filter(([path, { dev, devOptional, optional }]) => path && !dev && !devOptional && !optional);
  const named = shipped.map(([path, { name, license }]) => {
    const known = name ?? path.replace(/^.*node_modules\//, '');
    return [known, license ?? saidElsewhere[known] ?? 'unknown'] as const;
  });
  expect(Object.fromEntries(shippedParts)).toEqual(Object.fromEntries(named));
});
