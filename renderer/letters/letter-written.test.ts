import { expect, test } from 'vitest';
import type { Reply } from '../../shared/app-error.ts';
import type { LetterDocument } from '../../shared/letter-document.ts';
import type { LetterDraft, OpenLetter } from '../../shared/letters.ts';
import { answered, draftIn, isKept, type Written, withKept, withOther } from './letter-written.ts';

/** What an answer of the vault makes of a letter that is typed on. */

const id = '01960000-0000-7000-8000-000000000001';
const document = (words: string, phone = '555'): LetterDocument => [
  {
    type: 'paragraph',
    content: [
      { type: 'text', text: words },
      { type: 'field', name: 'practice_phone', value: phone },
    ],
  },
];
const draft = (words: string): LetterDraft => ({
  document: document(words),
  facts: ['visits'],
  purpose: 'coordinate_care',
  exception: null,
  part2: false,
  clientNamed: 'full',
});
const recipient = { name: 'Dr. Okafor', profession: '', organisation: '', address: '' };
const open = (words: string, version = 1, phone?: string): OpenLetter => ({
  letter: {
    ...draft(words),
    document: document(words, phone),
    id,
    clientId: id,
    chosenName: 'Maya',
    kindId: 'progress-update',
    title: 'Short progress update',
    to: { kind: 'contact', contactId: id },
    recipient,
    state: 'draft',
    version,
    authorId: id,
    authorName: 'Anna Bell',
    createdAt: '2026-11-24T10:07:00.000Z',
    savedAt: '2026-11-24T10:07:00.000Z',
    finalisedAt: null,
    documentId: null,
    sendBy: null,
    replyBy: null,
    corrects: null,
    replacedBy: null,
    edition: '1.1.0',
    from: null,
    period: { from: '2026-11-01', to: '2026-11-24' },
    preview: null,
    unseenReason: '',
    releaseId: null,
    signedMethod: null,
    sha256: null,
    handedOver: [],
    replies: [],
  },
  kind: {
    id: 'progress-update',
    title: 'Short progress update',
    purpose: '',
    trigger: '',
    recipients: [],
    informationKinds: [],
    purposeId: 'coordinate_care',
    releaseRequired: true,
    exceptions: [],
    sendWithin: '',
    replyDays: 0,
    isUrgent: false,
    mayGoUnseen: false,
    minimumNecessary: '',
    neverInclude: [],
  },
  facts: [],
  fields: {},
  sentences: [],
  verdict: null,
  unfilled: [],
  found: [],
});
const written = (there: string, typed: string): Written => ({ open: open(there), draft: draft(typed), saving: { kind: 'saving' } });
const conflict = (current: object): Reply<OpenLetter> => ({
  ok: false,
  error: { code: 'conflict', current: JSON.parse(JSON.stringify(current)) },
});

test('a letter as it was read has nothing to send, however its words are cut', () => {
  const cut: LetterDocument = [
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'He' },
        { fact: undefined, text: 'llo', type: 'text' } as never,
        { type: 'field', value: '555', name: 'practice_phone' },
      ],
    },
  ];
  const read = open('Hello');
  expect(isKept({ open: read, draft: draftIn({ ...read.letter, document: cut }) })).toBe(true);
  expect(isKept(written('Hello', 'Hello you'))).toBe(false);
});

test('what is typed while it is sent goes after it', () => {
  const sent = answered(written('a', 'abc'), draft('ab'), null, { ok: true, value: open('ab', 2) });
  expect([sent.open.letter.version, sent.saving.kind, isKept(sent)]).toEqual([2, 'saving', false]);
  expect(answered(written('a', 'ab'), draft('ab'), null, { ok: true, value: open('ab', 2) }).saving.kind).toBe('saved');
});

test('a blank the record fills otherwise by now follows it, and asks for no second save', () => {
  const now = answered(written('a', 'ab'), draft('ab'), null, { ok: true, value: open('ab', 2, '777') });
  expect(now.draft.document).toEqual(document('ab', '777'));
  expect(now.saving.kind).toBe('saved');
});

test('another version is asked about, unless it is the very one that was sent or typed', () => {
  expect(answered(written('a', 'mine'), draft('mine'), null, conflict(open('theirs', 2).letter)).saving.kind).toBe('conflict');
  expect(answered(written('a', 'mine'), draft('mine'), null, conflict(open('mine', 2).letter)).saving.kind).toBe('saved');
  expect(withOther(written('a', 'more'), open('lost', 2).letter, draft('lost')).saving.kind).toBe('saving');
});

test('a save that fails keeps what was typed', () => {
  const failed = answered(written('a', 'ab'), draft('ab'), null, { ok: false, error: { code: 'unavailable', reason: 'vault' } as never });
  expect([failed.saving.kind, failed.draft]).toEqual(['failed', draft('ab')]);
  expect(withKept(failed, open('ab', 2)).saving.kind).toBe('saved');
});
