import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures/test.ts';
import { addClient } from './pages/clients.ts';
import { makePractice, passphrase, unlock } from './pages/door.ts';
import { clientId } from './pages/handover.ts';
import { openHealth } from './pages/health.ts';
import { ask } from './pages/map.ts';

/** What is of a day, on a screen that is left open over midnight. */

const folder = mkdtempSync(join(tmpdir(), 'stillpoint-midnight-'));
test.afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a clearance that ended at midnight is over on a health page that stood open', async ({ startApp }) => {
  test.setTimeout(120_000);
  const [data, zone] = [join(folder, 'practice'), 'America/Toronto'];
  const first = await startApp({ data, zone, now: '2026-11-24T15:58:00Z' });
  await makePractice(first.page());
  await addClient(first.page(), { chosenName: 'Maya Rosario' });
  const id = await clientId(first.page(), 'maya');
  const { finding } = await ask<{ readonly finding: { readonly id: string } }>(first.page(), 'health.add', {
    clientId: id,
    itemId: 'major-surgery',
  });
  const asked = { clientId: id, findingIds: [finding.id], contactId: null, of: 'Dr. Okafor', way: 'letter', askedOn: '2026-11-20' };
  const { id: clearanceId } = await ask<{ readonly id: string }>(first.page(), 'clearance.request', asked);
  const scope = { areas: null, ceiling: null, minutes: null, words: '' };
  const reply = { clearanceId, receivedOn: '2026-11-24', from: 'Dr. Okafor', way: 'letter', outcome: 'cleared', scope };
  await ask(first.page(), 'clearance.record', { ...reply, endsOn: '2026-11-25' });
  await first.stop();

  const app = await startApp({ data, zone, now: '2026-11-25T04:59:37Z' });
  const page = app.page();
  await unlock(page, passphrase);
  await expect(page.getByRole('heading', { name: 'Today' })).toBeVisible();
  await page.clock.setFixedTime('2026-11-25T04:59:50Z');
  await openHealth(page, id);
  const ready = page.locator('.ready');
  await expect(ready).toHaveAttribute('data-state', 'waiting');
  const today = async (): Promise<string> => (await ask<{ readonly today: string }>(page, 'readiness.of', { clientId: id })).today;
  expect(await today()).toBe('2026-11-24');
  await expect.poll(today, { timeout: 30_000 }).toBe('2026-11-25');
  await expect(ready).toHaveAttribute('data-state', 'waiting');
  await page.clock.setFixedTime('2026-11-25T05:00:30Z');
  await page.clock.fastForward(61_000);
  await expect(ready).toHaveAttribute('data-state', 'needs-clearance');
});
