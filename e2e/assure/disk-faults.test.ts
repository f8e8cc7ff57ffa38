import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AppError, Reply } from '../../shared/app-error.ts';
import { badDisk, diskFull, faultsIn, foreignFolder, readOnlyFolder, shortWrites } from './faults.ts';
import { valueOf } from './headless-process.ts';
import { openFiles } from './found-text.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { openNewPractice, startTrial, trialFolder } from './trial.ts';
import { details, passphrase, profile, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';

/** Faults whose name is the person's own business; a failing disk is named too, never `unexpected`. */
const faults = [
  ['a full disk', diskFull, ['disk-full']],
  ['a read-only folder', readOnlyFolder, ['folder-read-only']],
  ['a folder of someone else', foreignFolder, ['folder-read-only']],
] as const;

const failure = (reply: Reply<unknown>): AppError | 'ok' => (reply.ok ? 'ok' : reply.error);
const named = (reasons: readonly string[]) => reasons.map((reason) => ({ code: 'unavailable', reason }));

describe('saving a client', () => {
  it.each(faults)('on %s fails by name at every step, keeps nothing, and works when the disk does', { timeout: 60_000 }, async (_, fault, reasons) => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    shim.count(fault);
    await valueOf(vault.call('clients.create', details));
    const steps = Math.min(shim.seen(), 12);
    expect(steps).toBeGreaterThan(2);

    const wrong: unknown[] = [];
    for (let step = 1; step <= steps; step += 1) {
      shim.arm(fault, step);
      const reply = await vault.call('clients.create', details);
      const struck = shim.struck();
      shim.clear();
      const error = failure(reply);
      const isNamed = named(reasons).some((one) => JSON.stringify(one) === JSON.stringify(error));
      if (struck > 0 && !isNamed) wrong.push({ step, error });
      await valueOf(vault.call('clients.create', details));
    }
    const { total } = await valueOf(vault.call('clients.search', { query: '' }));
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    expect({ wrong, total, broken: kept.broken, clients: kept.clients.size }).toEqual({ wrong: [], total: steps + 1, broken: [], clients: steps + 1 });
  });

  it('survives writes that come out short', { timeout: 60_000 }, async () => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    shim.arm(shortWrites);
    for (let save = 0; save < 10; save += 1) await valueOf(vault.call('clients.create', details));
    expect(shim.struck()).toBeGreaterThan(10);
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    expect({ broken: kept.broken, clients: kept.clients.size }).toEqual({ broken: [], clients: 10 });
  });

  it('on a failing disk is never "saved" when it was not, and is not called unexpected', { timeout: 60_000 }, async () => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    const wrong: unknown[] = [];
    let told = 0;
    for (let step = 1; step <= 8; step += 1) {
      shim.arm(badDisk, step);
      const reply = await vault.call('clients.create', details);
      const struck = shim.struck();
      shim.clear();
      if (reply.ok) told += 1;
      else if (reply.error.code !== 'unavailable') wrong.push({ step, struck, error: reply.error });
    }
    const { total } = await valueOf(vault.call('clients.search', { query: '' }));
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    expect({ wrong, total, broken: kept.broken }).toEqual({ wrong: [], total: told, broken: [] });
  });
});

describe('signing', () => {
  it.each(faults)('on %s keeps consent, document and entry together or not at all', { timeout: 60_000 }, async (_, fault, reasons) => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    const client = await valueOf(vault.call('clients.create', details));
    const signing = await readySigning(vault, client.id);
    shim.count(fault);
    await valueOf(vault.call('consent.sign', signing));
    const seen = shim.seen();
    const points = [1, 2, 3, 4, 5, 6, 8, 12, Math.floor(seen / 2), seen - 2, seen - 1, seen].filter((point, index, list) => point > 0 && point <= seen && list.indexOf(point) === index);

    const wrong: unknown[] = [];
    for (const point of points) {
      shim.arm(fault, point);
      const reply = await vault.call('consent.sign', signing);
      const struck = shim.struck();
      shim.clear();
      const error = failure(reply);
      if (struck > 0 && !named(reasons).some((one) => JSON.stringify(one) === JSON.stringify(error))) wrong.push({ point, error });
    }
    const { consents } = await valueOf(vault.call('consent.ofClient', { clientId: client.id }));
    const again = await valueOf(vault.call('consent.sign', signing));
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    expect({ wrong, before: consents.length, broken: kept.broken, again: kept.consentIds.has(again.id) }).toEqual({ wrong: [], before: 1, broken: [], again: true });
  });
});

describe('making a practice', () => {
  it.each(faults)('on %s fails by name, and the same person gets in once the disk works', { timeout: 120_000 }, async (_, fault, reasons) => {
    const counted = trialFolder();
    const shim = faultsIn(counted);
    const first = startTrial({ data: counted, now, env: shim.env });
    await valueOf(first.call('vault.status', {}));
    shim.count(fault);
    await valueOf(first.call('vault.create', { passphrase, profile }));
    const seen = shim.seen();
    await first.kill();

    const wrong: unknown[] = [];
    const points = Array.from({ length: 14 }, (_one, index) => 1 + Math.floor((index * (seen - 1)) / 13));
    for (const point of points) {
      const folder = trialFolder();
      const faulty = faultsIn(folder, shim.env.LD_PRELOAD);
      const vault = startTrial({ data: folder, now, env: faulty.env });
      await valueOf(vault.call('vault.status', {}));
      faulty.arm(fault, point);
      const reply = await vault.call('vault.create', { passphrase, profile });
      const struck = faulty.struck();
      faulty.clear();
      const error = failure(reply);
      if (struck > 0 && !named(reasons).some((one) => JSON.stringify(one) === JSON.stringify(error))) wrong.push({ point, error });
      const { state } = await valueOf(vault.call('vault.status', {}));
      const enter = state === 'no-practice' ? await vault.call('vault.create', { passphrase, profile }) : state === 'locked' ? await vault.call('vault.unlock', { passphrase }) : null;
      if (enter && !enter.ok) wrong.push({ point, state, then: enter.error });
      await vault.end();
      const left = readdirSync(folder).filter((name) => name.endsWith('.new') || name.includes('making'));
      if (left.length > 0) wrong.push({ point, left });
      const kept = await keptIn(folder, await keysOf(folder, passphrase));
      if (kept.broken.length > 0) wrong.push({ point, broken: kept.broken });
    }
    expect(wrong).toEqual([]);
  });
});

describe('unlocking and locking', () => {
  it.each(faults)('unlocking on %s fails by name and works afterwards', { timeout: 60_000 }, async (_, fault, reasons) => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    await (await openNewPractice({ data: folder, now })).end();
    const vault = startTrial({ data: folder, now, env: shim.env });
    await valueOf(vault.call('vault.status', {}));
    const wrong: unknown[] = [];
    for (let step = 1; step <= 14; step += 1) {
      shim.arm(fault, step);
      const reply = await vault.call('vault.unlock', { passphrase });
      const struck = shim.struck();
      shim.clear();
      const error = failure(reply);
      if (struck > 0 && !reply.ok && !named(reasons).some((one) => JSON.stringify(one) === JSON.stringify(error))) wrong.push({ step, error });
      if (!reply.ok && (await valueOf(vault.call('vault.status', {}))).state !== 'locked') wrong.push({ step, state: 'not locked after a failed unlock' });
      if (reply.ok) await valueOf(vault.call('vault.lock', {}));
    }
    await valueOf(vault.call('vault.unlock', { passphrase }));
    await vault.end();
    expect({ wrong, broken: (await keptIn(folder, await keysOf(folder, passphrase))).broken }).toEqual({ wrong: [], broken: [] });
  });

  it.each(faults)('locking on %s always locks: the database is let go', { timeout: 60_000 }, async (_, fault) => {
    const folder = trialFolder();
    const shim = faultsIn(folder);
    const vault = await openNewPractice({ data: folder, now, env: shim.env });
    const wrong: unknown[] = [];
    for (let step = 1; step <= 10; step += 1) {
      shim.arm(fault, step);
      await vault.call('vault.lock', {});
      const holds = openFiles(vault.pid).filter((path) => path.includes(join(folder, 'practice.db')));
      shim.clear();
      const { state } = await valueOf(vault.call('vault.status', {}));
      if (state !== 'locked' || holds.length > 0) wrong.push({ step, state, holds: holds.length });
      const again = await vault.call('vault.unlock', { passphrase });
      if (!again.ok) wrong.push({ step, again: again.error });
    }
    await vault.end();
    expect({ wrong, broken: (await keptIn(folder, await keysOf(folder, passphrase))).broken }).toEqual({ wrong: [], broken: [] });
  });

  it.each(faults)('starting on %s says so and goes on when it is mended', { timeout: 60_000 }, async (_, fault, reasons) => {
    const folder = join(trialFolder(), 'practice');
    const shim = faultsIn(folder);
    shim.arm(fault);
    const vault = startTrial({ data: folder, now, env: shim.env });
    const status = await valueOf(vault.call('vault.status', {}));
    const refused = failure(await vault.call('vault.create', { passphrase, profile }));
    shim.clear();
    const later = await valueOf(vault.call('vault.status', {}));
    expect({ problem: status.problem, refused, later: later.state, there: existsSync(folder) }).toEqual({
      problem: reasons[0],
      refused: { code: 'unavailable', reason: reasons[0] },
      later: 'no-practice',
      there: true,
    });
  });
});
