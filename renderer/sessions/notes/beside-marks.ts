import type { AreaState } from '../../../shared/consent-form.ts';
import type { Block } from '../../../shared/session-state.ts';
import type { ChartMarks } from '../../ui/chart-marks.ts';

/** Where hands were in a session, over the places as they were in and out; where only one of the two is known, that alone. */
export const noteMarks = (areas: Readonly<Record<string, AreaState>> | null, blocks: readonly Pick<Block, 'areas'>[]): ChartMarks => {
  const done = new Set(blocks.flatMap((block) => block.areas));
  const codes = new Set([...Object.keys(areas ?? {}), ...done]);
  return Object.fromEntries(
    [...codes].map((code) => [code, { state: areas?.[code], today: done.has(code) ? ('done' as const) : undefined }]),
  );
};
