import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { AppointmentLine } from '../../shared/appointment.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { details, passphrase, profile } from '../assure/trial-records.ts';
import type { App, AppOptions } from '../fixtures/app.ts';
import { ask } from './map.ts';

/** The calendar: a practice of two practitioners and two rooms, made through calls, and where things are drawn. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

const week = (days: number, from: string, to: string) => Array.from({ length: 7 }, (_, day) => (day < days ? [{ from, to }] : []));

export type Practice = {
  readonly app: App;
  readonly page: Page;
  readonly hana: string;
  readonly tom: string;
  readonly garden: string;
  readonly loft: string;
  readonly service: string;
  /** Books an hour; change what the story is about. */
  readonly book: (name: string, day: string, time: string, more?: Partial<InputOf<'appointments.book'>>) => Promise<AppointmentLine>;
};

type StartApp = (options?: AppOptions) => Promise<App>;

/** Hana in the Garden room from nine to five, Tom in the Loft, on all days but Sunday. */
export const openPractice = async (startApp: StartApp, options: AppOptions & { readonly zone?: string } = {}): Promise<Practice> => {
  const zone = options.zone ?? 'America/Toronto';
  const app = await startApp({ now: '2026-11-24T15:52:00.000Z', ...options, zone });
  const page = app.page();
  await page.getByRole('heading', { name: 'Welcome to Stillpoint' }).waitFor();
  await call(page, 'vault.create', { passphrase, profile: { ...profile, practitionerName: 'Hana Lindqvist', zone } });
  const hana = (await call(page, 'practitioners.list', {})).own ?? '';
  const { id: tom } = await call(page, 'practitioners.save', { id: null, version: 0, details: { name: 'Tom', active: true } });
  const room = async (name: string) =>
    (await call(page, 'rooms.save', { id: null, version: 0, details: { name, note: '', active: true } })).id;
  const [garden, loft] = [await room('Garden room'), await room('Loft')];
  const massage = {
    name: 'Massage',
    minutes: 60,
    before: 0,
    after: 15,
    price: null,
    taxName: '',
    taxRate: 0,
    noteTemplate: '',
    active: true,
  };
  const { id: service } = await call(page, 'services.save', { id: null, version: 0, details: massage });
  await call(page, 'hours.set', { practitionerId: hana, version: 0, week: week(6, '09:00', '17:00') });
  await call(page, 'hours.set', { practitionerId: tom, version: 0, week: week(6, '10:00', '16:00') });
  const clients = new Map<string, string>();
  const clientOf = async (chosenName: string): Promise<string> => {
    const id = clients.get(chosenName) ?? (await call(page, 'clients.create', { ...details, chosenName })).id;
    clients.set(chosenName, id);
    return id;
  };
  const book: Practice['book'] = async (name, day, time, more = {}) => {
    const where = more.practitionerId === tom ? { practitionerId: tom, roomId: loft } : { practitionerId: hana, roomId: garden };
    const clientId = await clientOf(name);
    const asked = { clientId, day, time, ...where, serviceId: service, minutes: 60, before: 0, after: 15, price: null, note: '', ...more };
    return (await call(page, 'appointments.book', asked)).appointment;
  };
  return { app, page, hana, tom, garden, loft, service, book };
};

/** After calls behind its back the page is loaded anew; then the calendar at these days. */
export const openCalendar = async (page: Page, search: Readonly<Record<string, string>> = {}): Promise<void> => {
  await page.reload();
  await page.getByRole('link', { name: 'Calendar' }).waitFor();
  await page.evaluate((asked) => {
    location.hash = `/calendar?${asked}`;
  }, new URLSearchParams(search).toString());
  await expect(page.getByRole('group', { name: 'Appointments' }).or(page.getByRole('table')).or(page.locator('.cal-agenda'))).toBeVisible();
};

/** What the address asks of the page. */
export const addressed = async (page: Page): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(new URLSearchParams((await page.evaluate(() => location.hash)).split('?')[1] ?? ''));

export const eventOf = (page: Page, name: string): Locator => page.locator('.cal-event').filter({ hasText: name });

/** What is told aloud. */
export const said = (page: Page): Locator => page.locator('.cal-page > [role="status"]');

/** In which lane of which day a box stands, and from which minute of the wall to which, told from where it is drawn. */
export const drawnAt = (box: Locator): Promise<{ readonly lane: string; readonly from: string; readonly to: string }> =>
  box.evaluate((element) => {
    const lane = element.closest<HTMLElement>('[data-lane]');
    if (!lane) return { lane: 'on its way', from: '', to: '' };
    const [of, at] = [lane.getBoundingClientRect(), element.getBoundingClientRect()];
    const wall = (y: number): string => {
      const minutes = Math.round(((y - of.top) / of.height) * 1440);
      return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
    };
    return { lane: lane.dataset.lane ?? '', from: wall(at.top), to: wall(at.bottom) };
  });

/** Takes a box at its middle, or its lower edge, and lets go over a minute of a lane. */
export const dragTo = async (page: Page, box: Locator, lane: string, time: string, edge = false): Promise<void> => {
  await holdOver(page, box, lane, time, edge);
  await page.mouse.up();
};

export const holdOver = async (page: Page, box: Locator, lane: string, time: string, edge = false): Promise<void> => {
  await box.scrollIntoViewIfNeeded();
  const from = await box.boundingBox();
  const to = await page.locator(`[data-lane="${lane}"]`).boundingBox();
  if (!from || !to) throw new Error('not on the screen');
  const minute = Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const grabbed = edge ? from.height - 2 : 8;
  await page.mouse.move(from.x + from.width / 2, from.y + grabbed);
  await page.mouse.down();
  const y = to.y + (minute / 1440) * to.height;
  await page.mouse.move(to.x + to.width / 2, y + (edge ? 0 : 8) - 10);
  await page.mouse.move(to.x + to.width / 2, y + (edge ? 0 : 8));
};

/** As the vault has it. */
export const standing = async (page: Page, id: string): Promise<AppointmentLine> =>
  (await call(page, 'appointments.get', { id })).appointment;
