import type { Defect } from './goal.ts';

/** What the trials of the scheduler must find. */
export const schedulerDefects: readonly Defect[] = [
  {
    name: 'local-time arithmetic',
    trials: 1_500,
    edits: [
      {
        file: 'shared/kept-appointment.ts',
        find: 'const start = momentOf(day, time, zone);',
        put: "const start = momentOf(day.slice(0, 4) + '-01-01', time, zone) + Date.parse(day) - Date.parse(day.slice(0, 4));",
      },
    ],
  },
  {
    name: 'time kept around forgotten',
    trials: 1_500,
    edits: [
      {
        file: 'shared/conflicts.ts',
        find: 'from: start - held.before * 60_000, to: end + held.after * 60_000',
        put: 'from: start, to: end',
      },
    ],
  },
  {
    name: 'cancelling one cancels all',
    trials: 1_500,
    edits: [
      {
        file: 'electron/schedule/ending-service.ts',
        find: "const own = input.scope === 'this' ? null : await seriesOf(tx, chosen);",
        put: 'const own = await seriesOf(tx, chosen);',
      },
      {
        file: 'shared/series-rules.ts',
        find: "if (scope === 'this') return row.id === chosen.id;",
        put: "if (scope === 'this') return true;",
      },
    ],
  },
  {
    name: 'changes of one alone overwritten by those of all',
    trials: 3_000,
    edits: [{ file: 'shared/series-rules.ts', find: '!before.own.includes(part)', put: 'part.length > 0' }],
  },
  {
    name: 'conflicts of a series looked for on its first day alone',
    trials: 3_000,
    edits: [
      {
        file: 'electron/schedule/settle-conflicts.ts',
        find: 'await conflictsAt(tx, ground, left, gone)',
        put: 'await conflictsAt(tx, ground, left.slice(0, 1), gone)',
      },
    ],
  },
  {
    name: 'a rule counted with the clock of the zone',
    trials: 3_000,
    edits: [{ file: 'shared/recurrence.ts', find: "toZonedDateTime('UTC')", put: "toZonedDateTime('America/Santiago')" }],
  },
];
