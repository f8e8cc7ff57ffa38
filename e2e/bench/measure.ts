/** Times of many runs of one thing, in milliseconds. */
export type Times = { readonly p50: number; readonly p95: number; readonly runs: number };

export const timesOf = (measured: readonly number[]): Times => {
  const sorted = [...measured].sort((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), runs: sorted.length };
};

export const timed = async (work: () => unknown): Promise<number> => {
  const started = performance.now();
  await work();
  return performance.now() - started;
};

/** One after the other, as a person works. */
export const repeated = async (runs: number, work: (run: number) => unknown): Promise<Times> => {
  const measured: number[] = [];
  for (let run = 0; run < runs; run += 1) measured.push(await timed(() => work(run)));
  return timesOf(measured);
};

/** Two things in turn, so that whatever else the machine does meanwhile falls on both. */
export const sideBySide = async (
  runs: number,
  ours: (run: number) => unknown,
  bare: (run: number) => unknown,
): Promise<{ readonly ours: Times; readonly bare: Times }> => {
  const first: number[] = [];
  const second: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    first.push(await timed(() => ours(run)));
    second.push(await timed(() => bare(run)));
  }
  return { ours: timesOf(first), bare: timesOf(second) };
};

export type Row = {
  readonly what: string;
  /** In the unit of `measured`; null where there is none and the number is only told. */
  readonly budget: number | null;
  readonly measured: number;
  readonly unit: 'ms' | 'MB';
  /** How much the bare thing beside it takes, and what that is. */
  readonly against?: { readonly measured: number; readonly what: string };
};

const number = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2));

const cells = ({ what, budget, measured, unit, against }: Row): string[] => [
  what,
  budget === null ? '' : `< ${budget} ${unit}`,
  `${number(measured)} ${unit}`,
  against ? `${number(measured / against.measured)} x` : '',
  against ? `${against.what} ${number(against.measured)} ${unit}` : '',
  budget === null ? '' : measured < budget ? 'ok' : 'OVER',
];

export const tableOf = (rows: readonly Row[]): string => {
  const lines = [['what', 'budget', 'measured', 'ratio', 'against', ''], ...rows.map(cells)];
  const widths = lines[0]!.map((_, column) => Math.max(...lines.map((line) => line[column]!.length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};
