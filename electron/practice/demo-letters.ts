import { Temporal } from 'temporal-polyfill';
import type { InputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Signature } from '../../shared/signatures.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { type Ask, chose, keepVisit } from './demo-forms.ts';

/** Who outside the demo practice may be told what. Everybody is invented; numbers are reserved for fiction (555 01xx). */

const name = 'Maya Rosario';

const therapist: InputOf<'contacts.create'> = {
  kind: 'person',
  name: 'Dr. Helen Park',
  profession: 'psychologist',
  organisation: 'Stone Road Psychology',
  phone: '519 555 0164',
  email: '',
  address: '88 Stone Road West, Guelph, Ontario N1G 2W1',
  note: '',
};

/** Maya lets her therapist know how the sessions go, for five months: in Ontario no permission is older than six when something goes. */
export const keepSharing = async (
  ask: Ask,
  clients: readonly Client[],
  { today, signature }: { readonly today: CalendarDay; readonly signature: Signature },
): Promise<void> => {
  const clientId = clients.find((one) => one.chosenName === name)?.id;
  if (!clientId) return;
  const { id: contactId } = await ask('contacts.create', therapist);
  await ask('careTeam.set', { clientId, contactId, role: 'therapist' });
  const { id: release } = await ask('releases.prepare', { clientId, contactId, direction: 'both' });
  const kinds = ['attendance', 'plan', 'areas_contact', 'response', 'stops_pauses', 'aftercare'];
  await keepVisit(
    ask,
    clientId,
    {
      name,
      forms: [{ formId: 'release-of-information', blanks: { release } }],
      answers: {
        direction: chose('both'),
        desc: { kind: 'multi', values: kinds, other: '' },
        purpose: { kind: 'multi', values: ['coordinate_care', 'safety'], other: '' },
        expire: chose('date'),
        'expire-date': { kind: 'date', day: Temporal.PlainDate.from(today).add({ months: 5 }).toString() },
      },
      outcome: 'signed',
    },
    signature,
  );
};
