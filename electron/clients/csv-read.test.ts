import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Refusal } from '../../shared/app-error.ts';
import type { Separator } from '../../shared/client-import.ts';
import { csvLine } from '../../shared/csv-out.ts';
import { rowsIn, separatorOf } from './csv-read.ts';
import { beginningOf, encodingOf, textOf } from './csv-text.ts';

const rowsOf = async (bytes: Uint8Array, separator?: Separator): Promise<readonly (readonly [number, ...string[]])[]> => {
  const encoding = encodingOf(bytes);
  const rows: [number, ...string[]][] = [];
  for await (const { row, cells } of rowsIn(textOf(bytes, encoding), separator ?? separatorOf(beginningOf(bytes, encoding))))
    rows.push([row, ...cells]);
  return rows;
};

const refusalOf = (bytes: Uint8Array): Promise<unknown> =>
  rowsOf(bytes).then(
    () => 'taken',
    (failure) => (failure instanceof Refusal ? failure.error : failure),
  );

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a list', () => {
  const text = 'Name;Wishes\r\nZoë Łęcka;"Text only; ""no"" calls\nplease"\r\n';
  const rows = [
    [1, 'Name', 'Wishes'],
    [2, 'Zoë Łęcka', 'Text only; "no" calls\nplease'],
  ];

  test.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf-8'],
    ['UTF-16, low byte first', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16, high byte first', swapped(`\uFEFF${text}`), 'utf-16be'],
    ['UTF-16 without its mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16, high byte first, without its mark', swapped(text), 'utf-16be'],
  ])('in %s is read as it was written', async (_, bytes, encoding) => {
    expect(encodingOf(bytes)).toBe(encoding);
    expect(await rowsOf(bytes)).toEqual(rows);
  });

  test('in Windows-1252 is told from UTF-8', async () => {
    const bytes = Buffer.concat([Buffer.from('Name,Price\nJos'), Buffer.from([0xe9, 0x20, 0x93, 0x80, 0x94]), Buffer.from(',1\n')]);
    expect(encodingOf(bytes)).toBe('windows-1252');
    expect(await rowsOf(bytes)).toEqual([
      [1, 'Name', 'Price'],
      [2, 'José “€”', '1'],
    ]);
  });

  test.each([
    ['a,b\n1,2', ','],
    ['a;b,c;d\n', ';'],
    ['a\tb\n', '\t'],
    ['"a;b;c",d\n', ','],
    ['sep=;\r\na,b;c\r\n', ';'],
    ['alone\n', ','],
  ])('%j has %j between its cells', (beginning, separator) => {
    expect(separatorOf(beginning)).toBe(separator);
  });

  test('is counted as a spreadsheet counts it, blank rows too, whatever ends its lines', async () => {
    expect(await rowsOf(Buffer.from('sep=,\r\na,b\r\n\n,\r1,2\r\n"x\r\ny",3'))).toEqual([
      [1, 'a', 'b'],
      [4, '1', '2'],
      [5, 'x\r\ny', '3'],
    ]);
  });

  test('with a mark in the middle of a cell is read as somebody wrote it', async () => {
    expect(await rowsOf(Buffer.from(`a,b\nAnna "Annie" Lee,5'10" tall\n'=1+1,'t Hooft\n`))).toEqual([
      [1, 'a', 'b'],
      [2, 'Anna "Annie" Lee', `5'10" tall`],
      [3, '=1+1', "'t Hooft"],
    ]);
  });

  test('is read in pieces of any size as in one', async () => {
    const long = Buffer.from(csvLine(['é"ü', 'ł\n,', 'x'.repeat(70)]).repeat(6_000));
    expect(long.length).toBeGreaterThan(512 * 1024);
    const read = await rowsOf(long);
    expect([read.length, new Set(read.map(([, ...cells]) => cells.join('|'))).size]).toEqual([6_000, 1]);
  });

  test('that we wrote is read again cell by cell', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', 'é', '"', ',', ';', '\n', '=', "'", ' ', '李') }).map((one) => one.trim());
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 5 }), async (cells) => {
        const written = cells.map((row) => ['x', ...row]);
        const read = await rowsOf(Buffer.from(written.map(csvLine).join('')), ',');
        expect(read.map(([, ...row]) => row)).toEqual(written);
      }),
      { numRuns: 50 },
    );
  });

  test('that cannot be read, or would fill the memory, is refused with its row', async () => {
    expect(await refusalOf(Buffer.from('a,b\n"1,2\n'))).toEqual({ code: 'refused', reason: 'csv-unreadable', details: { row: 2 } });
    expect(await refusalOf(Buffer.from('a,b\n1,\0\n'))).toMatchObject({ reason: 'csv-unreadable' });
    expect(await refusalOf(Buffer.from(`a,b\n${','.repeat(2_000_000)}`))).toMatchObject({ reason: 'csv-too-wide', details: { row: 2 } });
    expect(await refusalOf(Buffer.from(`a,b\n"${'x\n'.repeat(200_000)}`))).toMatchObject({ reason: 'csv-row-too-long' });
    expect(await refusalOf(Buffer.from(`a,b\n${'x,\n'.repeat(100_001)}`))).toMatchObject({ reason: 'csv-too-many' });
  });
});
