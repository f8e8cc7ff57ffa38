import { noVisit, type Visit } from '../../shared/allowed.ts';
import { type CalendarDay, startOfDay, type Zone } from '../../shared/time.ts';
import { visitFrom } from '../../shared/visit-facts.ts';
import type { Practice } from '../practice/practice.ts';
import { nowIn, toldOfAll } from './kept-session.ts';
import { sessionsSince } from './sessions-repository.ts';

/** What the sessions of today, and one that is still open, add to what is allowed. */
export const visitOf = async (
  practice: Practice,
  clientId: string,
  here: { readonly today: CalendarDay; readonly zone: Zone },
): Promise<Visit> => {
  const sessions = await sessionsSince(practice.db, clientId, startOfDay(here.today, here.zone));
  if (sessions.length === 0) return noVisit;
  const told = await toldOfAll(practice, practice.db, sessions);
  return visitFrom(
    practice.content.session,
    told.map((one) => ({ state: one.state, now: nowIn(practice, one), isOpen: one.kept.ended === null })),
  );
};
