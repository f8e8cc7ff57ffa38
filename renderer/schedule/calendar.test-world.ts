import type { AppointmentLine } from '../../shared/appointment.ts';
import { instantOf, millisecondsOf } from '../../shared/schedule-time.ts';
import { instantFrom } from '../../shared/time.ts';

const zone = 'America/Toronto';

/** An hour with Hana on 24 November at ten; change what the test is about. */
export const line = (more: Partial<AppointmentLine> = {}): AppointmentLine => {
  const { day, time, minutes } = { day: '2026-11-24', time: '10:00', minutes: 60, ...more };
  const startsAt = more.startsAt ?? instantOf(day, time, more.zone ?? zone);
  return {
    id: `${day} ${time}`,
    version: 1,
    clientId: 'maya',
    chosenName: 'Maya Rosario',
    pronouns: 'she/her',
    serviceId: 'massage',
    serviceName: 'Massage',
    practitionerId: 'hana',
    roomId: 'garden',
    zone,
    before: 0,
    after: 15,
    status: 'booked',
    statusAt: '2026-11-20T10:00:00.000Z',
    seriesId: null,
    overridden: false,
    note: '',
    ...more,
    day,
    time,
    minutes,
    startsAt,
    endsAt: more.endsAt ?? instantFrom(millisecondsOf(startsAt) + minutes * 60_000),
  };
};
