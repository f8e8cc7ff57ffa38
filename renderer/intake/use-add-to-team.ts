import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import { type CareTeamMember, careRoles } from '../../shared/contacts.ts';
import { call } from '../call.ts';
import { emptyContact, TypedContact } from '../ui/contact-form.ts';
import { useDraft } from '../use-draft.ts';
import { type Named, roleFrom, searchedName } from './care-team-rule.ts';

/** `who`: `nobody` yet, someone `new`, or the id of one in the directory. */
const Adding = z.strictObject({
  query: z.string(),
  who: z.string(),
  contact: TypedContact,
  role: z.string(),
  note: z.string(),
});
export type Adding = z.infer<typeof Adding>;

const begunWith = (named: Named | null): Adding => ({
  query: named ? searchedName(named.name) : '',
  who: 'nobody',
  contact: named ? { ...emptyContact, name: named.name, profession: named.role, phone: named.phone } : emptyContact,
  role: named ? (roleFrom(named.role) ?? '') : '',
  note: '',
});

export const chosenRole = ({ role }: Adding): CareTeamMember['role'] | undefined => careRoles.find((one) => one === role);

/** Adds someone in two steps that look like one: into the directory where they are new to it, then into the care team. */
export const useAddToTeam = (client: Client, named: Named | null, place: string) => {
  const { t } = useTranslation('contacts');
  // One name of the intake is one piece of work.
  const key = `care-team-${client.id}-${place.split('?')[1] ?? 'add'}`;
  const { value, set, drop, found } = useDraft({ key, title: t('team.draft', { name: client.chosenName }), place }, Adding, () =>
    begunWith(named),
  );
  const [error, setError] = useState<AppError | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);

  /** Gives back the name that was added; null where it was not. */
  const steps = async (anyway: boolean): Promise<string | null> => {
    const role = chosenRole(value);
    if (!role) return null;
    let contactId = value.who;
    if (value.who === 'new') {
      const made = await call('contacts.create', { ...value.contact, anyway });
      if (!made.ok) {
        setError(made.error);
        return null;
      }
      contactId = made.value.id;
      // Where the second step fails they are in the directory all the same, and not added twice.
      set({ ...value, who: contactId });
    }
    const reply = await call('careTeam.set', { clientId: client.id, contactId, role, note: value.note });
    setError(reply.ok ? null : reply.error);
    return reply.ok ? (reply.value.members.find(({ contact }) => contact.id === contactId)?.contact.name ?? '') : null;
  };
  const add = async (anyway: boolean): Promise<string | null> => {
    if (running.current) return null;
    running.current = true;
    setBusy(true);
    setError(null);
    const name = await steps(anyway);
    running.current = false;
    setBusy(false);
    return name;
  };
  return {
    key,
    value,
    set: (next: Adding): void => {
      setError(null);
      set(next);
    },
    drop: () => drop(),
    found,
    add,
    error,
    busy,
    startAnew: () => {
      setError(null);
      drop(begunWith(named));
    },
  };
};
