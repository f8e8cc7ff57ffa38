import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Contact } from '../../shared/contacts.ts';
import type { Recipient, Release } from '../../shared/releases.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { contactNotFound, standingContact } from '../clients/change-contact.ts';
import { formWorldOf } from '../consent/form-world.ts';
import { liesIn } from '../consent/lies-in.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { withdrawConsent } from '../consent/withdrawal-service.ts';
import type { Practice } from '../practice/practice.ts';
import { wentOutUnder } from './disclosures-repository.ts';
import { gateNow, releaseToday, verdictFor } from './gate-service.ts';
import {
  draftOf,
  draftsOfClient,
  insertReleaseEvent,
  type KeptRelease,
  keepDraft,
  type ReleaseDraft,
  signedReleaseOf,
  signedReleasesOf,
} from './releases-repository.ts';

export const releaseNotFound = (): Refused => new Refused({ code: 'not-found', what: 'release' });

export const recipientFrom = ({ name, profession, organisation, address }: Contact): Recipient => ({
  name,
  profession,
  organisation,
  address,
});

const asRelease = ({ replaces: _, preparedBy: __, ...draft }: ReleaseDraft, standingId: string, place: string): Release => ({
  ...draft,
  standingId,
  state: 'draft',
  kinds: [],
  measures: [],
  purposes: [],
  purposeWords: '',
  special: [],
  coversWords: '',
  consentId: null,
  documentId: null,
  signedAt: null,
  authority: '',
  place,
  endsOn: null,
  endEvent: '',
  eventOn: null,
  revokedAt: null,
  revokedWords: '',
  replacedBy: null,
});

/** Records under 42 CFR Part 2 are a matter of the United States alone. */
const isOfferedHere = (place: string, formId: string): boolean => formId !== 'part2-consent' || liesIn(place, 'US');

export const prepareRelease = async (
  practice: Practice,
  { clientId, contactId, formId, direction, replaces }: ParsedInputOf<'releases.prepare'>,
): Promise<OutputOf<'releases.prepare'>> => {
  const world = await formWorldOf(practice, clientId);
  const { place } = world.profile;
  if (world.client.archivedAt !== null) throw new Refusal('client-archived');
  if (!world.forms.some(({ id }) => id === formId) || !isOfferedHere(place, formId)) throw new Refusal('form-not-offered', { formId });
  const draft = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const contact = await standingContact(tx, contactId);
    const before = replaces === null ? null : await signedReleaseOf(tx, replaces);
    if (replaces !== null && (before?.clientId !== clientId || before.standingId !== contact.id || before.replacedBy !== null))
      throw releaseNotFound();
    const made: ReleaseDraft = {
      id: practice.newId(),
      clientId,
      formId,
      contactId,
      recipient: recipientFrom(contact),
      direction,
      replaces,
      preparedAt: practice.now(),
      preparedBy: practice.actor.id,
    };
    const id = await keepDraft(tx, made);
    await recordAudit(tx, practice, { clientId, recordId: id });
    return { ...made, id };
  });
  practice.changed('releases');
  return asRelease(draft, contactId, place);
};

const today = async (practice: Practice, kept: KeptRelease): Promise<Release> => releaseToday(kept, await gateNow(practice));

const endByEvent = async (practice: Practice, kept: KeptRelease, words: string): Promise<void> => {
  const { day: on } = await gateNow(practice);
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const now = await signedReleaseOf(tx, kept.id);
    if (now?.eventOn !== null || now.revokedAt !== null) throw new Refusal('already-withdrawn');
    await insertReleaseEvent(tx, { releaseId: kept.id, on, at: practice.now(), by: practice.actor.id, words });
    await recordAudit(tx, practice, { clientId: kept.clientId, recordId: kept.id });
  });
};

export const revokeRelease = async (
  practice: Practice,
  { id, why, by, words }: ParsedInputOf<'releases.revoke'>,
): Promise<OutputOf<'releases.revoke'>> => {
  const kept = await signedReleaseOf(practice.db, id);
  if (!kept?.consentId) throw (await draftOf(practice.db, id)) ? new Refusal('release-not-signed') : releaseNotFound();
  if (why === 'event') await endByEvent(practice, kept, words);
  else await withdrawConsent(practice, { consentId: kept.consentId, by, parts: [], words });
  practice.changed('releases', 'consents', 'letters');
  return today(practice, (await signedReleaseOf(practice.db, id)) ?? kept);
};

export const releasesOf = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'releases.ofClient'>,
): Promise<OutputOf<'releases.ofClient'>> => {
  const { profile } = await formWorldOf(practice, clientId);
  const now = await gateNow(practice);
  const drafts = await draftsOfClient(practice.db, clientId);
  const signed = await signedReleasesOf(practice.db, clientId);
  return {
    releases: [
      ...drafts.map(({ standingId, ...draft }) => asRelease(draft, standingId, profile.place)),
      ...signed.map((release) => releaseToday(release, now)),
    ],
    wentOut: [...(await wentOutUnder(practice.db, clientId))],
  };
};

export const permitsSharing = async (
  practice: Practice,
  asked: ParsedInputOf<'releases.permits'>,
): Promise<OutputOf<'releases.permits'>> => {
  await formWorldOf(practice, asked.clientId);
  const contact = await practice.db.selectFrom('contacts').select('id').where('id', '=', asked.contactId).executeTakeFirst();
  if (!contact) throw contactNotFound();
  return verdictFor(practice, asked);
};
