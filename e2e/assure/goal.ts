import type { Edit } from './broken-build.ts';
import type { Chance } from './chance.ts';

export type Asked = { readonly chance: Chance; readonly trials: number };

/** `escapes`: what went wrong and was not stopped, each with what it takes to see it again; a goal is met with none. */
export type Result = { readonly trials: number; readonly escapes: readonly unknown[] };

/** Something broken on purpose that the same trials must find, or their zero means nothing. */
export type Defect = {
  readonly name: string;
  /** Trials within which it must be found. */
  readonly trials: number;
  /** Makes a broken build of our sources. */
  readonly edits?: readonly Edit[];
  /** Another program, or another way of the trial itself. */
  readonly env?: Readonly<Record<string, string>>;
};

export type Goal = {
  readonly name: string;
  /** Trials of the full run, of the quick one, and within `npm test`. */
  readonly trials: { readonly full: number; readonly quick: number; readonly test: number };
  readonly run: (asked: Asked) => Promise<Result>;
  readonly defects: readonly Defect[];
};
