import { z } from 'zod';
import type { Instant } from '../../shared/time.ts';
import { Offer, Waiting, type WaitingDetails } from '../../shared/waitlist.ts';
import type { Reader, Tx } from '../practice/practice.ts';

const Weekdays = z.array(z.int());
const Offers = z.array(Offer);
const { ended: Ended } = Waiting.shape;

const withClient = (db: Reader) =>
  db
    .selectFrom('wait_list')
    .innerJoin('clients', 'clients.id', 'wait_list.client_id')
    .selectAll('wait_list')
    .select(['clients.chosen_name', 'clients.phone', 'clients.email', 'clients.contact_wishes']);

type Row = Awaited<ReturnType<ReturnType<typeof withClient>['executeTakeFirstOrThrow']>>;

const fromRow = (row: Row): Waiting => ({
  id: row.id,
  version: row.version,
  clientId: row.client_id,
  chosenName: row.chosen_name,
  phone: row.phone,
  email: row.email,
  contactWishes: row.contact_wishes,
  serviceId: row.service_id,
  practitionerId: row.practitioner_id,
  weekdays: Weekdays.parse(JSON.parse(row.weekdays)),
  earliest: row.earliest,
  latest: row.latest,
  firstDay: row.first_day,
  lastDay: row.last_day,
  shortNotice: row.short_notice === 1,
  note: row.note,
  since: row.since,
  offers: Offers.parse(JSON.parse(row.offers)),
  ended: Ended.parse(row.ended),
});

/** Those who wait, the longest first; a closed record waits for nothing. */
export const allWaiting = async (db: Reader): Promise<Waiting[]> => {
  const rows = await withClient(db)
    .where('wait_list.ended', 'is', null)
    .where('clients.archived_at', 'is', null)
    .orderBy('wait_list.since')
    .orderBy('wait_list.id')
    .execute();
  return rows.map(fromRow);
};

/** Every wish of a client, the newest first, those that are over too. */
export const waitingOfClient = async (db: Reader, clientId: string): Promise<Waiting[]> => {
  const rows = await withClient(db).where('client_id', '=', clientId).orderBy('since', 'desc').orderBy('wait_list.id', 'desc').execute();
  return rows.map(fromRow);
};

export const waitingOf = async (db: Reader, id: string): Promise<Waiting | null> => {
  const row = await withClient(db).where('wait_list.id', '=', id).executeTakeFirst();
  return row ? fromRow(row) : null;
};

const columnsOf = (details: WaitingDetails) => ({
  service_id: details.serviceId,
  practitioner_id: details.practitionerId,
  weekdays: JSON.stringify([...new Set(details.weekdays)].sort((one, other) => one - other)),
  earliest: details.earliest,
  latest: details.latest,
  first_day: details.firstDay,
  last_day: details.lastDay,
  short_notice: details.shortNotice ? 1 : 0,
  note: details.note,
});

type Made = { readonly id: string; readonly clientId: string; readonly since: Instant; readonly details: WaitingDetails };

export const insertWaiting = async (tx: Tx, { id, clientId, since, details }: Made): Promise<void> => {
  await tx
    .insertInto('wait_list')
    .values({ ...columnsOf(details), id, version: 1, client_id: clientId, since, offers: '[]', ended: null, ended_at: null })
    .execute();
};

type Seen = Pick<Waiting, 'id' | 'version'>;

/** Writes over the row, which was read in the same transaction. */
export const replaceWaiting = async (tx: Tx, { id, version }: Seen, details: WaitingDetails): Promise<void> => {
  await tx
    .updateTable('wait_list')
    .set({ ...columnsOf(details), version: version + 1 })
    .where('id', '=', id)
    .execute();
};

/** How it ended, and when; null: they wait after all. */
export const endWaiting = async (
  tx: Tx,
  { id, version }: Seen,
  end: { readonly ended: 'booked' | 'withdrawn'; readonly at: Instant } | null,
): Promise<void> => {
  await tx
    .updateTable('wait_list')
    .set({ ended: end?.ended ?? null, ended_at: end?.at ?? null, version: version + 1 })
    .where('id', '=', id)
    .execute();
};

export const putOffers = async (tx: Tx, { id, version }: Seen, offers: readonly Offer[]): Promise<void> => {
  await tx
    .updateTable('wait_list')
    .set({ offers: JSON.stringify(offers), version: version + 1 })
    .where('id', '=', id)
    .execute();
};
