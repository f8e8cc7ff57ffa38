import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { line } from './calendar.test-world.ts';
import { clockOf } from './day-clock.ts';
import { isIn, lanesOf, practitionerColumns, putIn, roomColumns } from './lanes.ts';
import { piecesOf, sideBySide } from './layout.ts';

const zone = 'America/Toronto';
const clock = clockOf('2026-11-24', zone);
const drawn = (lines: Parameters<typeof piecesOf>[0], on = clock) =>
  piecesOf(lines, on).map(({ span, slot, slots, buffers, isWhole }) => ({ span, slot, slots, buffers, isWhole }));

describe('boxes of a lane', () => {
  test('stand at their wall time, with the time kept around them', () => {
    expect(drawn([line({ before: 10 })])).toEqual([
      {
        span: [600, 660],
        slot: 0,
        slots: 1,
        buffers: [
          [590, 600],
          [660, 675],
        ],
        isWhole: true,
      },
    ]);
  });

  test('hold no time around them when they do not take place', () => {
    expect(drawn([line({ status: 'no-show' })])).toEqual([{ span: [600, 660], slot: 0, slots: 1, buffers: [], isWhole: true }]);
  });

  test('stand side by side where they overlap, and take the whole width again after', () => {
    const times = ['09:00', '09:30', '10:00', '13:00'];
    expect(drawn(times.map((time) => line({ time, after: 0 }))).map(({ span, slot, slots }) => [span[0], slot, slots])).toEqual([
      [540, 0, 2],
      [570, 1, 2],
      [600, 0, 2],
      [780, 0, 1],
    ]);
  });

  test('leave most of the width to what was booked in the stead of what was cancelled, and take it all where nothing was', () => {
    const lines = [
      line({ id: 'cancelled', status: 'cancelled' }),
      line({ id: 'instead' }),
      line({ id: 'no-show', time: '10:30', status: 'no-show' }),
      line({ id: 'cancelled and left', time: '13:00', status: 'cancelled' }),
      line({ id: 'alone', time: '15:00' }),
    ];
    expect(piecesOf(lines, clock).map(({ line: { id }, share, slot, slots }) => [id, share, slot, slots])).toEqual([
      ['instead', 'most', 0, 1],
      ['cancelled', 'rest', 0, 2],
      ['no-show', 'rest', 1, 2],
      ['cancelled and left', 'whole', 0, 1],
      ['alone', 'whole', 0, 1],
    ]);
  });

  test('are cut at midnight', () => {
    const late = line({ time: '23:30', after: 15 });
    expect([drawn([late]), drawn([late], clockOf('2026-11-25', zone))]).toEqual([
      [{ span: [1410, 1440], slot: 0, slots: 1, buffers: [], isWhole: false }],
      [{ span: [0, 30], slot: 0, slots: 1, buffers: [[30, 45]], isWhole: false }],
    ]);
  });

  test('of a few minutes are high enough to be pressed', () => {
    expect(drawn([line({ minutes: 5, after: 0 })])[0]?.span).toEqual([600, 620]);
  });

  test('of another zone stand where the wall of the practice shows them', () => {
    expect(drawn([line({ time: '16:00', zone: 'Europe/Berlin', after: 0 })])[0]?.span).toEqual([600, 660]);
  });

  test('on a day whose clocks go forward reach over the hour that is left out', () => {
    const spring = clockOf('2027-03-14', zone);
    const day = '2027-03-14';
    const lines = ['01:30', '02:30', '09:00'].map((time) => line({ day, time }));
    expect(drawn(lines, spring).map(({ span, slots }) => [span, slots])).toEqual([
      [[90, 210], 1],
      [[210, 270], 1],
      [[540, 600], 1],
    ]);
  });

  test('never lie upon each other, whatever they are', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 300 })), { maxLength: 40 });
    fc.assert(
      fc.property(spans, (asked) => {
        const boxes = sideBySide(asked.map(([from, length]) => ({ span: [from, from + length] as const })));
        expect(boxes).toHaveLength(asked.length);
        for (const one of boxes) {
          expect(one.slot).toBeLessThan(one.slots);
          for (const other of boxes) {
            const meet = one !== other && one.span[0] < other.span[1] && other.span[0] < one.span[1];
            if (meet) expect([one.slots, one.slot === other.slot]).toEqual([other.slots, false]);
          }
        }
      }),
    );
  });
});

describe('lanes', () => {
  const person = (id: string, active = true) => ({ id, name: id, active, version: 1, keyholderId: null });
  const room = (id: string, active = true) => ({ id, name: id, note: '', active, version: 1 });
  const ids = (columns: readonly { readonly id: string | null }[]) => columns.map(({ id }) => id);

  test('are those who treat, and those who do no more but have something booked', () => {
    const people = [person('hana'), person('tom'), person('gone', false), person('left', false)];
    expect(ids(practitionerColumns(people, [line({ practitionerId: 'gone' })]))).toEqual(['hana', 'tom', 'gone']);
  });

  test.each([
    ['the rooms alone', [room('garden'), room('loft', false)], [line()], ['garden']],
    ['one for what has no room', [room('garden')], [line({ roomId: null })], ['garden', null]],
    ['one alone where there are no rooms', [], [], [null]],
  ])('by room are %s', (_name, rooms, lines, columns) => expect(ids(roomColumns(rooms, lines, 'No room'))).toEqual(columns));

  test('are one for each day and each of them, in this order', () => {
    const columns = practitionerColumns([person('hana'), person('tom')], []);
    expect(lanesOf(['2026-11-23', '2026-11-24'], columns).map(({ key }) => key)).toEqual([
      '2026-11-23 hana',
      '2026-11-23 tom',
      '2026-11-24 hana',
      '2026-11-24 tom',
    ]);
  });

  test('take what is dropped in them, and leave the rest of it', () => {
    const [tom] = practitionerColumns([person('tom')], []);
    const [loft, none] = roomColumns([room('loft')], [line({ roomId: null })], 'No room');
    if (!tom || !loft || !none) throw new Error('no columns');
    const here = { practitionerId: 'hana', roomId: 'garden' };
    expect([putIn(here, tom), putIn(here, loft), putIn(here, none)]).toEqual([
      { practitionerId: 'tom', roomId: 'garden' },
      { practitionerId: 'hana', roomId: 'loft' },
      { practitionerId: 'hana', roomId: null },
    ]);
    expect([isIn(tom, here), isIn(loft, { ...here, roomId: 'loft' }), isIn(none, here)]).toEqual([false, true, false]);
  });
});
