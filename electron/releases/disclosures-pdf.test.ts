import { describe, expect, test } from 'vitest';
import type { Disclosure } from '../../shared/disclosures.ts';
import { checkOf, fontsOf, infoOf, inkOutside, openedUp, pagesOf, textOf } from '../documents/pdf.test-world.ts';
import { type Accounting, drawAccounting } from './disclosures-pdf.ts';
import { words } from './disclosures-pdf-words.ts';

const id = '0193a5c2-7b1e-7c3d-8a4f-1234567890ab';

const left: Disclosure = {
  id,
  clientId: id,
  on: '2026-11-20',
  recordedAt: '2026-11-20T15:58:07.000Z',
  recordedBy: 'Hana Lindqvist',
  contactId: id,
  toName: 'Dr. Adaeze Okafor',
  way: 'post, marked confidential',
  kinds: ['attendance', 'response'],
  what: 'Short progress update of 20 November 2026',
  purpose: 'coordinate_care',
  why: 'To keep to one plan.',
  basis: 'release',
  releaseId: '0193a5c2-7b1e-7c3d-8a4f-00000000000f',
  basisWords: '',
  letterId: id,
};

const sheet: Accounting = {
  documentId: id,
  client: { legalName: 'Maya Rosario', chosenName: 'Maya', birthDate: '1991-03-14' },
  disclosures: [left],
  practice: { practiceName: 'Alder Room', address: '12 Elm Street, Toronto', paper: 'letter' },
  zone: 'America/Toronto',
  madeAt: '2026-11-24T16:32:07.000Z',
  appVersion: '0.1.0',
};

const textOn = async (changes: Partial<Accounting> = {}): Promise<string> =>
  textOf(await drawAccounting({ ...sheet, ...changes })).replace(/\s+/gu, ' ');

describe('the accounting on paper', () => {
  test('says whose it is, and of each entry the day, to whom and how, what, why and on what', async () => {
    const text = await textOn();
    for (const said of [
      'Name Maya Rosario Called Maya Date of birth 14 March 1991 Made 24 November 2026 at 11:32:07, America/Toronto (UTC-05:00) Entries 1',
      words.what,
      '20 November 2026 written down by Hana Lindqvist',
      'Dr. Adaeze Okafor post, marked confidential',
      'Short progress update of 20 November 2026',
      'dates of visits, the response',
      'To work together',
      'To keep to one plan.',
      'With the client’s signed permission',
    ])
      expect(text.replaceAll(' ', '')).toContain(said.replaceAll(' ', ''));
    expect(text.replaceAll(/[ -]/g, '')).toContain('00000000000f');
  });

  test.each([
    ['none', 'Without a permission'],
    ['emergency', 'In an emergency'],
    ['legal_duty', 'Under a legal duty'],
    ['to_client', 'Given to the client'],
  ] as const)('tells on what it stood, as what it was: %s', async (basis, said) => {
    const told = {
      ...left,
      basis,
      releaseId: null,
      basisWords: 'Spoke before I thought.',
      recordedAt: '2026-11-23T15:00:00.000Z',
      purpose: null,
    };
    const text = await textOn({ disclosures: [told] });
    expect(text).toContain(said);
    expect(text).toContain('Spoke before I thought.');
    expect(text).toContain('written down 23 November 2026 by Hana');
    expect(text).not.toContain('signed permission');
  });

  test('says that nothing left where nothing did', async () => {
    const text = await textOn({ disclosures: [] });
    expect(text).toContain(words.none);
    expect(text).not.toContain(words.columns.why);
  });

  test('is a sound, tagged, embedded, passive file, with its titles on each of many pages', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({
      ...left,
      toName: index % 2 ? 'דוד כהן' : 'W'.repeat(120),
      what: `Entry ${index}.`,
    }));
    const pdf = await drawAccounting({ ...sheet, disclosures: many });
    expect(checkOf(pdf)).toContain('No syntax or stream encoding errors found');
    expect(infoOf(pdf)).toMatch(/Title: +What left this practice\n[\s\S]*Tagged: +yes/);
    expect(fontsOf(pdf).filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([]);
    expect(openedUp(pdf)).not.toMatch(/\/(JavaScript|JS|OpenAction|Launch|URI|AA)\b/);
    expect(inkOutside(pdf, 53)).toBe(0);
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(10);
    for (const page of pages) expect(page).toContain(words.columns.to);
    for (const { what } of many) expect(pages.join(' ')).toContain(what);
  });
});
