import type { Defect } from './goal.ts';

/** What the walks through sessions must find. */
export const sessionDefects: readonly Defect[] = [
  {
    name: 'a withdrawal ignored',
    trials: 4_000,
    edits: [
      {
        file: 'electron/consent/maps-repository.ts',
        find: "    .orderBy('seq', 'desc')\n    .limit(1)\n    .executeTakeFirst();\n  return row ? mapFrom(row) : null;",
        put: "    .where('source', '!=', 'withdrawal')\n    .orderBy('seq', 'desc')\n    .limit(1)\n    .executeTakeFirst();\n  return row ? mapFrom(row) : null;",
      },
    ],
  },
  {
    name: 'the ceiling off by one',
    trials: 2_000,
    edits: [{ file: 'shared/block-rules.ts', find: 'plan.level > place.ceiling', put: 'plan.level > place.ceiling + 1' }],
  },
  {
    name: 'a medicine cap forgotten',
    trials: 8_000,
    edits: [{ file: 'shared/touch-limits.ts', find: '...facts.medicines.flatMap(ofMedicine),', put: '' }],
  },
  {
    name: 'hands on again without a yes',
    trials: 2_000,
    edits: [{ file: 'shared/session-alarm.ts', find: "  mode: 'halted',\n", put: "  mode: 'ready',\n  mustAsk: false,\n" }],
  },
  {
    name: 'touch again after D3',
    trials: 8_000,
    edits: [
      {
        file: 'shared/resume-rule.ts',
        find: "if (state.episodes.some(({ weight }) => weight === 'never')) return closed('never');",
        put: '',
      },
    ],
  },
  {
    name: 'five minutes counted from the stop',
    trials: 8_000,
    edits: [{ file: 'shared/resume-rule.ts', find: 'const until = handsOffAt + ', put: 'const until = stop.at + ' }],
  },
  {
    name: 'a stop that leaves its place open',
    trials: 4_000,
    edits: [{ file: 'shared/session-alarm.ts', find: '[...new Set([...state.stopped, ...areas])]', put: '[...state.stopped]' }],
  },
  {
    name: 'a hold forgotten at the close',
    trials: 2_000,
    edits: [
      {
        file: 'electron/sessions/close-service.ts',
        find: "await holdUnderRule(tx, { ...outside, db: tx as unknown as Practice['db'] }, told);",
        put: '',
      },
    ],
  },
  {
    name: 'durations by the wall clock',
    trials: 2_000,
    edits: [{ file: 'electron/sessions/session-clock.ts', find: 'ticks.run === last.run ?', put: "ticks.run === '' ?" }],
  },
  {
    name: 'a retry stored twice',
    trials: 2_000,
    edits: [
      {
        file: 'electron/sessions/record-service.ts',
        find: 'if (await isKept(tx, input)) return',
        put: 'if ((await isKept(tx, input)) && input.id.length === 0) return',
      },
      {
        file: 'electron/sessions/record-service.ts',
        find: '    id,\n    seq: told.state.seq + 1,',
        put: '    id: practice.newId(),\n    seq: told.state.seq + 1,',
      },
    ],
  },
  {
    name: 'a second session that forgets the day',
    trials: 8_000,
    edits: [{ file: 'shared/visit-facts.ts', find: 'over: sessions.some((one) => closesDay(content, one)),', put: 'over: false,' }],
  },
  {
    name: 'a signal that was changed since',
    trials: 10_000,
    edits: [
      {
        file: 'shared/block-rules.ts',
        find: 'rehearsed !== null && rehearsed.word === signal.word',
        put: 'rehearsed !== null && signal.word !== null',
      },
    ],
  },
];
