import type { AreaState } from '../../../shared/consent-form.ts';
import type { ChartMarks } from '../../ui/chart-marks.ts';

type States = Readonly<Record<string, AreaState>>;

/** What lies over each other on a chart beside a note; a layer that is not shown is null or empty. */
export type NoteLayers = {
  /** In, ask, out: as it was kept with a note, or as the client marked it. */
  readonly states: States | null;
  /** Where hands were. */
  readonly done: readonly string[];
  /** Places something in health limits. */
  readonly limited?: readonly string[];
};

/** Where hands were, over the places as they were in and out; where only one of the layers is known, that alone. */
export const noteMarks = ({ states, done, limited = [] }: NoteLayers): ChartMarks => {
  const [worked, held] = [new Set(done), new Set(limited)];
  const codes = new Set([...Object.keys(states ?? {}), ...worked, ...held]);
  return Object.fromEntries(
    [...codes].map((code) => [
      code,
      { state: states?.[code], today: worked.has(code) ? ('done' as const) : undefined, limited: held.has(code) },
    ]),
  );
};

/** Two dates side by side: a place is changed where hands were on it on one of them alone, or what may be done there became another. */
export const comparedMarks = (before: NoteLayers, after: NoteLayers): { readonly before: ChartMarks; readonly after: ChartMarks } => {
  const [older, newer] = [noteMarks(before), noteMarks(after)];
  // Where no map was kept nothing can be said to differ from it.
  const isMapped = before.states !== null && after.states !== null;
  const differs = (code: string): boolean =>
    older[code]?.today !== newer[code]?.today || (isMapped && (older[code]?.state ?? 'no') !== (newer[code]?.state ?? 'no'));
  const changed = new Set([...Object.keys(older), ...Object.keys(newer)].filter(differs));
  const side = (marks: ChartMarks): ChartMarks =>
    Object.fromEntries(
      [...new Set([...Object.keys(marks), ...changed])].map((code) => [code, { ...marks[code], changed: changed.has(code) }]),
    );
  return { before: side(older), after: side(newer) };
};
