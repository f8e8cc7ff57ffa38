import { z } from 'zod';
import { aftercareFor, type FollowUpKind, followUpFor } from '../../shared/follow-up.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import type { SessionState } from '../../shared/session-state.ts';
import type { SessionEnd } from '../../shared/sessions.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, calendarDayFromTyped } from '../../shared/time.ts';

const TaskTyped = z.strictObject({ what: z.enum(['home-safe', 'message', 'therapist', 'review']), isTicked: z.boolean(), due: z.string() });
export type TaskTyped = z.infer<typeof TaskTyped>;

/** What stands on the page of closing and is told when the session is closed. Days as they were typed. */
export const ClosingTyped = z.strictObject({
  aftercare: z.array(z.string()),
  how: z.string(),
  withWhom: z.string(),
  advised: z.boolean(),
  remember: z.string(),
  tasks: z.array(TaskTyped),
  left: z.string(),
});
export type ClosingTyped = z.infer<typeof ClosingTyped>;

type About = { readonly today: CalendarDay; readonly hasTherapist: boolean; readonly typed: (day: CalendarDay) => string };

/** As the page begins: what was told before, else what the session calls for. */
export const closingOf = (content: SessionContent, state: SessionState, { typed, ...about }: About): ClosingTyped => ({
  aftercare: state.aftercare?.items ?? aftercareFor(content, state).flatMap(({ item, isTicked }) => (isTicked ? [item.id] : [])),
  how: state.wayHome?.how ?? '',
  withWhom: state.wayHome?.withWhom ?? '',
  advised: state.wayHome?.advisedAgainstDriving ?? false,
  remember: '',
  tasks: followUpFor(content, state, about).map(({ what, dueOn, isTicked }) => ({ what, isTicked, due: typed(dueOn) })),
  left: '',
});

/** Ticked, and no day is read from what was typed. */
export const tasksWithoutDay = ({ tasks }: ClosingTyped): readonly FollowUpKind[] =>
  tasks.flatMap(({ what, isTicked, due }) => (isTicked && calendarDayFromTyped(due) === null ? [what] : []));

export const endOf = ({ left, tasks }: ClosingTyped): SessionEnd => ({
  left,
  tasks: tasks.flatMap(({ what, isTicked, due }) => {
    const dueOn = calendarDayFromTyped(due);
    return isTicked && dueOn ? [{ what, dueOn, note: '' }] : [];
  }),
});

const sameItems = (one: readonly string[], other: readonly string[]): boolean => [...one].sort().join() === [...other].sort().join();

/** What is told before the session is closed: nothing twice, also where closing was tried before. */
export const untold = (
  state: Pick<SessionState, 'aftercare' | 'wayHome' | 'remarks'>,
  typed: ClosingTyped,
): { readonly aftercare: boolean; readonly wayHome: boolean; readonly remark: boolean } => {
  const { aftercare, wayHome, remarks } = state;
  const hasWay = shows(typed.how) || shows(typed.withWhom) || typed.advised;
  const isSameWay = wayHome?.how === typed.how && wayHome.withWhom === typed.withWhom && wayHome.advisedAgainstDriving === typed.advised;
  return {
    aftercare: aftercare === null || !sameItems(aftercare.items, typed.aftercare),
    wayHome: (hasWay || wayHome !== null) && !isSameWay,
    remark: shows(typed.remember) && !remarks.some(({ words }) => words === typed.remember),
  };
};
