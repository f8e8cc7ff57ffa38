import { z } from 'zod';
import { type AuditSubject, call, clinical } from './call.ts';
import { Id } from './ids.ts';
import { limits } from './limits.ts';
import { Name, OptionalName, Paragraph, TextLine } from './text.ts';
import { CalendarDay, Instant } from './time.ts';

export const contactKinds = ['person', 'organisation'] as const;
/** What someone is to a client's health. */
export const careRoles = [
  'therapist',
  'physician',
  'psychiatrist',
  'specialist',
  'midwife',
  'bodywork',
  'social-worker',
  'family',
  'other',
] as const;

/** Someone, or some place, the practice works with. Empty is "not given". */
export const ContactDetails = z.strictObject({
  kind: z.enum(contactKinds),
  name: Name,
  /** "Clinical psychologist". */
  profession: OptionalName,
  /** Where a person works. */
  organisation: OptionalName,
  phone: OptionalName,
  email: z.union([
    z.literal(''),
    z
      .string()
      .trim()
      .max(limits.namePart)
      .regex(/^[^\s@]+@[^\s@]+$/, 'not-an-email'),
  ]),
  address: TextLine,
  note: Paragraph,
});
export type ContactDetails = z.infer<typeof ContactDetails>;

export const Contact = ContactDetails.extend({
  id: Id,
  version: z.int().min(1),
  createdAt: Instant,
  updatedAt: Instant,
  /** The one it was merged into: it is not offered any more, and what named it shows the other. */
  mergedInto: Id.nullable(),
});
export type Contact = z.infer<typeof Contact>;

export const CareTeamMember = z.strictObject({
  contact: Contact,
  role: z.enum(careRoles),
  note: z.string(),
  since: CalendarDay,
  /** No longer: kept, and not offered. */
  endedOn: CalendarDay.nullable(),
});
export type CareTeamMember = z.infer<typeof CareTeamMember>;

type Asked = { readonly query: string; readonly offset: number };

export const contactCalls = {
  /** `anyway`: not one of those that look alike. @throws Refusal contact-alike with `contacts` (ids) unless `anyway` */
  'contacts.create': call({
    input: ContactDetails.extend({ anyway: z.boolean().default(false) }),
    output: Contact,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'contact-created' },
  }),
  /** @throws Refusal contact-merged; conflict with the contact as it stands */
  'contacts.update': call({
    input: z.strictObject({ id: Id, version: z.int().min(1), details: ContactDetails }),
    output: Contact,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'contact-changed' },
  }),
  /** One of them, with how many clients have them in their care team now, and who looks alike. */
  'contacts.get': call({
    input: z.strictObject({ id: Id }),
    output: z.strictObject({
      contact: Contact,
      clients: z.array(z.strictObject({ clientId: Id, chosenName: z.string() })),
      alike: z.array(Contact),
    }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'dispatch', action: 'contact-opened', about: (input: { readonly id: string }): AuditSubject => ({ recordId: input.id }) },
  }),
  /** All for an empty query, else those in whose name, profession, organisation, mail or phone every part is found; by name. */
  'contacts.search': call({
    input: z.strictObject({
      query: z.string().max(limits.line),
      limit: z.int().min(1).max(limits.page).default(50),
      offset: z.int().min(0).default(0),
    }),
    output: z.strictObject({ contacts: z.array(Contact), total: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'contacts-searched',
      about: () => ({}),
      run: (before: Asked, now: Asked) =>
        before.offset === 0 && now.offset === 0 && (now.query.startsWith(before.query) || before.query.startsWith(now.query)),
    },
  }),
  /** Two that are one: `goneId` is kept as merged, and every care team and clearance that named it names the other. @throws Refusal contacts-same, contact-merged; conflict */
  'contacts.merge': call({
    input: z.strictObject({ keepId: Id, keepVersion: z.int().min(1), goneId: Id, goneVersion: z.int().min(1), details: ContactDetails }),
    output: Contact,
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'contacts-merged' },
  }),
  /** Puts someone into a client's care team, changes their role, or ends it. @throws Refusal contact-merged, client-archived */
  'careTeam.set': call({
    input: z.strictObject({
      clientId: Id,
      contactId: Id,
      role: z.enum(careRoles),
      note: TextLine.default(''),
      ended: z.boolean().default(false),
    }),
    output: z.strictObject({ members: z.array(CareTeamMember) }),
    roles: clinical,
    states: ['open'],
    audit: { by: 'transaction', action: 'care-team-changed' },
  }),
  /** Everyone in it, those that ended last. */
  'careTeam.of': call({
    input: z.strictObject({ clientId: Id }),
    output: z.strictObject({ members: z.array(CareTeamMember) }),
    roles: clinical,
    states: ['open'],
    audit: {
      by: 'dispatch',
      action: 'care-team-opened',
      about: (input: { readonly clientId: string }): AuditSubject => ({ clientId: input.clientId }),
    },
  }),
};
