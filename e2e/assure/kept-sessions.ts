import type { Connection } from '../../electron/store/open.ts';

type Row = Readonly<Record<string, unknown>>;

/** What the closed practice holds of sessions: their events in order, how many ended, and what follows from them. */
export type KeptSessions = {
  readonly events: readonly string[];
  readonly ended: number;
  readonly incidents: number;
  /** By what they come from. */
  readonly holds: readonly string[];
  readonly tasks: number;
};

const all = (db: Connection, sql: string): Row[] => db.prepare(sql).all() as Row[];

export const sessionsIn = (db: Connection): KeptSessions => ({
  events: all(db, 'select kind from session_events order by session_id, seq').map(({ kind }) => String(kind)),
  ended: all(db, 'select id from sessions where ended_at is not null').length,
  incidents: all(db, 'select id from incidents').length,
  holds: all(db, 'select cause from holds order by since').map(({ cause }) => String(cause)),
  tasks: all(db, 'select id from tasks').length,
});

/** What stands in the trail stands in the record, and the other way round; and of a session nothing is left out in the middle. */
export const brokenSessions = (db: Connection, audit: readonly Row[]): string[] => {
  const inTrail = (action: string): number => audit.filter((row) => row.action === action).length;
  const pairs = [
    ['sessions', 'select id from sessions', 'session-started'],
    ['events', 'select id from session_events', 'session-recorded'],
    ['closed sessions', 'select id from sessions where ended_at is not null', 'session-closed'],
    ['incidents', 'select id from incidents', 'incident-opened'],
    ['incidents followed up', 'select id from incidents where resolved_at is not null', 'incident-resolved'],
    ['holds', 'select id from holds', 'hold-placed'],
    ['holds overridden', "select id from holds where ended_how = 'overridden'", 'hold-overridden'],
  ] as const;
  const counted = pairs.map(([what, sql, action]) => [what, all(db, sql).length, inTrail(action)] as const);
  const gaps = all(db, 'select session_id from session_events group by session_id having max(seq) <> count(*)');
  return [
    ...counted.filter(([, rows, entries]) => rows !== entries).map(([what, rows, entries]) => `${rows} ${what}, ${entries} entries`),
    ...gaps.map((row) => `session ${row.session_id} has a gap`),
  ];
};
