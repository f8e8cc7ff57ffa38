import { z } from 'zod';
import { call, clinical, roles } from './call.ts';
import { Name, Paragraph, shows, TextLine } from './text.ts';
import { CalendarDay, Zone } from './time.ts';

/** Where the practice works: country, and state or province where rules differ. Jurisdictions of the forms follow it. */
export const Place = z.string().regex(/^(US|CA|GB|[A-Z]{2})(-[A-Z0-9]{1,3})?$/);
export type Place = z.infer<typeof Place>;

/** The practice's own name and address and who works there; first cut of product.md 1. Empty strings are "not given yet". */
export const ProfileDetails = z.strictObject({
  practiceName: Name,
  address: TextLine,
  practitionerName: Name,
  /** As on the licence: "registered massage therapist". */
  credential: TextLine,
  /** In words: "registration number 12345". */
  licenceWords: TextLine,
  place: Place,
  zone: Zone,
  /** Sheet for printed documents. */
  paper: z.enum(['letter', 'a4']),
});
export type ProfileDetails = z.infer<typeof ProfileDetails>;

export const Profile = ProfileDetails.extend({ version: z.int().min(1), role: z.enum(roles) });
export type Profile = z.infer<typeof Profile>;

/** Words of the practice that its forms need, by placeholder of the content: fees, the regulator, how long records are kept. */
export const FormFact = z.strictObject({
  placeholder: z.string().max(60),
  words: Paragraph,
  /** The day somebody checked it: an emergency or crisis number is not printed without one. */
  checkedOn: CalendarDay.nullable(),
});
export type FormFact = z.infer<typeof FormFact>;

/** Numbers that somebody may call in danger (consents.json: "checked and dated"). */
export const needsCheck = (placeholder: string): boolean => placeholder === 'emergency_number' || placeholder === 'crisis_number';

/** Words that may stand on a form: a number somebody may call in danger only once it was checked. */
export const mayBePrinted = (fact: FormFact): boolean => shows(fact.words) && (!needsCheck(fact.placeholder) || fact.checkedOn !== null);

/** The age under which a guardian is asked is counted with, so it is a whole number of years and nothing else. */
export const isFitFact = (fact: FormFact): boolean =>
  fact.placeholder !== 'local_age' || fact.words === '' || /^[1-9]\d?$/.test(fact.words);

const AskedFact = FormFact.extend({ label: z.string(), example: z.string(), needsCheck: z.boolean() });

/** What came with the application: the clinical content, its state and where it comes from. */
const ContentFile = z.strictObject({
  file: z.string(),
  title: z.string(),
  version: z.string(),
  date: z.string(),
  /** As the content says it of itself, "draft - needs review by ...". */
  status: z.string(),
  attributions: z.array(z.string()),
});

export const profileCalls = {
  'profile.formFacts': call({
    input: z.strictObject({}),
    output: z.strictObject({ facts: z.array(AskedFact), version: z.int() }),
    roles: clinical,
    states: ['open'],
    audit: 'none',
  }),
  /** Keeps the facts that are named; others stay. @throws Refusal placeholder-unknown, number-not-checked; conflict when someone saved meanwhile */
  'profile.setFormFacts': call({
    input: z.strictObject({ version: z.int().min(0), facts: z.array(FormFact).max(100) }),
    output: z.strictObject({ version: z.int() }),
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'form-facts-changed' },
  }),
  'profile.content': call({
    input: z.strictObject({}),
    output: z.strictObject({ files: z.array(ContentFile) }),
    roles,
    states: ['open'],
    audit: 'none',
  }),
  'profile.get': call({ input: z.strictObject({}), output: Profile, roles, states: ['open'], audit: 'none' }),
  'profile.update': call({
    input: z.strictObject({ version: z.int().min(1), details: ProfileDetails }),
    output: Profile,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'profile-changed' },
  }),
};
