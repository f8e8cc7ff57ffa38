import { fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { ConsentForm } from '../../shared/consent-form.ts';
import { okOf, startHeadless } from '../assure/headless-process.ts';
import { passphrase, readySigning } from '../assure/trial-records.ts';
import { chromiumPath } from '../host/chromium.ts';
import { inventedClient } from './large-practice.ts';
import { repeated, type Times } from './measure.ts';

/** A message to a child process that sends it back, and nothing else. */
export const bareRoundTrip = async (folder: string): Promise<Times> => {
  const script = join(folder, 'echo.mjs');
  writeFileSync(script, "process.on('message', (message) => process.send(message));");
  const child = fork(script, { serialization: 'advanced' });
  const trip = () =>
    new Promise((resolve) => {
      child.once('message', resolve);
      child.send({ id: 1, call: 'profile.get', input: {} });
    });
  await repeated(200, trip);
  const times = await repeated(2_000, trip);
  child.disconnect();
  return times;
};

/** Kilobytes of a process, as Linux counts them. */
const memoryOf = (pid: number, line: 'VmRSS' | 'VmHWM'): number => {
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`^${line}:\\s+(\\d+) kB`, 'm'));
  return Number(found?.[1]) / 1024;
};

export type DayInOneProcess = { readonly roundTrip: Times; readonly search: Times; readonly resident: number; readonly peak: number };

/** A day's work in one vault process: what it takes, and how much memory it holds at the end. */
export const dayInOneProcess = async (folder: string, clientIds: readonly string[]): Promise<DayInOneProcess> => {
  const vault = startHeadless({ data: folder });
  await okOf(vault.call('vault.unlock', { passphrase }));
  await repeated(200, () => vault.call('profile.get', {}));
  const roundTrip = await repeated(1_000, () => vault.call('profile.get', {}));
  const search = await repeated(200, (run) => okOf(vault.call('clients.search', { query: ['an', 'smith', '明', '416'][run % 4] ?? '' })));
  for (const clientId of clientIds) {
    const { documentId } = await okOf(vault.call('consent.sign', await readySigning(vault, clientId)));
    await okOf(vault.call('documents.get', { id: documentId }));
  }
  for (let run = 0; run < 100; run += 1) await okOf(vault.call('clients.create', inventedClient(900_000 + run)));
  const resident = memoryOf(vault.pid, 'VmRSS');
  const peak = memoryOf(vault.pid, 'VmHWM');
  await vault.end();
  return { roundTrip, search, resident, peak };
};

const escaped = (text: string): string => text.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'));

/** The same words printed by Chromium from a page that is already there. */
export const chromiumPrinting = async (form: ConsentForm): Promise<Times> => {
  const browser = await chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: process.getuid?.() !== 0 });
  const page = await browser.newPage();
  const parts = form.elements.map(({ title, text }) => `<h2>${escaped(title)}</h2><p>${escaped(text)}</p>`);
  await page.setContent(
    `<html lang="en"><title>${escaped(form.title)}</title><h1>${escaped(form.clientTitle)}</h1><p>${escaped(form.intro)}</p>${parts.join('')}</html>`,
  );
  await page.pdf({ format: 'Letter' });
  const times = await repeated(10, () => page.pdf({ format: 'Letter', tagged: true }));
  await browser.close();
  return times;
};
