import { expect, test } from 'vitest';
import { daysOf, type Repeat } from '../../shared/recurrence.ts';
import { instantOf, wallFrom } from '../../shared/schedule-time.ts';
import { announcedChance } from './chance.ts';
import { changesOf, dayAfter, daysByCounting, wrongMoment } from './scheduler-reference.ts';
import { zones } from './scheduler-zones.ts';

test('in forty zones, around every change of clocks from 2020 to 2035, a time on the wall is the moment it shows', () => {
  let changes = 0;
  const wrong: string[] = [];
  for (const zone of zones)
    for (const day of changesOf(zone, 2020, 2035)) {
      changes += 1;
      for (const [on, from] of [
        [day, 0],
        [dayAfter(day, -1), 1380],
      ] as const)
        for (let minutes = from; minutes < Math.min(1440, from + 240); minutes += 30) {
          const time = wallFrom(minutes);
          const problem = wrongMoment(Date.parse(instantOf(on, time, zone)), on, time, zone);
          if (problem) wrong.push(problem);
        }
    }
  expect([changes > 800, wrong]).toEqual([true, []]);
});

test('a rule has the days that counting finds', () => {
  const chance = announcedChance('rules');
  for (let trial = 0; trial < 300; trial += 1) {
    const start = dayAfter('2020-01-01', chance.below(4_000));
    const until = dayAfter(start, chance.below(900));
    const unit = chance.pick(['day', 'week', 'week', 'month', 'year'] as const);
    const repeat: Repeat = {
      every: 1 + chance.below(unit === 'week' ? 5 : 8),
      unit,
      weekdays: chance.below(2) ? [] : [...new Set([1 + chance.below(7), 1 + chance.below(7), 1 + chance.below(7)])],
      monthBy: chance.pick(['day', 'weekday']),
      end: chance.pick<Repeat['end']>([
        { kind: 'never' },
        { kind: 'count', count: 1 + chance.below(60) },
        { kind: 'on', day: dayAfter(start, chance.below(600)) },
      ]),
    };
    expect([repeat, start, daysOf(repeat, start, until)]).toEqual([repeat, start, daysByCounting(repeat, start, until)]);
  }
});
