/** What a spreadsheet may take for a formula, also behind blanks and marks of its own (OWASP, CSV injection). */
const formula = /^['\s\p{C}]*[=+\-@＝＋－＠\t\r]/u;

/** The text as no spreadsheet computes it: behind an apostrophe, which `plainAgain` takes away. */
export const neutralised = (text: string): string => (formula.test(text) ? `'${text}` : text);

/** A cell that was neutralised, by us or another program, as it was before. */
export const plainAgain = (text: string): string => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text);

const cell = (text: string): string => `"${neutralised(text).replaceAll('"', '""')}"`;

/** Marks the file as UTF-8 for the spreadsheets that would not look (RFC 4180, with a byte order mark). */
export const csvMark = '\uFEFF';

export const csvLine = (cells: readonly string[]): string => `${cells.map(cell).join(',')}\r\n`;
