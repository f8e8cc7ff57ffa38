import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { closesUnderRule } from '../../shared/resume-rule.ts';
import type { SessionBody } from '../../shared/session-events.ts';
import { installation } from '../practice/installation.ts';
import { minute } from './session.test-world.ts';
import { type Story, story } from './story.test-world.ts';

/** As the file says it, read by this test alone: what the sessions make of it must be the same. */
type Row = {
  readonly id: string;
  readonly decision: string;
  readonly action?: string | null;
  readonly grade?: string | null;
  readonly resume: string;
  readonly incident?: boolean;
  readonly hold?: string;
};
type File = {
  readonly items: readonly Row[];
  readonly emotional_events: readonly Row[];
  readonly dissociation_grades: readonly (Omit<Row, 'id'> & { readonly grade: string })[];
  readonly arousal_grades: readonly (Omit<Row, 'id'> & { readonly grade: string })[];
  readonly resume_rule: { readonly never_again_today: readonly string[] };
};
const file = JSON.parse(readFileSync(join(installation().clinical, 'redflags.json'), 'utf8')) as File;

type Seen = readonly [string, Partial<SessionBody<'seen'>>, Row];
const rows: readonly Seen[] = [
  ...file.dissociation_grades.map((row): Seen => [row.grade, { dissociation: row.grade as 'D0' }, { ...row, id: row.grade }]),
  ...file.arousal_grades.map((row): Seen => [row.grade, { arousal: row.grade as 'H0' }, { ...row, id: row.grade }]),
  ...[...file.items, ...file.emotional_events].map((row): Seen => [row.id, { item: row.id }, row]),
];

/** What a row does to a block under way: the block goes on, is a pause, or is a stop. */
const modeOf = ({ decision, resume }: Row): string => {
  if (decision === 'continue') return 'touch';
  const stops = decision !== 'pause' || (resume !== 'client_asks' && resume !== 'carry_on');
  return stops ? 'stopping' : 'pause';
};
const standingOf: Readonly<Record<string, string>> = {
  carry_on: 'open',
  client_asks: 'ask',
  resume_rule: 'rule',
  not_today: 'closed not-today',
  never_today: 'closed never',
};

const ready = (): Story => {
  const one = story();
  one.arrived();
  one.touch();
  return one;
};
const handsOff = (one: Story): void => {
  if (one.state().mode === 'stopping') one.tell('hands-off', {});
};

test('the table is all there', () => {
  expect([file.items.length, file.emotional_events.length, rows.length]).toEqual([28, 4, 42]);
});

describe.each(rows)('%s in a block', (_, body, row) => {
  test(`${row.decision}, and on as: ${row.resume}`, () => {
    const one = ready();
    one.seen(body);
    expect(one.state().mode).toBe(modeOf(row));
    handsOff(one);
    expect(one.standing()).toBe(standingOf[row.resume]);
    const asks = row.resume === 'client_asks' || row.resume === 'carry_on';
    expect(row.resume === 'carry_on' ? 'taken' : one.ask()).toBe(asks ? 'taken' : 'touch-closed');
  });

  test('an incident, a hold and the day as the table says', () => {
    const one = ready();
    one.seen(body);
    handsOff(one);
    const { episodes } = one.state();
    expect(episodes.some(({ incident }) => incident)).toBe(row.incident ?? false);
    expect(episodes.some(({ weight }) => weight === 'never')).toBe(row.hold === 'yes');
    expect(closesUnderRule(one.state())).toBe(row.hold === 'if_closed_under_resume_rule');
    expect(episodes.map(({ action }) => action)).toEqual(episodes.length > 0 ? [row.action ?? null] : []);
  });

  test('a stop makes its places "ask me each time", a pause does not', () => {
    const one = ready();
    one.seen(body);
    expect(one.state().stopped).toEqual(modeOf(row) === 'stopping' ? one.state().blocks[0]?.areas : []);
  });

  test('nothing that was met before, and no second look, makes it less', () => {
    const one = ready();
    one.seen(body);
    handsOff(one);
    one.later(6 * minute);
    one.present();
    one.checked(0);
    const never = row.resume === 'never_today' || row.resume === 'not_today' || row.resume === 'resume_rule';
    expect(row.resume === 'carry_on' ? 'taken' : one.ask()).toBe(never ? 'touch-closed' : 'taken');
  });
});

test.each(file.resume_rule.never_again_today)('%s never starts again, also where something milder is seen with it', (grade) => {
  const one = ready();
  const body = grade.startsWith('D')
    ? { dissociation: grade as 'D3', arousal: 'H0' as const }
    : { arousal: grade as 'H3', dissociation: 'D0' as const };
  one.seen({ ...body, item: 'tears' });
  handsOff(one);
  expect([one.standing(), one.ask()]).toEqual(['closed never', 'touch-closed']);
});

test('an item stands for its grade: "D0 and H0" said with it does not make it less', () => {
  const one = ready();
  one.seen({ dissociation: 'D0', arousal: 'H0', item: 'tremor-pain' });
  handsOff(one);
  expect([one.standing(), one.state().sightings[0]]).toMatchObject(['rule', { dissociation: 'D0', arousal: 'H2' }]);
});

test('D2, then what closes the day without a hold: the resume rule was still called for', () => {
  const one = story();
  one.drifted();
  one.seen({ item: 'intoxicated' });
  expect([one.standing(), closesUnderRule(one.state())]).toEqual(['closed not-today', true]);
});

test('so does D2 that is seen together with what ends the day', () => {
  const one = ready();
  one.seen({ dissociation: 'D2', arousal: 'H2', item: 'sharp-pain-new' });
  one.tell('hands-off', {});
  expect([one.standing(), closesUnderRule(one.state())]).toEqual(['closed not-today', true]);
});
