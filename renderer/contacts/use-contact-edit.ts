import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import type { AppError } from '../../shared/app-error.ts';
import { Contact } from '../../shared/contacts.ts';
import type { Side } from '../ui/conflict.tsx';
import {
  type ContactField,
  contactTakenFrom,
  disputedContactFields,
  mergedContact,
  TypedContact,
  typedContact,
} from '../ui/contact-form.ts';
import { useSend } from '../use-call.ts';
import { useDraft } from '../use-draft.ts';

/** What is typed, and the contact as it was opened: what was typed is told apart from what was there by it. */
const Draft = z.strictObject({ typed: TypedContact, base: TypedContact, version: z.int() }).readonly();
type Draft = z.infer<typeof Draft>;

const draftFrom = (contact: Contact): Draft => ({ typed: typedContact(contact), base: typedContact(contact), version: contact.version });

export const contactDraftKey = (id: string): string => `contact-${id}`;

type Editing = {
  readonly typed: TypedContact;
  readonly found: boolean;
  /** What someone saved meanwhile, and the fields only the person can decide about. */
  readonly theirs: TypedContact | null;
  readonly disputed: readonly ContactField[];
  readonly isSending: boolean;
  readonly error: AppError | null;
  readonly type: (typed: TypedContact) => void;
  readonly save: () => Promise<Contact | null>;
  readonly choose: (sides: Readonly<Record<ContactField, Side>>) => Promise<Contact | null>;
  readonly putBack: () => void;
};

/** A contact being changed; someone else's change of other fields is taken along, of the same ones it is asked about. */
export const useContactEdit = (contact: Contact): Editing => {
  const { t } = useTranslation('contacts');
  const about = {
    key: contactDraftKey(contact.id),
    title: t('form.editTitle', { name: contact.name }),
    place: `/contacts/${contact.id}/edit`,
  };
  const { value: draft, set, drop, found } = useDraft(about, Draft, () => draftFrom(contact));
  const { send, isSending, error, forget } = useSend('contacts.update');
  const sending = useRef(false);
  const current = error?.code === 'conflict' ? Contact.safeParse(error.current).data : undefined;
  const theirs = current ? typedContact(current) : null;

  /** Once more on top of what someone saved meanwhile, as long as there is nothing to ask. */
  const sendOn = async (from: Draft): ReturnType<typeof send> => {
    set(from);
    const reply = await send({ id: contact.id, version: from.version, details: from.typed });
    const saved = !reply.ok && reply.error.code === 'conflict' ? Contact.safeParse(reply.error.current).data : undefined;
    const three = saved ? { ...from, theirs: typedContact(saved) } : null;
    if (!saved || !three || disputedContactFields(three).length > 0) return reply;
    return sendOn({ typed: mergedContact(three), base: three.theirs, version: saved.version });
  };
  const save = async (from: Draft): Promise<Contact | null> => {
    if (sending.current) return null;
    sending.current = true;
    const reply = await sendOn(from);
    sending.current = false;
    if (!reply.ok) return null;
    drop();
    return reply.value;
  };
  return {
    typed: draft.typed,
    found,
    theirs,
    disputed: theirs ? disputedContactFields({ ...draft, theirs }) : [],
    isSending,
    error,
    type: (typed) => {
      forget();
      set({ ...draft, typed });
    },
    save: () => save(draft),
    choose: async (sides) => {
      if (!current || !theirs) return null;
      const merged = mergedContact({ ...draft, theirs });
      const wanted = contactTakenFrom((field) => (sides[field] === 'theirs' ? theirs : merged));
      return save({ typed: wanted, base: theirs, version: current.version });
    },
    putBack: () => {
      forget();
      drop(draftFrom(contact));
    },
  };
};
