import { sql } from 'kysely';
import { z } from 'zod';
import { dayKept } from '../../shared/consent-state.ts';
import { informationKinds, Recipient, type Release, releaseForms, sharingDirections, sharingPurposes } from '../../shared/releases.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import type { ReleaseDraftTable, ReleaseTable } from '../store/letter-schema.ts';

const Json = <S extends z.ZodType>(schema: S) => ({ from: (text: string): z.output<S> => schema.parse(JSON.parse(text)) });
const recipient = Json(Recipient);
const kinds = Json(z.array(z.enum(informationKinds)));
const purposes = Json(z.array(z.enum(sharingPurposes)));
const words = Json(z.array(z.string()));
const FormId = z.enum(releaseForms);
const Direction = z.enum(sharingDirections);

/** A release as it is kept; what it is today depends on the day. */
export type KeptRelease = Omit<Release, 'state'>;

export type ReleaseDraft = Pick<Release, 'id' | 'clientId' | 'formId' | 'contactId' | 'recipient' | 'direction' | 'preparedAt'> & {
  readonly replaces: string | null;
  readonly preparedBy: string;
};

const draftFrom = (row: ReleaseDraftTable): ReleaseDraft => ({
  id: row.id,
  clientId: row.client_id,
  formId: FormId.parse(row.form_id),
  contactId: row.contact_id,
  recipient: recipient.from(row.recipient),
  direction: Direction.parse(row.direction),
  replaces: row.replaces,
  preparedAt: row.prepared_at,
  preparedBy: row.prepared_by,
});

/** Of a client, recipient and form there is one draft; made ready again it is that one. @returns its id */
export const keepDraft = async (tx: Tx, draft: ReleaseDraft): Promise<string> => {
  const changing = {
    recipient: JSON.stringify(draft.recipient),
    direction: draft.direction,
    replaces: draft.replaces,
    prepared_at: draft.preparedAt,
    prepared_by: draft.preparedBy,
  };
  const { id } = await tx
    .insertInto('release_drafts')
    .values({ id: draft.id, client_id: draft.clientId, contact_id: draft.contactId, form_id: draft.formId, ...changing })
    .onConflict((conflict) => conflict.columns(['client_id', 'contact_id', 'form_id']).doUpdateSet(changing))
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

export const draftOf = async (db: Reader, id: string): Promise<ReleaseDraft | null> => {
  const row = await db.selectFrom('release_drafts').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? draftFrom(row) : null;
};

export const eraseDraft = async (tx: Tx, id: string): Promise<void> => {
  await tx.deleteFrom('release_drafts').where('id', '=', id).execute();
};

export type NewRelease = Pick<
  Release,
  | 'id'
  | 'clientId'
  | 'formId'
  | 'contactId'
  | 'recipient'
  | 'direction'
  | 'preparedAt'
  | 'kinds'
  | 'measures'
  | 'purposes'
  | 'purposeWords'
  | 'special'
  | 'coversWords'
  | 'authority'
  | 'endEvent'
> & { readonly replaces: string | null; readonly consentId: string };

export const insertRelease = async (tx: Tx, release: NewRelease): Promise<void> => {
  const row: ReleaseTable = {
    id: release.id,
    client_id: release.clientId,
    contact_id: release.contactId,
    form_id: release.formId,
    recipient: JSON.stringify(release.recipient),
    direction: release.direction,
    replaces: release.replaces,
    prepared_at: release.preparedAt,
    consent_id: release.consentId,
    kinds: JSON.stringify(release.kinds),
    measures: JSON.stringify(release.measures),
    purposes: JSON.stringify(release.purposes),
    purpose_words: release.purposeWords,
    special: JSON.stringify(release.special),
    covers_words: release.coversWords,
    authority: release.authority,
    end_event: release.endEvent,
  };
  await tx.insertInto('releases').values(row).execute();
};

export const insertReleaseEvent = async (
  tx: Tx,
  event: { readonly releaseId: string; readonly on: string; readonly at: string; readonly by: string; readonly words: string },
): Promise<void> => {
  await tx
    .insertInto('release_events')
    .values({ release_id: event.releaseId, happened_on: event.on, at: event.at, by: event.by, words: event.words })
    .execute();
};

/** Whoever the entry was merged into; who was merged into that one was led on with it. */
const standing = sql<string>`coalesce(contacts.merged_into, contacts.id)`.as('standing_id');

/** A permission counts from the first signature under it, however long the practice took to finish the form. */
const signed =
  sql<string>`coalesce((select min(json_extract(value, '$.signedAt')) from json_each(consents.signatures)), consents.signed_at)`.as(
    'first_signed_at',
  );

const signedOnes = (db: Reader) =>
  db
    .selectFrom('releases')
    .innerJoin('consents', 'consents.id', 'releases.consent_id')
    .innerJoin('contacts', 'contacts.id', 'releases.contact_id')
    .leftJoin('release_events', 'release_events.release_id', 'releases.id')
    .selectAll('releases')
    .select([
      'consents.ends_on',
      'consents.document_id',
      'consents.place',
      'release_events.happened_on',
      standing,
      signed,
      sql<string | null>`(select id from releases as later where later.replaces = releases.id)`.as('replaced_by'),
      sql<
        string | null
      >`(select withdrawn_at from consent_withdrawals where consent_id = consents.id order by withdrawn_at, id limit 1)`.as('revoked_at'),
      sql<string | null>`(select words from consent_withdrawals where consent_id = consents.id order by withdrawn_at, id limit 1)`.as(
        'revoked_words',
      ),
    ]);

type SignedRow = Awaited<ReturnType<ReturnType<typeof signedOnes>['executeTakeFirstOrThrow']>>;

/** Whatever of it was taken back takes the whole of it back. */
const signedFrom = (row: SignedRow): KeptRelease => ({
  id: row.id,
  clientId: row.client_id,
  formId: FormId.parse(row.form_id),
  contactId: row.contact_id,
  standingId: row.standing_id,
  recipient: recipient.from(row.recipient),
  direction: Direction.parse(row.direction),
  kinds: kinds.from(row.kinds),
  measures: words.from(row.measures),
  purposes: purposes.from(row.purposes),
  purposeWords: row.purpose_words,
  special: words.from(row.special),
  coversWords: row.covers_words,
  consentId: row.consent_id,
  documentId: row.document_id,
  signedAt: row.first_signed_at,
  authority: row.authority,
  place: row.place,
  endsOn: row.ends_on === null ? null : dayKept(row.ends_on),
  endEvent: row.end_event,
  eventOn: row.happened_on,
  revokedAt: row.revoked_at,
  revokedWords: row.revoked_words ?? '',
  replacedBy: row.replaced_by,
  preparedAt: row.prepared_at,
});

/** Newest first. */
export const signedReleasesOf = async (db: Reader, clientId: string): Promise<KeptRelease[]> => {
  const rows = await signedOnes(db)
    .where('releases.client_id', '=', clientId)
    .orderBy('consents.signed_at', 'desc')
    .orderBy('releases.id', 'desc')
    .execute();
  return rows.map(signedFrom);
};

export const signedReleaseOf = async (db: Reader, id: string): Promise<KeptRelease | null> => {
  const row = await signedOnes(db).where('releases.id', '=', id).executeTakeFirst();
  return row ? signedFrom(row) : null;
};

export const releaseOfConsent = async (db: Reader, consentId: string): Promise<KeptRelease | null> => {
  const row = await signedOnes(db).where('releases.consent_id', '=', consentId).executeTakeFirst();
  return row ? signedFrom(row) : null;
};

/** All of the practice that may still stand, for what is due. */
export const releasesSignedSince = async (db: Reader, since: string): Promise<KeptRelease[]> => {
  const rows = await signedOnes(db).where('consents.signed_at', '>=', since).orderBy('consents.signed_at', 'desc').execute();
  return rows.map(signedFrom);
};

export const draftsOfClient = async (
  db: Reader,
  clientId: string,
): Promise<readonly (ReleaseDraft & { readonly standingId: string })[]> => {
  const rows = await db
    .selectFrom('release_drafts')
    .innerJoin('contacts', 'contacts.id', 'release_drafts.contact_id')
    .selectAll('release_drafts')
    .select(standing)
    .where('client_id', '=', clientId)
    .orderBy('prepared_at', 'desc')
    .execute();
  return rows.map(({ standing_id, ...row }) => ({ ...draftFrom(row), standingId: standing_id }));
};

/** Who this entry of the directory is now. */
export const standingIdOf = async (db: Reader, contactId: string): Promise<string> => {
  const row = await db.selectFrom('contacts').select(standing).where('id', '=', contactId).executeTakeFirst();
  return row?.standing_id ?? contactId;
};
