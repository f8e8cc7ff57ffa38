import { expect, test } from 'vitest';
import type { KeptDraft } from '../drafts.ts';
import { piecesOf } from './pieces.ts';

const draft = (key: string, keptAt: string | null): KeptDraft => ({
  key,
  title: key,
  place: '/',
  value: key,
  sent: null,
  kept: null,
  keptAt,
  waiting: keptAt === null,
  problem: null,
});

test('work of one piece is one line, going on with the newest; what is not kept yet is the newest of all', () => {
  const blanks = draft('consent-1/blanks', '2026-11-24T15:57:00.000Z');
  const form = draft('consent-1/form-general', '2026-11-24T15:58:00.000Z');
  const other = draft('consent-2/stop', '2026-11-24T15:59:00.000Z');
  const client = draft('new-client', null);
  expect(piecesOf([blanks, form, other, client])).toEqual([
    { piece: 'new-client', latest: client, drafts: [client] },
    { piece: 'consent-2', latest: other, drafts: [other] },
    { piece: 'consent-1', latest: form, drafts: [form, blanks] },
  ]);
  expect(piecesOf([])).toEqual([]);
});
