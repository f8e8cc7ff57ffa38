import { describe, expect, test } from 'vitest';
import type { NoteLine } from '../../../shared/notes.ts';
import type { SessionLine } from '../../../shared/sessions.ts';
import { inErrorOf, listedOf } from './notes-listed.ts';

const session = (id: string, startedAt: string): SessionLine => ({
  id,
  startedAt,
  endedAt: startedAt,
  practitionerName: 'Hana',
  talkOnly: false,
  touchSeconds: 0,
  blocks: 0,
  areas: [],
  distress: { before: null, after: null },
  pain: { before: null, after: null },
  stops: [],
  dissociation: null,
  arousal: null,
  action: null,
  underRule: false,
  helped: [],
});

const note = (id: string, on: string, more: Partial<NoteLine> = {}): NoteLine => ({
  id,
  clientId: 'client',
  authorId: 'hana',
  authorName: 'Hana',
  sessionId: null,
  on,
  writtenOn: on,
  format: 'SOAP',
  state: 'signed',
  revision: 1,
  savedAt: `${on}T10:00:00.000Z`,
  signedAt: null,
  addenda: 0,
  reviewed: false,
  ...more,
});

type Told = Parameters<typeof listedOf>[0];
/** Each line by the ids on it. */
const ids = ({ sessions = [], notes = [], isCut = false }: Partial<Told>): readonly string[] =>
  listedOf({ sessions, notes, isCut }, (at) => at.slice(0, 10)).map((one) =>
    one.kind === 'note' ? one.note.id : `${one.session.id}:${one.note?.id ?? '-'}`,
  );

const morning = session('morning', '2026-11-20T09:00:00.000Z');
const evening = session('evening', '2026-11-20T17:00:00.000Z');
const before = session('before', '2026-11-10T09:00:00.000Z');

describe('sessions and notes as one list', () => {
  test.each<readonly [string, Partial<Told>, readonly string[]]>([
    ['nothing', {}, []],
    ['sessions alone, newest first', { sessions: [before, evening, morning] }, ['evening:-', 'morning:-', 'before:-']],
    [
      'each session with its own note',
      { sessions: [evening, morning], notes: [note('n', '2026-11-20', { sessionId: 'morning' })] },
      ['evening:-', 'morning:n'],
    ],
    [
      'quick notes by their day, before a session of the same day',
      { sessions: [morning, before], notes: [note('between', '2026-11-15'), note('same', '2026-11-20'), note('old', '2026-01-01')] },
      ['same', 'morning:-', 'between', 'before:-', 'old'],
    ],
    [
      'a note written later by the day it is about',
      { sessions: [morning], notes: [note('late', '2026-11-21', { writtenOn: '2026-11-30' }), note('early', '2026-11-19')] },
      ['late', 'morning:-', 'early'],
    ],
    [
      'what was entered in error in no line, and a second note in its place',
      {
        sessions: [morning],
        notes: [
          note('wrong', '2026-11-20', { sessionId: 'morning', state: 'in-error' }),
          note('right', '2026-11-20', { sessionId: 'morning', state: 'draft' }),
          note('lost', '2026-11-20', { state: 'in-error' }),
        ],
      },
      ['morning:right'],
    ],
    [
      'no quick notes from before the oldest session of a list that is cut',
      { sessions: [morning], isCut: true, notes: [note('before', '2026-11-19'), note('same', '2026-11-20')] },
      ['same', 'morning:-'],
    ],
  ])('%s', (_what, told, lines) => expect(ids(told)).toEqual(lines));

  test('those in error stand apart', () => {
    const wrong = note('wrong', '2026-11-20', { state: 'in-error' });
    expect(inErrorOf([note('right', '2026-11-20'), wrong])).toEqual([wrong]);
  });
});
