import { expect, test } from 'vitest';
import type { Handover } from '../../shared/handover.ts';
import { placeAfter } from './quiet-page.ts';

const after = (ids: readonly string[], calm: Handover['calm'] = null): string =>
  placeAfter({ clientId: 'c', fillings: ids.map((id) => ({ form: { id } })) as unknown as Handover['fillings'], calm, note: null });

test.each<readonly [readonly string[], string]>([
  [['safe-intake'], '#/clients/c/intake'],
  [['health-screen'], '#/clients/c/health'],
  [['safe-intake', 'health-screen'], '#/clients/c/intake'],
  [['informed-consent'], '#/clients/c/consent/returned'],
  [['safe-intake', 'informed-consent'], '#/clients/c/consent/returned?intake=true'],
  [['health-screen', 'informed-consent'], '#/clients/c/consent/returned?health=true'],
  [['safe-intake', 'health-screen', 'informed-consent'], '#/clients/c/consent/returned?intake=true&health=true'],
])('what was given back is opened: %s', (ids, place) => expect(after(ids)).toBe(place));

test('health is opened first where an answer called for the practitioner', () => {
  expect(after(['safe-intake', 'health-screen', 'informed-consent'], { numbers: null })).toBe('#/clients/c/health');
});

test('a note that was read is opened', () => {
  const note = { noteId: 'n', on: '2026-11-24', authorName: 'Hana', parts: [], answered: null, words: '' };
  expect(placeAfter({ clientId: 'c', fillings: [], calm: null, note })).toBe('#/notes/n');
});
