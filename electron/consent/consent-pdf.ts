// Placeholder until the drawing lands.
import type { Answers, Signature, Unprintable } from '../../shared/consent.ts';
import type { ConsentForm } from '../../shared/consent-form.ts';
export type ConsentToPrint = {
  documentId: string; form: ConsentForm; answers: Answers; signatures: readonly Signature[];
  practice: { practiceName: string; address: string; practitionerName: string; credential: string; licenceWords: string; paper: 'letter' | 'a4' };
  client: { legalName: string; chosenName: string; pronouns: string; birthDate: string | null };
  signedAt: string; zone: string; appVersion: string; auditHead: string; intents: Record<'client' | 'practitioner', string>; substitutesAgreed: boolean;
};
export const drawConsent = async (consent: ConsentToPrint): Promise<Uint8Array> => Buffer.from(JSON.stringify(consent));
export const unprintableInConsent = (_consent: ConsentToPrint): Unprintable[] => [];
