import { expect, test } from 'vitest';
import { emptyValue } from '../../../shared/note-values.ts';
import type { Note, NoteDraft } from '../../../shared/notes.ts';
import { answered, draftIn, isKept, type Written, withKept, withOther } from './note-written.ts';

/** What an answer of the vault makes of a note that is typed on. */

const id = '01960000-0000-7000-8000-000000000001';
const draft = (text: string): NoteDraft => ({
  on: '2026-11-24',
  templateId: null,
  format: 'SOAP',
  values: { 'o.observed': { ...emptyValue, text } },
  custom: [],
  kept: [],
});
const note = (text: string, revision: number): Note => ({
  ...draft(text),
  id,
  clientId: id,
  authorId: id,
  authorName: 'Anna Bell',
  chosenName: 'Maya',
  sessionId: null,
  startedAt: null,
  writtenOn: '2026-11-24',
  state: 'draft',
  revision,
  savedAt: '2026-11-24T10:07:00.000Z',
  signedAt: null,
  signed: null,
  addenda: [],
  reviews: [],
  inError: null,
  movedFrom: null,
  isOwn: true,
});
const written = (there: string, typed: string, revision = 1): Written => ({
  note: note(there, revision),
  draft: draft(typed),
  saving: { kind: 'saving' },
});
const savedAt = '2026-11-24T10:08:00.000Z';
const yes = { ok: true, value: { id, clientId: id, revision: 2, savedAt } } as const;

test('saved is said only of all that stands on the screen', () => {
  expect(answered(written('A', 'AB'), draft('AB'), null, yes).saving).toEqual({ kind: 'saved', at: savedAt });
  const onTheWay = answered(written('A', 'ABC'), draft('AB'), null, yes);
  expect([onTheWay.saving, onTheWay.note.revision, isKept(onTheWay)]).toEqual([{ kind: 'saving' }, 2, false]);
});

test('a failure keeps what was typed, and says why', () => {
  const error = { code: 'unavailable', reason: 'vault-ended' } as const;
  expect(answered(written('A', 'AB'), draft('AB'), null, { ok: false, error })).toEqual({
    ...written('A', 'AB'),
    saving: { kind: 'failed', error },
  });
});

test('another version is asked about, unless it is the very one that was sent or that is typed', () => {
  const theirs = note('Theirs', 5);
  const refused = { ok: false, error: { code: 'conflict', current: theirs } } as const;
  expect(answered(written('A', 'AB'), draft('AB'), null, refused)).toEqual({
    ...written('A', 'AB'),
    saving: { kind: 'conflict', theirs },
  });
  // An answer was lost: what stands there was sent from here.
  const lost = withOther(written('A', 'ABC'), note('AB', 2), draft('AB'));
  expect([lost.saving.kind, lost.note.revision, lost.draft]).toEqual(['saving', 2, draft('ABC')]);
  expect(withOther(written('A', 'AB'), note('AB', 2), null).saving.kind).toBe('saved');
});

test('an empty value is as none', () => {
  const typed = { ...draft('A'), values: { ...draft('A').values, 'p.plan': emptyValue } };
  expect(withKept({ ...written('A', 'A'), draft: typed }, note('A', 1)).saving.kind).toBe('saved');
  expect(draftIn(note('A', 3))).toEqual(draft('A'));
});
