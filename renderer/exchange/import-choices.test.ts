import { expect, test } from 'vitest';
import type { IcsEvent } from '../../shared/calendar.ts';
import { type Choices, inOrder, shownBy, takenFrom, withKnown, withRestAway } from './import-choices.ts';

const now = '2026-11-24T15:58:00.000Z';
const maya = { id: 'maya', chosenName: 'Maya', pronouns: '' };
const event = (index: number, more: Partial<IcsEvent> = {}): IcsEvent => ({
  index,
  uid: String(index),
  summary: 'Maya',
  startsAt: '2026-12-10T15:00:00.000Z',
  endsAt: '2026-12-10T16:00:00.000Z',
  allDay: false,
  floating: false,
  repeats: false,
  problem: null,
  clients: [],
  taken: false,
  ...more,
});
const past = { startsAt: '2026-11-10T15:00:00.000Z', endsAt: '2026-11-10T16:00:00.000Z' };
const none: Choices = new Map();

const events = [
  event(0, { clients: [maya] }),
  event(1, { clients: [maya, { ...maya, id: 'other' }] }),
  event(2, { clients: [maya], ...past }),
  event(3, { clients: [maya], allDay: true }),
  event(4, { problem: 'too-long' }),
  event(5, { problem: 'cancelled', clients: [maya] }),
  event(6, { taken: true, clients: [maya] }),
  event(7, { startsAt: null, endsAt: null, problem: 'no-start' }),
];
const indexes = (choices: Choices): readonly number[] => [...choices.keys()].sort();

test('what one client has the name of, and is to come, becomes their appointment', () => {
  expect([...withKnown(events, none, now)]).toEqual([[0, { as: 'appointment', client: maya }]]);
});

test('what is to come and is nothing yet becomes time away, as far as it can', () => {
  const choices = withRestAway(events, withKnown(events, none, now), now);
  expect(choices.get(0)).toEqual({ as: 'appointment', client: maya });
  expect(indexes(choices)).toEqual([0, 1, 3, 4]);
});

test('what is to come stands first, then what was, newest first, then what has no time', () => {
  const mixed = [
    events[7],
    event(8, { ...past, startsAt: '2026-11-01T15:00:00.000Z' }),
    events[2],
    event(9, { startsAt: '2026-12-11T15:00:00.000Z' }),
    events[0],
  ];
  expect(
    inOrder(
      mixed.filter((one) => one !== undefined),
      now,
    ).map(({ index }) => index),
  ).toEqual([0, 9, 2, 8, 7]);
});

test('the list can be narrowed to what is chosen, or cannot be', () => {
  const choices = withKnown(events, none, now);
  expect(shownBy('all', events, choices)).toHaveLength(8);
  expect(shownBy('chosen', events, choices).map(({ index }) => index)).toEqual([0]);
  expect(shownBy('amiss', events, choices).map(({ index }) => index)).toEqual([5, 6, 7]);
});

test('what is sent names moment, client and service; who is still to be chosen is counted', () => {
  const choices: Choices = new Map([
    ...withKnown(events, none, now),
    [1, { as: 'appointment', client: null }],
    [3, { as: 'absence' }],
    [4, { as: 'out' }],
  ]);
  expect(takenFrom(events, choices, 'massage')).toEqual({
    choices: [
      { index: 0, startsAt: '2026-12-10T15:00:00.000Z', as: 'appointment', clientId: 'maya', serviceId: 'massage' },
      { index: 3, startsAt: '2026-12-10T15:00:00.000Z', as: 'absence' },
    ],
    withoutClient: 1,
  });
});
