import { Readable } from 'node:stream';
import { CsvError, type Parser, parse } from 'csv-parse';
import { Refusal } from '../../shared/app-error.ts';
import { mostImported, type Separator, separators } from '../../shared/client-import.ts';
import { plainAgain } from '../../shared/csv-out.ts';
import { mostColumns } from '../../shared/import-fields.ts';

/** Bytes of one row, whatever stands between its quotation marks. */
const longestRow = 256 * 1024;

/** A row as a spreadsheet counts it, from 1; blank ones count and are left out. */
export type Row = { readonly row: number; readonly cells: readonly string[] };

/** Excel writes the separator in a line of its own, and shows no such row. */
const said = /^sep=([,;\t])\r?\n/i;
const isSeparator = (text: string | undefined): text is Separator => separators.some((one) => one === text);

/** The first line with its marks in pairs, so that a separator between quotation marks is text. */
const headOf = (text: string): string => /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.trimStart())?.[0].replace(/"(?:[^"]|"")*"/g, '') ?? '';

/** What stands between the cells: as the file says it, else what its first line has most of. */
export const separatorOf = (beginning: string): Separator => {
  const [, named] = said.exec(beginning) ?? [];
  if (isSeparator(named)) return named;
  const head = headOf(beginning.slice(0, 64 * 1024));
  const counted = separators.map((separator) => ({ separator, times: head.split(separator).length - 1 }));
  return counted.reduce((most, one) => (one.times > most.times ? one : most)).separator;
};

/** @throws Refusal csv-too-wide, before a row of nothing but separators fills the memory */
const taken = (cell: string, { column, records }: { readonly column: string | number; readonly records: number }): string => {
  if (Number(column) >= mostColumns) throw new Refusal('csv-too-wide', { row: records + 1, limit: mostColumns });
  return plainAgain(cell.trim());
};

const parserFor = (separator: Separator): Parser =>
  parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    cast: taken,
    max_record_size: longestRow,
    relax_column_count: true,
    // A mark inside a cell that does not begin with one is what somebody wrote: Anna "Annie" Lee.
    relax_quotes: true,
  });

const refusalFor = (failure: unknown): unknown => {
  if (!(failure instanceof CsvError)) return failure;
  const row = Number(failure.records ?? 0) + 1;
  return failure.code === 'CSV_MAX_RECORD_SIZE' ? new Refusal('csv-row-too-long', { row }) : new Refusal('csv-unreadable', { row });
};

async function* withoutSaid(text: AsyncIterable<string>): AsyncGenerator<string> {
  let isFirst = true;
  for await (const piece of text) {
    yield isFirst ? piece.replace(said, '') : piece;
    isFirst = false;
  }
}

/** The rows of a list one after the other (RFC 4180). @throws Refusal csv-unreadable, csv-row-too-long, csv-too-wide, csv-too-many */
export async function* rowsIn(text: AsyncIterable<string>, separator: Separator): AsyncGenerator<Row> {
  const source = Readable.from(withoutSaid(text));
  const parser = parserFor(separator);
  // What the text itself is refused for reaches whoever reads the rows.
  source.on('error', (failure) => parser.destroy(failure));
  let row = 0;
  let people = 0;
  try {
    for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
      row += 1;
      if (cells.every((cell) => cell === '')) continue;
      people += 1;
      if (people > mostImported + 1) throw new Refusal('csv-too-many', { limit: mostImported });
      yield { row, cells };
    }
  } catch (failure) {
    throw refusalFor(failure);
  } finally {
    source.destroy();
    parser.destroy();
  }
}
