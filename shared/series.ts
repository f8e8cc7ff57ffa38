import { z } from 'zod';
import { Changed, DayConflicts, despite } from './appointments.ts';
import { call, reception } from './call.ts';
import { Id } from './ids.ts';
import { Repeat } from './recurrence.ts';

const seen = { id: Id, version: z.int().min(1) };

export const seriesCalls = {
  /**
   * Another rule from one appointment on, or for all that are ahead. Those changed for themselves keep it, as far as they still are days of the rule.
   * What the new rule gives besides is booked, but days left out while only its end is another; what it no longer gives is cancelled. The
   * answer names one that is there.
   * @throws Refusal series-empty, series-too-long, appointment-conflicts, appointment-over, scope-not-possible (it is of no series); where something
   * new is booked client-archived, service-off, room-off, practitioner-off; conflict
   */
  'series.edit': call({
    input: z.strictObject({ ...seen, repeat: Repeat, scope: z.enum(['following', 'all']), ...despite }),
    output: Changed,
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'series-changed' },
  }),
  /**
   * Makes series without an end a year ahead of today; days that conflict are left out and named. Those whose client is archived, or whose
   * practitioner, room or service is not offered any more, rest.
   */
  'series.extend': call({
    input: z.strictObject({}),
    output: z.strictObject({ made: z.int().min(0), skipped: z.array(DayConflicts.extend({ clientId: Id })) }),
    roles: reception,
    states: ['open'],
    audit: { by: 'transaction', action: 'series-extended' },
  }),
};
