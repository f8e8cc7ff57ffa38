import type { Repeat } from '../../shared/recurrence.ts';
import { type Headless, okOf } from './headless-process.ts';
import type { After, Base, Workflow } from './kill-workflows.ts';

const repeat: Repeat = { every: 1, unit: 'week', weekdays: [], monthBy: 'day', end: { kind: 'count', count: 6 } };

/** What a series needs, kept before anything is killed. */
const asked = async (vault: Headless, { clients }: Base) => {
  const details = {
    name: 'Massage',
    minutes: 60,
    before: 0,
    after: 15,
    price: null,
    taxName: '',
    taxRate: 0,
    noteTemplate: '',
    active: true,
  };
  const { id: serviceId } = await okOf(vault.call('services.save', { id: null, version: 0, details }));
  const practitionerId = (await okOf(vault.call('practitioners.list', {}))).own ?? '';
  const when = { day: '2026-12-01', time: '10:00', practitionerId, roomId: null };
  return { clientId: clients[0]!.id, ...when, serviceId, minutes: 60, before: 0, after: 15, price: null, note: '', repeat };
};

/** All of a series stands at one time, or none of it is there; and each row has the entries of what became of it. */
const torn = ({ kept: { appointments } }: After): string | null => {
  const times = new Set(appointments.map(({ time }) => time));
  if (appointments.length !== 0 && appointments.length !== 6) return `${appointments.length} of 6 appointments`;
  if (times.size > 1) return `one series at ${[...times].join(' and ')}`;
  return appointments.every(({ version, changes }) => version === changes) ? null : 'an appointment without what became of it';
};

const standsAt = ({ kept: { appointments } }: After, time: string): boolean => appointments.length === 6 && appointments[0]?.time === time;

/** A series booked, and one moved: each whole or not at all. */
export const scheduleWorkflows: readonly Workflow[] = [
  {
    name: 'booking a series',
    starts: 'open',
    ready: async (vault, base) => {
      const input = await asked(vault, base);
      return () => vault.call('appointments.book', input);
    },
    wrong: (after) => torn(after) ?? (after.told !== null && !standsAt(after, '10:00') ? 'told, and not there' : null),
  },
  {
    name: 'moving a series',
    starts: 'open',
    ready: async (vault, base) => {
      const input = await asked(vault, base);
      const { appointment } = await okOf(vault.call('appointments.book', input));
      const { day, practitionerId, roomId, minutes } = input;
      const to = { day, time: '14:00', practitionerId, roomId, minutes, scope: 'all' } as const;
      return () => vault.call('appointments.move', { id: appointment.id, version: appointment.version, ...to });
    },
    wrong: (after) => {
      if (after.kept.appointments.length === 0) return 'what was booked before is gone';
      return torn(after) ?? (after.told !== null && !standsAt(after, '14:00') ? 'told, and not moved' : null);
    },
  },
];
