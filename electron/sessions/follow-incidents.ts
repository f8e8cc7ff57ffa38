import { Temporal } from 'temporal-polyfill';
import type { Hold } from '../../shared/incidents.ts';
import { isLeftUnderRule } from '../../shared/resume-rule.ts';
import type { Episode } from '../../shared/session-state.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { makeTask } from '../schedule/tasks-service.ts';
import { holdsOfClientRows, incidentsOfSession, insertHold, insertIncident, type KeptIncident } from './incidents-repository.ts';
import type { Told } from './kept-session.ts';
import { momentAt } from './session-clock.ts';
import { words } from './session-words.ts';

const keepIncident = async (tx: Tx, practice: Practice, { kept, marks }: Told, episode: Episode): Promise<string> => {
  const id = practice.newId();
  await insertIncident(tx, {
    id,
    sessionId: kept.id,
    episode: episode.n,
    clientId: kept.clientId,
    openedAt: momentAt(marks, episode.openedAt),
  });
  await recordAudit(tx, practice, { clientId: kept.clientId, recordId: id }, 'incident-opened');
  return id;
};

/** What it comes from: a grade of D3, D4, H3 or H4, else the P-code (redflags.json, hold_rule). */
const holdOf = ({ seen, action }: Episode): Pick<Hold, 'cause' | 'what'> => {
  const grade = seen.flatMap(({ dissociation, arousal }) => [dissociation, arousal]).filter((one) => one !== null && one.slice(1) >= '3');
  const [worst] = grade.sort((one, other) => ((one ?? '').slice(1) < (other ?? '').slice(1) ? 1 : -1));
  return worst ? { cause: 'grade', what: worst } : { cause: 'action', what: action ?? '' };
};

/** A hold, once for each incident. */
const placeHold = async (tx: Tx, practice: Practice, told: Told, incidentId: string, hold: Pick<Hold, 'cause' | 'what'>): Promise<void> => {
  const { clientId, id: sessionId } = told.kept;
  const id = practice.newId();
  await insertHold(tx, { id, clientId, sessionId, incidentId, ...hold, since: practice.now() });
  await recordAudit(tx, practice, { clientId, recordId: id }, 'hold-placed');
};

/** Somebody must be told, and the day is the day of the content. */
const followUpDays = (practice: Practice, { seen }: Episode): number => {
  const items = seen.flatMap(({ item, dissociation, arousal }) => [item, dissociation, arousal]);
  const days = practice.content.session.seen.filter(({ id, grade }) => items.includes(id) || (grade !== null && items.includes(grade)));
  return Math.min(7, ...days.map(({ followUpDays: one }) => one));
};

const dueOn = async (reading: Practice, days: number): Promise<CalendarDay> =>
  Temporal.PlainDate.from(await todayHere(reading))
    .add({ days })
    .toString();

/** The incident record of an episode, with a task to follow it up; made once. */
const incidentFor = async (tx: Tx, reading: Practice, told: Told, known: readonly KeptIncident[], episode: Episode): Promise<string> => {
  const kept = known.find((one) => one.episode === episode.n);
  if (kept) return kept.id;
  const id = await keepIncident(tx, reading, told, episode);
  await makeTask(tx, reading, {
    title: words.followUp,
    note: '',
    dueOn: await dueOn(reading, followUpDays(reading, episode)),
    clientId: told.kept.clientId,
    audience: 'clinical',
  });
  return id;
};

/**
 * What an event leads to: an incident record for each episode that is one, with a task to follow it up; and a hold at once for D3, D4, H3, H4
 * and any P4 or P5. `reading` reads in the transaction. In the transaction that keeps the event, so that there is never the one without the other.
 */
export const followIncidents = async (tx: Tx, reading: Practice, before: Told, after: Told): Promise<void> => {
  const known = await incidentsOfSession(tx, after.kept.id);
  for (const episode of after.state.episodes) {
    const was = before.state.episodes.find(({ n }) => n === episode.n);
    if (!episode.incident && episode.weight !== 'never') continue;
    const id = await incidentFor(tx, reading, after, known, episode);
    if (episode.weight === 'never' && was?.weight !== 'never') await placeHold(tx, reading, after, id, holdOf(episode));
  }
};

/**
 * Closed under the resume rule: each episode that touch did not start again after holds the next session (redflags.json, hold_rule). One that
 * was never graded is an incident now.
 */
export const holdUnderRule = async (tx: Tx, reading: Practice, told: Told): Promise<void> => {
  const known = await incidentsOfSession(tx, told.kept.id);
  const held = new Set((await holdsOfClientRows(tx, told.kept.clientId)).map(({ incidentId }) => incidentId));
  for (const episode of told.state.episodes.filter(isLeftUnderRule)) {
    const id = await incidentFor(tx, reading, told, known, episode);
    if (!held.has(id)) await placeHold(tx, reading, told, id, { cause: 'closed-under-rule', what: '' });
  }
};
