import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { announcedChance, stepsUpTo } from './chance.ts';
import { badDisk, faults, faultsIn, lateDisk, shortWrites } from './faults.ts';
import { okOf } from './headless-process.ts';
import { closedPractice, copyOf, trialFolder, unlocked } from './trial.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 120_000 };

let practice: Awaited<ReturnType<typeof closedPractice>>;
beforeAll(async () => {
  practice = await closedPractice(now);
}, 60_000);
afterAll(() => practice.remove());

/** A practice with a signed paper, beside a place to save it to whose disk can fail. */
const withPaper = async () => {
  const place = join(trialFolder(), 'Blue stick');
  mkdirSync(place);
  const shim = faultsIn(place);
  const vault = await unlocked({ data: copyOf(practice.folder), now, env: shim.env });
  const { clients } = await okOf(vault.call('clients.search', { query: '' }));
  const consents = await Promise.all(clients.map(({ id }) => okOf(vault.call('consent.ofClient', { clientId: id }))));
  const id = consents.flatMap((one) => one.consents).find((one) => one.documentId)?.documentId ?? '';
  const { pdf } = await okOf(vault.call('documents.get', { id }));
  const save = (name: string) => vault.anyCall('documents.export', { id, fileGrant: { path: join(place, name) } });
  const lastEntry = async () => (await okOf(vault.call('audit.list', {}))).lines[0]?.action;
  return { place, shim, vault, id, bytes: Buffer.from(pdf, 'base64'), save, lastEntry };
};

describe.each(faults)('a paper saved on $name', (fault) => {
  it('is never called saved when it is not, leaves nothing half, and what lay there stays', perTest, async () => {
    const chance = announcedChance(`exports on ${fault.name}`);
    const { place, shim, vault, id, bytes, save, lastEntry } = await withPaper();
    const wrong: unknown[] = [];
    for (const before of [null, 'what lay there']) {
      const path = join(place, 'paper.pdf');
      const lay = (): void => (before === null ? rmSync(path, { force: true }) : writeFileSync(path, before));
      lay();
      shim.count(fault);
      await save('paper.pdf');
      for (const step of stepsUpTo(shim.seen(), 6, chance)) {
        lay();
        shim.arm(fault, step);
        const reply = await save('paper.pdf');
        shim.clear();
        const there = readdirSync(place).map((name) => [
          name,
          readFileSync(join(place, name)).equals(bytes) ? 'whole' : readFileSync(join(place, name), 'utf8'),
        ]);
        const kept = before === null ? [] : [['paper.pdf', before]];
        const refused = !reply.ok && reply.error.code === 'refused' && reply.error.reason === 'file-not-written';
        const isRight = reply.ok
          ? JSON.stringify(there) === '[["paper.pdf","whole"]]'
          : refused && JSON.stringify(there) === JSON.stringify(kept) && (await lastEntry()) === 'document-not-written';
        // Once the file has its name, a folder list that cannot be synced is no reason to say that it is not there.
        if (!isRight || (reply.ok && fault !== lateDisk && fault !== badDisk)) wrong.push({ before, step, reply, there });
      }
    }
    expect(wrong).toEqual([]);
    expect(Buffer.from((await okOf(vault.call('documents.get', { id }))).pdf, 'base64').equals(bytes)).toBe(true);
    expect(await save('after.pdf')).toMatchObject({ ok: true });
    expect(readFileSync(join(place, 'after.pdf')).equals(bytes)).toBe(true);
  });
});

it('a paper saved by short writes is whole', perTest, async () => {
  const { place, shim, bytes, save } = await withPaper();
  shim.arm(shortWrites);
  expect(await save('paper.pdf')).toMatchObject({ ok: true });
  expect(readFileSync(join(place, 'paper.pdf')).equals(bytes)).toBe(true);
});

it('a host without a screen says that it cannot print, and the trail that nothing was printed', perTest, async () => {
  const { vault, id, lastEntry } = await withPaper();
  expect(await vault.call('documents.print', { id })).toEqual({ ok: false, error: { code: 'refused', reason: 'no-printer-here' } });
  expect(await lastEntry()).toBe('document-not-printed');
});
