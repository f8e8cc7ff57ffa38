import type { Allowed, AllowedArea, AllowedReason, Reason } from '../../shared/allowed.ts';
import { runningBlock, type SessionState } from '../../shared/session-state.ts';
import type { AreaMark, ChartMarks } from '../ui/chart-marks.ts';

/** Nobody said anything of it: it is out, and drawn as skin, so that what was said stands out. */
const unsaid: readonly AllowedReason[] = ['not-marked', 'no-map'];
const limiting: readonly AllowedReason[] = ['finding', 'finding-cap', 'outside-clearance', 'clearance-cap'];

const heldBy = ({ holds, reasons }: AllowedArea): AreaMark['state'] =>
  holds === 'no' && reasons.length > 0 && reasons.every(({ code }) => unsaid.includes(code)) ? undefined : holds;

/** What is allowed now, with the work of this session and what is planned next. */
export const marksNow = (allowed: Allowed, state: SessionState, planned: readonly string[]): ChartMarks => {
  const now = runningBlock(state)?.areas ?? [];
  const done = state.blocks.filter(({ endedAt }) => endedAt !== null).flatMap(({ areas }) => areas);
  return Object.fromEntries(
    allowed.areas.map((area): readonly [string, AreaMark] => {
      const { code, reasons } = area;
      const order = planned.indexOf(code);
      return [
        code,
        {
          state: heldBy(area),
          limited: reasons.some((reason) => limiting.includes(reason.code)),
          today: now.includes(code) ? 'now' : done.includes(code) ? 'done' : undefined,
          order: order < 0 ? undefined : order + 1,
        },
      ];
    }),
  );
};

const caps: readonly AllowedReason[] = ['ceiling', 'today-ceiling', 'area-ceiling', 'finding-cap', 'clearance-cap', 'medicine-cap'];

/** Says how firm, not whether. */
export const isCap = ({ code }: Reason): boolean => caps.includes(code);
