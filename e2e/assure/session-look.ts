import type { Session } from '../../shared/sessions.ts';
import type { Place, Sat } from './session-place.ts';

/** What the record holds, straight from its rows, and everything of it that may never be so. */

const tables = [
  'sessions',
  'session_events',
  'incidents',
  'holds',
  'tasks',
  'consent_maps',
  'health_changes',
  'stop_rehearsals',
  'consent_withdrawals',
] as const;

/** How many rows there are of all that a session leaves. */
export const rowsOf = async ({ world }: Place): Promise<string> => {
  const counts: string[] = [];
  for (const table of tables) {
    const { held } = await world.open.database
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('held'))
      .executeTakeFirstOrThrow();
    counts.push(`${table} ${held}`);
  }
  return counts.join(', ');
};

export const lastEventOf = ({ world }: Place, { id }: Sat) =>
  world.open.database
    .selectFrom('session_events')
    .selectAll()
    .where('session_id', '=', id)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();

export const standingHolds = async ({ world, clientId }: Place): Promise<readonly string[]> => {
  const rows = await world.open.database
    .selectFrom('holds')
    .select('id')
    .where('client_id', '=', clientId)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map(({ id }) => id);
};

/**
 * An incident and a hold are there exactly when redflags.json says so (hold_rule, incident); a plain stop makes neither. A flag that was left
 * ungraded is nothing the rule speaks of.
 */
export const wrongLeft = async ({ world }: Place, { id, stand, closed }: Sat): Promise<readonly string[]> => {
  const incidents = await world.open.database.selectFrom('incidents').select('id').where('session_id', '=', id).execute();
  const holds = await world.open.database.selectFrom('holds').select('id').where('session_id', '=', id).execute();
  const mustHold = stand.held || closed?.underRule === true;
  const mayHold = closed !== null && stand.flag;
  return [
    ...(stand.incident && incidents.length === 0 ? ['there is no incident'] : []),
    ...(stand.incident || mayHold || incidents.length === 0 ? [] : ['there is an incident of nothing']),
    ...(mustHold && holds.length === 0 ? ['there is no hold'] : []),
    ...(mustHold || mayHold || holds.length === 0 ? [] : ['there is a hold of nothing']),
  ];
};

/** The seconds of each stop and the time of hands on are what passed, and never change later. */
export const wrongTimes = ({ stand }: Sat, { state }: Pick<Session, 'state'>): readonly string[] => {
  const stops = stand.stops.filter(({ at, off }) => !state.stops.some((one) => one.at === at && one.handsOffAt === off));
  const spans = stand.spans.filter(([from, to], index) => state.blocks[index]?.startedAt !== from || state.blocks[index]?.endedAt !== to);
  return [
    ...stops.map(({ at, off }) => `a stop at ${at} with hands off at ${off} is told otherwise`),
    ...spans.map(([from, to]) => `hands on from ${from} to ${to} is told otherwise`),
    ...(state.stops.length === stand.stops.length ? [] : [`${state.stops.length} stops are told of ${stand.stops.length}`]),
  ];
};
