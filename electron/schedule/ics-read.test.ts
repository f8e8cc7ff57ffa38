import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Calendar, type FoundEvent, readCalendar } from './ics-read.ts';

const here = { zone: 'America/Toronto', today: '2026-11-24' } as const;
const file = (...lines: readonly string[]): Uint8Array =>
  Buffer.from(['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n'));
const event = (...lines: readonly string[]): readonly string[] => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const read = (bytes: Uint8Array, ground = here): Promise<Calendar> => readCalendar(bytes, ground);
const one = async (...lines: readonly string[]): Promise<FoundEvent | undefined> =>
  (await read(file(...event('UID:1', 'SUMMARY:Maya', ...lines)))).events[0];
const starts = async (...lines: readonly string[]): Promise<readonly (string | null)[]> =>
  (await read(file(...event('UID:1', 'SUMMARY:Maya', ...lines)))).events.map(({ startsAt }) => startsAt);

test('reads a plain event', async () => {
  expect(
    await read(file(...event('UID:1@example.org', 'SUMMARY:Maya Rosario', 'DTSTART:20261210T150000Z', 'DTEND:20261210T160000Z'))),
  ).toEqual({
    events: [
      {
        index: 0,
        uid: '1@example.org',
        summary: 'Maya Rosario',
        startsAt: '2026-12-10T15:00:00.000Z',
        endsAt: '2026-12-10T16:00:00.000Z',
        allDay: false,
        floating: false,
        repeats: false,
        problem: null,
        key: '1@example.org',
      },
    ],
    outside: 0,
    from: '2025-11-19',
    until: '2027-11-29',
  });
});

describe('a time', () => {
  const hour = 'DURATION:PT1H';
  const custom = (rule: string): readonly string[] => [
    'BEGIN:VTIMEZONE',
    'TZID:Home',
    'BEGIN:STANDARD',
    'DTSTART:16011104T020000',
    `RRULE:${rule}`,
    'TZOFFSETFROM:-0400',
    'TZOFFSETTO:-0500',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010311T020000',
    'RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3',
    'TZOFFSETFROM:-0500',
    'TZOFFSETTO:-0400',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ];
  test.each([
    ['of a zone', 'DTSTART;TZID=Europe/Paris:20261210T160000', '2026-12-10T15:00:00.000Z'],
    ['of a zone as Windows names it', 'DTSTART;TZID=Eastern Standard Time:20260710T100000', '2026-07-10T14:00:00.000Z'],
    [
      'of a zone in quotes, behind a path',
      'DTSTART;TZID="/example.org/2024/America/Indiana/Knox":20261210T100000',
      '2026-12-10T16:00:00.000Z',
    ],
    ['of no zone: the practice’s', 'DTSTART:20261210T100000', '2026-12-10T15:00:00.000Z'],
    ['without seconds', 'DTSTART:20261210T1000', '2026-12-10T15:00:00.000Z'],
    ['the clocks leave out', 'DTSTART;TZID=America/Toronto:20270314T023000', '2027-03-14T07:30:00.000Z'],
    ['that comes twice: the first', 'DTSTART;TZID=America/Toronto:20261101T013000', '2026-11-01T05:30:00.000Z'],
    ['with a leap second', 'DTSTART:20261210T095960Z', '2026-12-10T09:59:59.000Z'],
  ])('%s', async (_what, line, startsAt) => expect(await one(line, hour)).toMatchObject({ startsAt, problem: null }));

  test('of a zone the file describes, before and after its clocks change, wherever that stands', async () => {
    const zone = custom('FREQ=YEARLY;BYDAY=1SU;BYMONTH=11');
    const events = [
      ...event('UID:1', 'DTSTART;TZID=Home:20260710T100000', hour),
      ...event('UID:2', 'DTSTART;TZID=Home:20261210T100000', hour),
    ];
    for (const lines of [
      [...zone, ...events],
      [...events, ...zone],
    ])
      expect((await read(file(...lines))).events.map(({ startsAt }) => startsAt)).toEqual([
        '2026-07-10T14:00:00.000Z',
        '2026-12-10T15:00:00.000Z',
      ]);
  });

  test.each(['FREQ=SECONDLY', 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', 'FREQ=YEARLY;BYDAY=1SU;BYMONTH=99'])(
    'of a zone that is described by %s is not guessed at',
    async (rule) => {
      const { events } = await read(file(...custom(rule), ...event('UID:1', 'DTSTART;TZID=Home:20261210T100000', hour)));
      expect(events).toMatchObject([{ startsAt: null, problem: 'unknown-zone' }]);
    },
  );

  test('without a zone is told', async () => {
    expect(await one('DTSTART:20261210T100000', hour)).toMatchObject({ floating: true });
    expect(await one('DTSTART;TZID=Europe/Paris:20261210T100000', hour)).toMatchObject({ floating: false });
  });
});

describe('an event', () => {
  test.each([
    ['without a beginning', ['DTEND:20261210T160000Z'], 'no-start'],
    ['that ends before', ['DTSTART:20261210T150000Z', 'DTEND:20261210T140000Z'], 'ends-before-start'],
    ['of no length', ['DTSTART:20261210T150000Z'], 'too-short'],
    ['of four minutes', ['DTSTART:20261210T150000Z', 'DURATION:PT4M'], 'too-short'],
    ['of more than half a day', ['DTSTART:20261210T100000Z', 'DTEND:20261210T220001Z'], 'too-long'],
    ['of many years', ['DTSTART:20261210T100000Z', 'DURATION:P9999999W'], 'too-many-days'],
    ['of many years back', ['DTSTART:20261210T100000Z', 'DURATION:-P9999999W'], 'ends-before-start'],
    ['in a zone nobody knows', ['DTSTART;TZID=Middle-earth/Shire:20261210T100000', 'DURATION:PT1H'], 'unknown-zone'],
    ['with an end in a zone nobody knows', ['DTSTART:20261210T100000Z', 'DTEND;TZID=Nowhere:20261210T110000'], 'unknown-zone'],
    ['that was cancelled', ['DTSTART:20261210T150000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'], 'cancelled'],
    ['on a day there is not', ['DTSTART:20261131T150000Z', 'DURATION:PT1H'], 'unreadable'],
    ['at an hour there is not', ['DTSTART:20261130T250000Z', 'DURATION:PT1H'], 'unreadable'],
    ['in the year nought', ['DTSTART:00001130T100000Z', 'DURATION:PT1H'], 'unreadable'],
    ['with words for a time', ['DTSTART:tomorrow', 'DURATION:PT1H'], 'unreadable'],
    ['with words for a length', ['DTSTART:20261210T150000Z', 'DURATION:long'], 'unreadable'],
    ['with a broken line that matters', ['DTSTART:20261210T150000Z', 'DTEND;TZID="Europe:20261210T160000'], 'unreadable'],
    ['with a rule that is none', ['DTSTART:20261210T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY;BYDAY=XX'], 'unreadable'],
    ['each minute', ['DTSTART:20261210T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=MINUTELY'], 'too-many-days'],
    ['at each minute of a day', ['DTSTART:20261210T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMINUTE=1,2'], 'too-many-days'],
    ['counted further than anyone lives', ['DTSTART:19700101T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=90000'], 'too-many-days'],
  ] as const)('%s is told', async (_what, lines, problem) => expect((await one(...lines))?.problem).toBe(problem));

  test('of whole days lasts to the beginning of the day after, over a change of clocks too', async () => {
    expect(await one('DTSTART;VALUE=DATE:20261101')).toMatchObject({
      allDay: true,
      startsAt: '2026-11-01T04:00:00.000Z',
      endsAt: '2026-11-02T05:00:00.000Z',
      problem: null,
    });
    expect(await one('DTSTART:20261224', 'DTEND:20261227')).toMatchObject({ allDay: true, endsAt: '2026-12-27T05:00:00.000Z' });
    expect((await one('DTSTART;VALUE=DATE:20261224', 'DTEND;VALUE=DATE:20261224'))?.problem).toBe('too-short');
  });

  test('a year over is only counted; what repeats is read for a year back and a year ahead', async () => {
    expect(await read(file(...event('UID:1', 'DTSTART:20251001T150000Z', 'DURATION:PT1H')))).toMatchObject({ events: [], outside: 1 });
    const weekly = await starts('DTSTART:20180102T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY');
    expect([weekly.length, weekly[0], weekly.at(-1)]).toEqual([105, '2025-11-25T15:00:00.000Z', '2027-11-23T15:00:00.000Z']);
  });
});

describe('what repeats', () => {
  const tuesday = ['DTSTART;TZID=America/Toronto:20261027T100000', 'DURATION:PT1H'] as const;

  test('keeps its time on the wall when the clocks change, and ends with its count', async () => {
    expect(await starts(...tuesday, 'RRULE:FREQ=WEEKLY;COUNT=2')).toEqual(['2026-10-27T14:00:00.000Z', '2026-11-03T15:00:00.000Z']);
  });

  test.each([
    ['RRULE:FREQ=WEEKLY;UNTIL=20261103T145959Z', 1],
    ['RRULE:FREQ=WEEKLY;UNTIL=20261103T150000Z', 2],
    ['RRULE:FREQ=WEEKLY;UNTIL=20261103', 2],
    ['RRULE:FREQ=WEEKLY;UNTIL=20261102', 1],
    ['RRULE:FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1;UNTIL=20270101T000000Z', 3],
  ])('ends where it says: %s', async (rule, days) => expect(await starts(...tuesday, rule)).toHaveLength(days));

  test('leaves out what it says, by moment and by day, and adds what it says', async () => {
    const rule = 'RRULE:FREQ=WEEKLY;COUNT=4';
    const left = ['EXDATE;TZID=America/Toronto:20261103T100000', 'EXDATE;VALUE=DATE:20261110', 'RDATE:20261201T150000Z,20261202T150000Z'];
    expect(await starts(...tuesday, rule, ...left)).toEqual([
      '2026-10-27T14:00:00.000Z',
      '2026-11-17T15:00:00.000Z',
      '2026-12-01T15:00:00.000Z',
      '2026-12-02T15:00:00.000Z',
    ]);
  });

  test('takes a day that was moved or cancelled as it stands, and that is no copy', async () => {
    const rows = await read(
      file(
        ...event('UID:1', ...tuesday, 'RRULE:FREQ=WEEKLY;COUNT=3'),
        ...event('UID:1', 'RECURRENCE-ID;TZID=America/Toronto:20261103T100000', 'DTSTART:20261104T150000Z', 'DURATION:PT1H'),
        ...event('UID:1', 'RECURRENCE-ID:20261110T150000Z', 'DTSTART:20261110T150000Z', 'DURATION:PT1H', 'STATUS:CANCELLED'),
      ),
    );
    expect(rows.events.map(({ startsAt, problem, key }) => [startsAt, problem, key])).toEqual([
      ['2026-10-27T14:00:00.000Z', null, '1 2026-10-27T14:00:00.000Z'],
      ['2026-11-04T15:00:00.000Z', null, '1 2026-11-03T15:00:00.000Z'],
      ['2026-11-10T15:00:00.000Z', 'cancelled', '1 2026-11-10T15:00:00.000Z'],
    ]);
  });

  test('is a copy where both stand for the same day', async () => {
    const plain = event('UID:1', ...tuesday);
    expect((await read(file(...plain, ...plain))).events.map(({ problem }) => problem)).toEqual([null, 'duplicate-uid']);
    const nameless = event(...tuesday);
    expect((await read(file(...nameless, ...nameless))).events.map(({ problem }) => problem)).toEqual([null, null]);
  });
});

describe('a file', () => {
  const plain = ['UID:1', 'SUMMARY:Zoë Łukasz', 'DTSTART:20261210T150000Z', 'DURATION:PT1H'];
  const whole = Buffer.from(file(...event(...plain))).toString('utf8');
  const summaryOf = async (bytes: Uint8Array): Promise<string | undefined> => (await read(bytes)).events[0]?.summary;

  test.each([
    ['with a mark of its order of bytes', Buffer.from(`\uFEFF${whole}`)],
    ['in UTF-16', Buffer.from(`\uFEFF${whole}`, 'utf16le')],
    ['in UTF-16, the other way round', Buffer.from(`\uFEFF${whole}`, 'utf16le').swap16()],
    ['with lines ended by LF', Buffer.from(whole.replaceAll('\r\n', '\n'))],
    ['folded inside a letter', Buffer.from(Buffer.from(whole).toString('latin1').replace('Å', 'Å\r\n '), 'latin1')],
    ['folded at each letter', Buffer.from(whole.replace(/(?<=SUMMARY:.*)./g, '$&\n\t'))],
  ])('%s reads the same', async (_what, bytes) => expect(await summaryOf(bytes)).toBe('Zoë Łukasz'));

  test('in the letters of Windows reads right', async () => {
    expect(await summaryOf(Buffer.from(whole.replace('Łukasz', 'Renée'), 'latin1'))).toBe('Zoë Renée');
  });

  test('says marks of its own, and holds a title within bounds', async () => {
    expect((await one('DTSTART:20261210T150000Z', 'DURATION:PT1H', 'SUMMARY:x'))?.summary).toBe('Maya');
    const title = file(...event('SUMMARY:a\\, b\\; c\\nd \u202Ee\u0007', 'DTSTART:20261210T150000Z', 'DURATION:PT1H'));
    expect(await summaryOf(title)).toBe('a, b; c d e');
    const long = file(...event(`SUMMARY:${'😀'.repeat(9_000)}`, 'DTSTART:20261210T150000Z', 'DURATION:PT1H'));
    expect((await summaryOf(long))?.length).toBeLessThanOrEqual(500);
  });

  test('broken off, or with lines of no sense, gives what is whole', async () => {
    const noise = ['garbage', ':', ';;;', 'X-\u0000:1', 'END:VALARM', 'BEGIN:VALARM', 'DTSTART:19990101T000000Z', 'END:VALARM'];
    const { events } = await read(
      Buffer.from(['BEGIN:VCALENDAR', ...noise, ...event(...noise, ...plain, ...noise), 'BEGIN:VEVENT', ...plain].join('\n')),
    );
    expect(events.map(({ startsAt, problem }) => [startsAt, problem])).toEqual([
      ['2026-12-10T15:00:00.000Z', null],
      ['2026-12-10T15:00:00.000Z', 'unreadable'],
    ]);
  });

  test('without an event, or with more than five thousand, is refused', async () => {
    await expect(read(file('BEGIN:VTODO', 'UID:1', 'END:VTODO'))).rejects.toMatchObject({ error: { reason: 'ics-empty' } });
    const many = (count: number): Uint8Array =>
      file(...Array.from({ length: count }, (_, index) => event(`UID:${index}`, 'DTSTART:20261210T150000Z', 'DURATION:PT1H')).flat());
    expect((await read(many(5_000))).events).toHaveLength(5_000);
    await expect(read(many(5_001))).rejects.toMatchObject({ error: { reason: 'ics-too-many' } });
    const daily = Array.from({ length: 7 }, (_, index) =>
      event(`UID:${index}`, 'DTSTART:20180101T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY'),
    );
    await expect(read(file(...daily.flat()))).rejects.toMatchObject({ error: { reason: 'ics-too-many' } });
  });

  test('of twenty megabytes in one line, or of rules that give nothing, is read to its end', async () => {
    const picture = file(...event(`ATTACH;ENCODING=BASE64:${'A'.repeat(20_000_000)}`, ...plain));
    expect((await read(picture)).events).toHaveLength(1);
    const never = Array.from({ length: 200 }, (_, index) =>
      event(`UID:${index}`, 'DTSTART:19700101T150000Z', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
    );
    expect((await read(file(...never.flat()))).outside).toBe(200);
  });

  test('of any lines whatever throws nothing but its two refusals, and every event holds together', async () => {
    const value = fc.oneof(
      fc.constantFrom(
        '20261210T150000Z',
        '20261210',
        '19700101T000000',
        '99991231T235959Z',
        'PT1H',
        '-P1W',
        'P1D',
        'FREQ=DAILY',
        'FREQ=WEEKLY;COUNT=3',
      ),
      fc.string({ maxLength: 30, unit: 'binary' }),
    );
    const name = fc.constantFrom(
      'UID',
      'SUMMARY',
      'DTSTART',
      'DTEND',
      'DURATION',
      'RRULE',
      'RDATE',
      'EXDATE',
      'RECURRENCE-ID',
      'STATUS',
      'BEGIN',
      'END',
    );
    const parameter = fc.constantFrom('', ';VALUE=DATE', ';TZID=Europe/Paris', ';TZID=Nowhere', ';TZID="', ';=', ';VALUE=PERIOD');
    const line = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(name, parameter, value).map(([one_, two, three]) => `${one_}${two}:${three}`) },
      {
        weight: 1,
        arbitrary: fc.string({ maxLength: 40, unit: 'binary' }),
      },
    );
    const events = fc.array(fc.array(line, { maxLength: 8 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(events, async (many) => {
        const { events: found } = await read(file(...many.flatMap((lines) => event(...lines))));
        for (const { startsAt, endsAt, problem } of found) {
          expect(problem === null ? startsAt !== null && endsAt !== null : true).toBe(true);
          if (startsAt !== null && endsAt !== null) expect(endsAt >= startsAt).toBe(true);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});
