import { expect } from '@playwright/test';
import type { Page } from 'playwright-core';
import { startApp } from '../fixtures/app.ts';
import { callFrom } from '../fixtures/stillpoint.ts';
import { openCalendar, openPractice } from '../pages/calendar.ts';
import type { Row } from './measure.ts';

const monday = 23;
const perLane = 9;

/** Four practitioners with nine appointments each on six days: 216 on the screen of a week. */
const fill = async (page: Page, { clientId, serviceId }: { readonly clientId: string; readonly serviceId: string }): Promise<number> => {
  for (const name of ['Bo', 'Cy']) await callFrom(page, 'practitioners.save', { id: null, version: 0, details: { name, active: true } });
  const { value } = (await callFrom(page, 'practitioners.list', {})) as { value: { practitioners: { id: string }[] } };
  const days = [0, 1, 2, 3, 4, 5].map((later) => `2026-11-${monday + later}`);
  const asked = value.practitioners.flatMap(({ id: practitionerId }) =>
    days.flatMap((day) =>
      Array.from({ length: perLane }, (_, index) => ({ practitionerId, day, time: `${String(8 + index).padStart(2, '0')}:00` })),
    ),
  );
  const same = { clientId, serviceId, roomId: null, minutes: 45, before: 0, after: 10, price: null, note: '', override: 'Measured' };
  for (const one of asked) await callFrom(page, 'appointments.book', { ...same, ...one });
  return asked.length;
};

/** In the window: what the browser tells of tasks over 50 ms. */
const watchTasks = (): void => {
  const told = { longest: 0 };
  const begun = performance.now();
  new PerformanceObserver((list) => {
    for (const { duration, startTime } of list.getEntries()) {
      // Some of what went before is told late.
      if (startTime < begun) continue;
      told.longest = Math.max(told.longest, duration);
    }
  }).observe({ type: 'longtask' });
  Object.assign(window, { told });
};

const tasksTold = (page: Page): Promise<{ longest: number }> =>
  page.evaluate(() => (window as unknown as { told: { longest: number } }).told);

const dragAbout = async (page: Page): Promise<void> => {
  const box = await page.locator('[data-movable]').first().boundingBox();
  const lanes = await page.locator('[data-lane]').evaluateAll((all) => all.map((lane) => lane.getBoundingClientRect().left + 20));
  if (!box) throw new Error('nothing to drag');
  await page.mouse.move(box.x + 20, box.y + 8);
  await page.mouse.down();
  for (let step = 0; step < 240; step += 1) await page.mouse.move(lanes[step % lanes.length] ?? 200, 200 + ((step * 37) % 500));
  await page.keyboard.press('Escape');
  await page.mouse.up();
};

/** The longest task of the window while one of more than 200 appointments is dragged over all lanes. */
export const calendarDrag = async (): Promise<Row[]> => {
  const { app, page, service, book } = await openPractice(startApp);
  try {
    const { clientId } = await book('Maya Rosario', '2026-12-20', '09:00', { override: 'Measured' });
    const count = await fill(page, { clientId, serviceId: service });
    await openCalendar(page);
    await expect(page.locator('.cal-event')).toHaveCount(count);
    await page.evaluate(watchTasks);
    await dragAbout(page);
    const told = await tasksTold(page);
    return [
      {
        what: `longest task while dragging over ${count} appointments (0: none over 50 ms)`,
        budget: 50,
        measured: told.longest,
        unit: 'ms',
      },
    ];
  } finally {
    await app.stop();
  }
};
