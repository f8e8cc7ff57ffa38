import { expect, test } from 'vitest';
import type { Service } from '../../shared/people-and-rooms.ts';
import { words } from '../words.ts';
import { serviceAndLength } from './wish-words.ts';

const t = words.getFixedT('en', 'waitlist');

test.each([
  ['Massage', 60, 'Massage · 60 minutes'],
  ['Massage, 60 minutes', 60, 'Massage, 60 minutes'],
  ['Massage 60′', 60, 'Massage 60′'],
  ['First session (90)', 90, 'First session (90)'],
  ['Massage, 60 minutes', 75, 'Massage, 60 minutes · 75 minutes'],
  ['Room 160', 60, 'Room 160 · 60 minutes'],
])('%s of %i minutes', (name, minutes, expected) => {
  const service: Service = {
    ...{ id: 'one', version: 1, name, minutes, before: 0, after: 15, price: null, taxName: '', taxRate: 0, noteTemplate: '', active: true },
  };
  expect(serviceAndLength(t, { services: [service] }, { serviceId: 'one', minutes })).toBe(expected);
});
