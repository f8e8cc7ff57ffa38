import { csvLine } from '../../shared/csv-out.ts';
import { mostColumns } from '../../shared/import-fields.ts';
import type { Chance } from './chance.ts';
import { payload } from './payloads.ts';

/** `mustFail`: nothing of it may be taken, whatever else is in it. */
export type Made = { readonly kind: string; readonly bytes: Buffer; readonly mustFail: boolean };

const head = ['First name', 'Last name', 'Birth date', 'Email', 'Phone', 'Tags', 'Contact wishes', 'Guardian'];
const days = ['1991-03-14', '14/03/1991', '03/04/1991', '29.02.1991', '2999-01-01', 'soon', '', '33311'];
const mails = ['', 'a@example.com', 'no mail', '@', '=1@1'];
const words = ['', 'x'.repeat(600), '\u202e\u200b', '=1+1', '@SUM(A1)', "'=1", '+1 416 555 0142', 'a"b', 'two\nlines', 'é\ud800', 'ﷺ'];

const cell = (chance: Chance, index: number): string => (chance.below(2) === 0 ? payload(chance, index, 60) : chance.pick(words));

const rowOf = (chance: Chance, index: number): readonly string[] => [
  chance.below(8) === 0 ? '' : cell(chance, index),
  cell(chance, index + 1),
  chance.pick(days),
  chance.pick(mails),
  chance.pick(words),
  cell(chance, index + 2),
  cell(chance, index + 3),
  chance.below(4) === 0 ? cell(chance, index + 4) : '',
];

/** Whole, with a formula or worse in most cells. */
const listOf = (chance: Chance): string => {
  const rows = Array.from({ length: 1 + chance.below(12) }, (_, index) => rowOf(chance, index * 5));
  const text = [head, ...rows].map(csvLine).join('');
  return chance.below(2) === 0 ? text : text.replaceAll('","', chance.pick(['";"', '"\t"']));
};

const written = (chance: Chance, text: string): Buffer => {
  switch (chance.below(5)) {
    case 0:
      return Buffer.from(`\uFEFF${text}`, 'utf16le');
    case 1:
      return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();
    case 2:
      return Buffer.from(text, 'latin1');
    default:
      return Buffer.from(text, 'utf8');
  }
};

/** Something else in a few places: another byte, a piece missing, a quotation mark, the end cut off. */
const damaged = (chance: Chance, bytes: Buffer): Buffer => {
  let now = Buffer.from(bytes);
  for (let times = 1 + chance.below(4); times > 0; times -= 1) {
    const at = chance.below(now.length);
    const put = chance.pick([[0x22], [0x0a], [0x2c, 0x2c], [0x00], [0xff], [chance.below(256)], []]);
    now = Buffer.concat([now.subarray(0, at), Buffer.from(put), now.subarray(at + chance.below(3))]);
  }
  return chance.below(3) === 0 ? now.subarray(0, 1 + chance.below(now.length)) : now;
};

const beginnings = ['%PDF-1.7\n', '\x89PNG\r\n\x1a\n', 'PK\x03\x04', 'MZ\x90\x00', '<html>,;', '{"a":1,"b":2}', 'BEGIN:VCALENDAR\r\n'];

const foreign = (chance: Chance): Buffer => {
  const rest = Buffer.from(Array.from({ length: 1 + chance.below(3_000) }, () => chance.below(256)));
  return Buffer.concat([Buffer.from(chance.pick(beginnings), 'latin1'), rest]);
};

/** A few bytes of each of these are more cells, letters or rows than a list may have. */
const bomb = (chance: Chance): Made => {
  const first = csvLine(head);
  const wide = ','.repeat(mostColumns + chance.below(200_000));
  switch (chance.below(3)) {
    case 0:
      return { kind: 'a row of separators', bytes: Buffer.from(`${first}${wide}x\n`), mustFail: true };
    case 1:
      return { kind: 'columns without end', bytes: Buffer.from(`${'a,'.repeat(mostColumns + 1)}${wide}\nx\n`), mustFail: true };
    default:
      return {
        kind: 'a cell without end',
        bytes: Buffer.from(`${first}"${'x\n'.repeat(200_000 + chance.below(300_000))}`),
        mustFail: true,
      };
  }
};

/** More rows than are taken, rarely: they take a second. */
const tall = (): Made => ({ kind: 'too many rows', bytes: Buffer.from(`${csvLine(head)}${'x,\n'.repeat(100_001)}`), mustFail: true });

export const hostileList = (chance: Chance): Made => {
  const kind = chance.below(400);
  if (kind === 0) return tall();
  if (kind < 40) return bomb(chance);
  if (kind < 120) return { kind: 'another file', bytes: foreign(chance), mustFail: true };
  const bytes = written(chance, listOf(chance));
  if (kind < 240) return { kind: 'damaged', bytes: damaged(chance, bytes), mustFail: false };
  return { kind: 'whole', bytes, mustFail: false };
};
