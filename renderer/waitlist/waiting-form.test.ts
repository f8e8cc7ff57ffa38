import { beforeEach, describe, expect, test } from 'vitest';
import type { WaitingDetails } from '../../shared/waitlist.ts';
import { setDatesOf } from '../dates.ts';
import type { PracticeLists } from '../ui/use-practice-lists.ts';
import { words } from '../words.ts';
import { detailsOf, type WaitingTyped, waitingChosen, waitingDisputed, waitingProblems, waitingReading } from './waiting-form.ts';
import { wishWords } from './wish-words.ts';

const t = words.getFixedT('en', 'waitlist');
const say = { t, errors: words.getFixedT('en', 'errors'), times: words.getFixedT('en', 'appointments') };
const person = (id: string, active = true) => ({ id, name: id, version: 1, keyholderId: null, active });
const lists = (...practitioners: PracticeLists['practitioners']): PracticeLists => ({
  services: [],
  rooms: [],
  practitioners,
  own: null,
  currency: 'CAD',
  nameOf: (id) => id,
  roomOf: () => '',
});

beforeEach(() => setDatesOf({ place: 'GB-ENG', zone: 'Europe/London' }));

const anyTime: WaitingDetails = {
  serviceId: 's',
  practitionerId: null,
  weekdays: [],
  earliest: null,
  latest: null,
  firstDay: null,
  lastDay: null,
  shortNotice: false,
  note: '',
};

describe('a wish in words', () => {
  const two = lists(person('Hana'), person('Tom'));
  test.each<readonly [wish: Partial<WaitingDetails>, said: string, of: PracticeLists]>([
    [{}, 'whoever is free · any day', two],
    [{}, 'any day', lists(person('Hana'), person('Tom', false))],
    [{ practitionerId: 'Tom' }, 'with Tom · any day', lists(person('Tom'))],
    [{ practitionerId: 'Tom', weekdays: [2] }, 'with Tom · Tue', two],
    [{ weekdays: [2, 3] }, 'whoever is free · Tue, Wed', two],
    [{ weekdays: [1, 2, 3, 4, 5] }, 'whoever is free · Mon to Fri', two],
    [{ weekdays: [1, 2, 4] }, 'whoever is free · Mon, Tue, Thu', two],
    [{ earliest: '09:00' }, 'whoever is free · any day · from 09:00', two],
    [{ latest: '24:00' }, 'whoever is free · any day · until 24:00', two],
    [{ earliest: '09:00', latest: '12:30' }, 'whoever is free · any day · 09:00 to 12:30', two],
    [{ firstDay: '2026-12-01' }, 'whoever is free · any day · from Tue 1 Dec on', two],
    [{ lastDay: '2026-12-01' }, 'whoever is free · any day · until Tue 1 Dec', two],
    [{ firstDay: '2026-12-01', lastDay: '2026-12-24' }, 'whoever is free · any day · Tue 1 Dec to Thu 24 Dec', two],
    [{ shortNotice: true }, 'whoever is free · any day · also today or tomorrow', two],
  ])('%j', (wish, said, of) => {
    expect(wishWords(t, { ...anyTime, ...wish }, of)).toBe(said);
  });
});

const typed: WaitingTyped = {
  client: { id: 'c', name: 'Maya' },
  serviceId: 's',
  practitionerId: '',
  weekdays: [4, 2],
  earliest: '9',
  latest: '12 am',
  firstDay: '1 12 2026',
  lastDay: '',
  shortNotice: true,
  note: 'Mornings',
  version: 1,
};

describe('the form of a wish', () => {
  test('is read as it was typed', () => {
    expect(detailsOf(typed)).toEqual({
      ...anyTime,
      weekdays: [2, 4],
      earliest: '09:00',
      latest: '24:00',
      firstDay: '2026-12-01',
      shortNotice: true,
      note: 'Mornings',
    });
    expect(detailsOf({ ...typed, practitionerId: 'Tom' }).practitionerId).toBe('Tom');
  });

  test.each<readonly [Partial<WaitingTyped>, readonly string[]]>([
    [{}, []],
    [{ client: null, serviceId: '' }, ['client', 'serviceId']],
    [{ earliest: 'noonish' }, ['earliest']],
    [{ latest: '25:00' }, ['latest']],
    [{ latest: '9' }, ['latest']],
    [{ firstDay: '31 2 2026' }, ['firstDay']],
    [{ lastDay: 'soon' }, ['lastDay']],
    [{ lastDay: '30 11 2026' }, ['lastDay']],
    [{ lastDay: '1 12 2026' }, []],
    [{ note: 'x'.repeat(501) }, ['note']],
  ])('needs another look at %j', (change, fields) => {
    expect(waitingProblems({ ...typed, ...change }, say).map(({ field }) => field)).toEqual(fields);
  });

  test('differs from what somebody saved meanwhile where it means something else, and takes what was chosen', () => {
    const theirs: WaitingTyped = { ...typed, earliest: '09:00', weekdays: [2, 4], note: 'Theirs', practitionerId: 'Tom', version: 3 };
    expect(waitingDisputed(typed, theirs)).toEqual(['practitionerId', 'note']);
    expect(waitingChosen(typed, theirs, { practitionerId: 'yours', note: 'theirs' })).toEqual({ ...theirs, practitionerId: '' });
    const read = (field: 'practitionerId' | 'weekdays' | 'latest' | 'firstDay' | 'shortNotice', of: WaitingTyped): string =>
      waitingReading({ t, lists: lists() }, field, of);
    expect([read('practitionerId', typed), read('practitionerId', theirs)]).toEqual(['Whoever is free', 'Tom']);
    expect([read('weekdays', typed), read('latest', typed)]).toEqual(['Tuesday, Thursday', '24:00']);
    expect([read('firstDay', typed), read('shortNotice', typed)]).toEqual(['1 December 2026', 'Yes']);
  });
});
