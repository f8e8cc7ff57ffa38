import { z } from 'zod';
import { call, roles } from './call.ts';
import { Name, TextLine } from './text.ts';
import { Zone } from './time.ts';

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

export const profileCalls = {
  'profile.get': call({ input: z.strictObject({}), output: Profile, roles, states: ['open'], audit: 'none' }),
  'profile.update': call({
    input: z.strictObject({ version: z.int().min(1), details: ProfileDetails }),
    output: Profile,
    roles: ['owner'],
    states: ['open'],
    audit: { by: 'transaction', action: 'profile-changed' },
  }),
};
