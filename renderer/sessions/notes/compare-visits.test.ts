import { expect, test } from 'vitest';
import { emptyValue, type NoteValues } from '../../../shared/note-values.ts';
import { factsOf } from './compare-visits.ts';

const content = {
  fields: [
    {
      id: 'a.response',
      section: 'A' as const,
      label: 'Response today',
      type: 'choice+text' as const,
      required: true,
      share: 'B' as const,
      guidance: '',
      options: [{ value: 'easier', label: 'Easier' }],
    },
  ],
};
const session = {
  touchSeconds: 640,
  distress: { before: 5, after: 3 },
  pain: { before: 4, after: 'declined' as const },
  areas: ['B-TRAP-L'],
};
const values: NoteValues = {
  'visit.contact_minutes': { ...emptyValue, number: 10 },
  's.suds_start': { ...emptyValue, number: 6 },
  'p.suds_end': { ...emptyValue, number: 'declined' },
  'consent.map': { ...emptyValue, areas: { 'B-TRAP-L': 'yes' } },
  'a.response': { ...emptyValue, choice: 'easier', text: 'Shoulders lower' },
  'p.plan': { ...emptyValue, text: ' The same ' },
};

test('the note says how a visit was, and its session what the note leaves open', () => {
  expect(factsOf(content, session, values)).toEqual({
    minutes: 10,
    distress: { before: 6, after: 'declined' },
    pain: { before: 4, after: 'declined' },
    done: ['B-TRAP-L'],
    states: { 'B-TRAP-L': 'yes' },
    response: 'Easier. Shoulders lower',
    fit: '',
    left: '',
    plan: 'The same',
  });
});

test('of a session without a note its own numbers are told, and of a note without a session nothing of hands', () => {
  expect(factsOf(content, session, {})).toMatchObject({ minutes: 11, distress: { before: 5, after: 3 }, states: null });
  expect(factsOf(content, null, {})).toMatchObject({ minutes: null, distress: { before: null, after: null }, done: [] });
});
