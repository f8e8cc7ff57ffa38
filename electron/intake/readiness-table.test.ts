import { describe, expect, test } from 'vitest';
import { inForce, place, today } from '../../shared/allowed.test-world.ts';
import { allowed, noVisit } from '../../shared/allowed.ts';
import type { FindingEvent } from '../../shared/finding.ts';
import { findingFrom, marked, ready, said, taken } from '../../shared/findings.test-world.ts';
import { type ReadinessFacts, readiness } from '../../shared/readiness-rule.ts';
import { touchLimits } from '../../shared/touch-limits.ts';
import { loadClinicalContent } from '../consent/form-content.ts';
import { installation } from '../practice/installation.ts';
import { classesOf, findingItems, sectionsOf } from './health-content.ts';

/** Every condition, flag and medicine of the shipped content, each alone on a client who is ready otherwise (domain.md 2.5, 2.6, 11.2). */

const content = loadClinicalContent(installation().clinical, ({ file, field }) => {
  throw new Error(`${file} ${field}`);
});
const { items: conditions, medications } = content.health;
const found = findingItems(content);
const itemOf = (id: string) => found.find((one) => one.id === id) ?? expect.unreachable(id);

const areas = [place('A', 'general'), place('B', 'general')];
const map = { ceiling: 4, areas: { A: { state: 'yes', ceiling: 4 }, B: { state: 'yes', ceiling: 4 } } } as const;

/** `not-now emergency, A 0, B 0` */
const told = (change: Partial<ReadinessFacts>): string => {
  const facts = { ...ready, consent: inForce(), ...change };
  const of = readiness(facts);
  const limits = touchLimits({ ...facts, readiness: of });
  const places = allowed({ ...facts, areas, map, areaForms: {}, limits, visit: noVisit, today }).areas.map(
    ({ code, ceiling }) => `${code} ${ceiling}`,
  );
  return [[of.state, ...of.reasons.map(({ code }) => code)].join(' '), ...places].join(', ');
};
const alone = (id: string, ...events: FindingEvent[]): string => told({ findings: [findingFrom(itemOf(id), events)] });
const all = (line: (one: (typeof conditions)[number]) => string): Record<string, string> =>
  Object.fromEntries(conditions.map((one) => [one.id, line(one)]));

type Condition = (typeof conditions)[number];
/** The firmest contact the content names, in words alone. */
const named: Readonly<Record<string, number>> = { anticoagulation: 2, osteoporosis: 2, 'cancer-treatment': 2 };
const closed = 'A 0, B 0';

/** What contraindications.json, `kinds` and `action`, demand. */
const stopOf = ({ kind, action }: Condition): string | null => {
  if (kind === 'emergency') return 'not-now emergency';
  if (action === 'P4') return 'not-now refer-now';
  if (kind === 'absolute') return 'not-now absolute';
  return kind === 'clearance' ? 'needs-clearance clearance' : null;
};
const demanded = (one: Condition): string => {
  const stop = stopOf(one) ?? (one.kind === 'local' ? 'needs-clearance places-to-mark' : null);
  const level = named[one.id] ?? 4;
  return stop ? `${stop}, ${closed}` : `ready-with-limits modify, A ${level}, B ${level}`;
};
const demandedOfBlank = (one: Condition): string => {
  const stop = stopOf(one);
  const level = named[one.id] ?? 4;
  return stop ? `${stop.split(' ')[0]} not-answered, ${closed}` : `ready-with-limits ask-today, A ${level}, B ${level}`;
};

describe('each of the 103 conditions', () => {
  test('is asked once, and named once', () => {
    expect(conditions).toHaveLength(103);
    const questions = sectionsOf(content).flatMap((section) => section.questions.map(({ id }) => id));
    expect([...questions].sort()).toEqual(conditions.map(({ id }) => id).sort());
  });

  test.each(['yes', 'not-sure', 'found'] as const)('answered %s alone gives what its kind demands', (answer) => {
    expect(all(({ id }) => alone(id, said(answer)))).toEqual(all(demanded));
  });

  test('declined or skipped blocks where it could block, and else is asked about today', () => {
    expect(all(({ id }) => alone(id, said('not-answered')))).toEqual(all(demandedOfBlank));
  });

  test('answered no leaves the client ready', () => {
    expect(new Set(Object.values(all(({ id }) => alone(id, said('no')))))).toEqual(new Set(['ready, A 4, B 4']));
  });

  test('of one place leaves the rest open once it is marked', () => {
    const local = conditions.filter(({ kind }) => kind === 'local');
    expect(local).toHaveLength(29);
    expect(new Set(local.map(({ id }) => alone(id, said('yes'), marked('A'))))).toEqual(new Set(['ready-with-limits local, A 0, B 4']));
  });
});

test('a suitability question that is a flag of its own gives what its action demands', () => {
  const flags = found.filter(({ id }) => !conditions.some((one) => one.id === id)).map(({ id }) => id);
  expect(Object.fromEntries(flags.map((id) => [id, [alone(id, said('yes')), alone(id, said('not-answered'))]]))).toEqual({
    g2: ['ready-with-limits talk-first, A 4, B 4', 'ready-with-limits ask-today, A 4, B 4'],
    g4: ['ready-with-limits dissociation-plan, A 4, B 4', 'ready-with-limits ask-today, A 4, B 4'],
    g5: ['ready-with-limits modify, A 4, B 4', 'ready-with-limits ask-today, A 4, B 4'],
    g6: [`needs-clearance clearance, ${closed}`, `needs-clearance not-answered, ${closed}`],
    g11: ['ready-with-limits modify, A 4, B 4', 'ready-with-limits ask-today, A 4, B 4'],
  });
});

describe('each of the 33 medicine classes', () => {
  const classes = classesOf(content);
  const lines = (marks: string[] | null): Record<string, string> =>
    Object.fromEntries(classes.map((of) => [of.id, told({ medicines: [taken(of, { areas: marks })] })]));

  test('caps contact everywhere, or where it is marked, and until then nothing is open', () => {
    expect(classes).toHaveLength(33);
    const cap = ({ max_contact: level, cap_scope }: (typeof medications)[number], isMarked: boolean): string => {
      if (cap_scope === 'whole_body' && level === 0) return `not-now medicine-none, ${closed}`;
      if (cap_scope === 'whole_body') return `ready-with-limits medicine-cap, A ${level}, B ${level}`;
      return isMarked ? `ready-with-limits medicine-cap, A 4, B ${level}` : `needs-clearance places-to-mark, ${closed}`;
    };
    expect(lines(null)).toEqual(Object.fromEntries(medications.map((one) => [one.id, cap(one, false)])));
    expect(lines(['B'])).toEqual(Object.fromEntries(medications.map((one) => [one.id, cap(one, true)])));
  });
});
