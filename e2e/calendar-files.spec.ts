import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import ICAL from 'ical.js';
import { pdfText } from './fixtures/pdf-tools.ts';
import { fitsEverywhere, scan } from './fixtures/scan.ts';
import { expect, test } from './fixtures/test.ts';
import { openPractice } from './pages/calendar.ts';
import { drop } from './pages/papers.ts';

/** The calendar on paper, to a file, and from one. It is Tuesday 24 November 2026, 10:52. */

let folder = '';
test.beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stillpoint-calendar-'));
});
test.afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('the day sheet is chosen, shown, and saved; the calendar becomes a file another program reads', async ({ startApp }) => {
  const { app, page, book } = await openPractice(startApp);
  const { id } = await book('Maya Rosario', '2026-11-24', '13:00');
  await book('Noor Abadi', '2026-11-26', '10:00');
  await page.reload();
  await page.getByRole('link', { name: 'Calendar' }).click();
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByRole('heading', { name: 'Print the calendar' })).toBeFocused();
  const sheet = page.getByRole('region', { name: 'Day sheet, page 1 of 1' });
  await expect(sheet).toContainText('Tuesday, 24 November 2026');
  await expect(sheet).toContainText('MR');
  await scan(page, 'the day sheet');
  await fitsEverywhere(page, 'the day sheet');
  await page.getByLabel('A week').check();
  await page.getByLabel('Chosen name').check();
  const list = page.getByRole('region', { name: /^Week list, page 1 of/ });
  await expect(list).toContainText('Noor Abadi');
  await app.answerSaveDialog(join(folder, 'week.pdf'));
  await page.getByRole('button', { name: 'Save as a file' }).click();
  await expect(page.getByText('Saved as week.pdf')).toBeVisible();
  expect(pdfText(join(folder, 'week.pdf'))).toMatch(/Maya Rosario[\s\S]*Noor Abadi/);

  await page.getByRole('link', { name: 'Back to the calendar' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Export to a file' }).click();
  await expect(page.getByText('Anyone who has the file can read it.')).toBeVisible();
  await scan(page, 'saving the calendar');
  await fitsEverywhere(page, 'saving the calendar');
  await page.getByLabel('To', { exact: true }).fill('23 11 2026');
  await page.getByRole('button', { name: 'Choose where to save' }).click();
  await expect(page.getByText('This is before the first day')).toBeVisible();
  await page.getByLabel('To', { exact: true }).fill('25 11 2026');
  await app.answerSaveDialog(join(folder, 'days.ics'));
  await page.getByRole('button', { name: 'Choose where to save' }).click();
  await expect(page.getByText('One appointment is in days.ics.')).toBeVisible();
  expect(basename((await app.suggestedNames()).at(-1) ?? '')).toBe('Calendar 2026-11-24 to 2026-11-25.ics');
  const [event, ...more] = new ICAL.Component(ICAL.parse(readFileSync(join(folder, 'days.ics'), 'utf8'))).getAllSubcomponents('vevent');
  expect(more).toEqual([]);
  expect(['uid', 'summary', 'dtstart', 'location'].map((name) => String(event?.getFirstPropertyValue(name)))).toEqual([
    `${id}@stillpoint`,
    'MR',
    '2026-11-24T18:00:00Z',
    'Garden room',
  ]);
});

const other = (count: number): Buffer => {
  const many = Array.from({ length: count }, (_, index) => [
    'BEGIN:VEVENT',
    `UID:weekly-${index}`,
    `SUMMARY:Somebody ${index}`,
    `DTSTART:2027${String(1 + (index % 12)).padStart(2, '0')}${String(1 + (index % 28)).padStart(2, '0')}T150000Z`,
    'DURATION:PT1H',
    'END:VEVENT',
  ]);
  const few = [
    ['UID:1', 'SUMMARY:maya rosario', 'DTSTART;TZID=Eastern Standard Time:20261126T100000', 'DURATION:PT1H'],
    ['UID:2', 'SUMMARY:Course in Toronto', 'DTSTART;VALUE=DATE:20261130', 'DTEND;VALUE=DATE:20261202'],
    ['UID:3', 'SUMMARY:New one', 'DTSTART:20261127T140000', 'DURATION:PT1H'],
    ['UID:4', 'SUMMARY:Elsewhere', 'DTSTART;TZID=Middle-earth:20261127T140000', 'DURATION:PT1H'],
  ].map((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']);
  return Buffer.from(['BEGIN:VCALENDAR', ...[...few, ...many].flat(), 'END:VCALENDAR', ''].join('\r\n'));
};

test('a calendar from elsewhere is looked through, chosen from and taken over, and known the next time', async ({ startApp }) => {
  const { page, book } = await openPractice(startApp);
  await book('Maya Rosario', '2026-11-26', '10:30');
  await book('Noor Abadi', '2026-12-10', '10:00');
  await page.reload();
  await page.getByRole('link', { name: 'Calendar' }).click();
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Import from a file' }).click();
  await drop(page, 'Calendar file', [{ name: 'photo.ics', bytes: Buffer.from('%PDF-1.7') }]);
  await expect(page.getByText('This is not a calendar file.')).toBeVisible();
  await drop(page, 'Calendar file', [{ name: 'other.ics', bytes: other(500) }]);
  const table = page.getByRole('table', { name: 'What is in the file' });
  await expect(page.getByText('1 to 50 of 504')).toBeVisible();
  const becomes = (what: string) => table.getByRole('combobox', { name: `What becomes of ${what}, ` });
  await expect(becomes('maya rosario')).toHaveValue(/.+-.+/);
  await expect(page.getByText('One will be taken over.')).toBeVisible();
  await becomes('Course in Toronto').selectOption('Time away');
  await becomes('New one').selectOption('Appointment of someone else…');
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(page.getByText('Choose the client of one appointment, or leave it out.')).toBeVisible();
  await scan(page, 'a calendar to take over');
  await fitsEverywhere(page, 'a calendar to take over');
  await page.getByRole('combobox', { name: 'Client', exact: true }).fill('noor');
  await page.getByRole('option', { name: /Noor Abadi/ }).click();

  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await expect(page.getByText('51 to 100 of 504')).toBeVisible();
  await page.getByText('Cannot be taken (1)').click();
  await expect(table.getByRole('row', { name: /Elsewhere/ })).toContainText('Its time zone is not known here');
  await page.getByText('To take over (3)').click();
  await expect(table.getByRole('row')).toHaveCount(4);
  await page.getByRole('button', { name: 'Take over', exact: true }).click();
  await expect(page.getByText('2 appointments and one time away are in the calendar now.')).toBeVisible();
  await expect(page.getByText('One stands where something else does')).toBeVisible();
  await scan(page, 'what was taken over');

  await page.getByRole('button', { name: 'Take over another file' }).click();
  await drop(page, 'Calendar file', [{ name: 'other.ics', bytes: other(0) }]);
  await expect(table.getByText('Taken over before.')).toHaveCount(3);
});
