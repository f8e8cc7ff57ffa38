export type Line = {
  readonly goal: string;
  readonly seed: number;
  readonly trials: number;
  readonly escapes: number;
  readonly first: readonly unknown[];
  readonly defects: readonly { readonly name: string; readonly caught: boolean; readonly found: number; readonly note: string }[];
  readonly seconds: number;
};

const cells = ({ goal, trials, escapes, defects, seconds, seed }: Line): string[] => {
  const caught = defects.filter((defect) => defect.caught).length;
  return [goal, String(trials), String(escapes), `${caught} of ${defects.length}`, String(seconds), String(seed)];
};

/** As it goes into docs/security.md. */
export const tableOfGoals = (lines: readonly Line[]): string => {
  const rows = [['goal', 'trials', 'escapes', 'defects caught', 'seconds', 'seed'], ...lines.map(cells)];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  const lineOf = (row: readonly string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [lineOf(rows[0]!), `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`, ...rows.slice(1).map(lineOf)].join('\n');
};
