import { FindingEvent, FindingItem } from '../../shared/finding.ts';
import { higherAction, type KeptFinding, moreCareful } from '../../shared/finding-rules.ts';
import type { Instant } from '../../shared/time.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { Reader, Tx } from '../practice/practice.ts';
import { keepStanding } from './health-attention-repository.ts';
import { standingOfFinding } from './health-attention-rule.ts';
import { editionOf, findingItems } from './health-content.ts';

type Content = Pick<ClinicalContent, 'health' | 'safe'>;

const rows = (db: Reader) => db.selectFrom('findings').select(['id', 'client_id', 'item_id', 'item', 'made_at']);
type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>;

/** In the words of the content as it is now, and never milder than what it was found as: only a reason makes it so. */
const judged = (made: FindingItem, now: FindingItem): FindingItem => ({
  ...now,
  kind: moreCareful(made.kind, now.kind),
  action: higherAction(made.action, now.action),
});

/** An item that the content does not hold any more counts as it was made. */
const keptFrom = (row: Row, items: ReadonlyMap<string, FindingItem>, events: readonly FindingEvent[]): KeptFinding => {
  const made = FindingItem.parse(JSON.parse(row.item));
  const now = items.get(row.item_id);
  return {
    id: row.id,
    clientId: row.client_id,
    item: now ? judged(made, now) : made,
    known: now !== undefined,
    events,
    madeAt: row.made_at,
  };
};

const itemsById = (content: Content): ReadonlyMap<string, FindingItem> => new Map(findingItems(content).map((item) => [item.id, item]));

/** One finding with all that happened to it, in order. */
export const findingById = async (db: Reader, content: Content, id: string): Promise<KeptFinding | null> => {
  const row = await rows(db).where('id', '=', id).executeTakeFirst();
  if (!row) return null;
  const events = await db.selectFrom('finding_events').select('event').where('finding_id', '=', id).orderBy('seq').execute();
  const happened = events.map(({ event }) => FindingEvent.parse(JSON.parse(event)));
  return keptFrom(row, itemsById(content), happened);
};

/** Keeps what a finding asks for on Today, as the content judges it now. */
export const foldForToday = async (tx: Tx, content: Content, kept: KeptFinding): Promise<void> =>
  keepStanding(tx, { clientId: kept.clientId, findingId: kept.id, edition: editionOf(content) }, standingOfFinding(kept));

/** Every finding of a client with all that happened to it, in two questions. */
export const findingsOf = async (db: Reader, content: Content, clientId: string): Promise<readonly KeptFinding[]> => {
  const found = await rows(db).where('client_id', '=', clientId).orderBy('made_at').orderBy('id').execute();
  const events = await db
    .selectFrom('finding_events')
    .innerJoin('findings', 'findings.id', 'finding_events.finding_id')
    .select(['finding_id', 'event'])
    .where('findings.client_id', '=', clientId)
    .orderBy('finding_id')
    .orderBy('seq')
    .execute();
  const happened = Map.groupBy(events, ({ finding_id }) => finding_id);
  const items = itemsById(content);
  return found.map((row) =>
    keptFrom(
      row,
      items,
      (happened.get(row.id) ?? []).map(({ event }) => FindingEvent.parse(JSON.parse(event))),
    ),
  );
};

/** The finding about an item, made where there is none yet; of several, after records were merged, the last. */
export const findingAbout = async (
  tx: Tx,
  content: Content,
  finding: { readonly id: string; readonly clientId: string; readonly item: FindingItem; readonly madeAt: Instant },
): Promise<string> => {
  const { clientId, item } = finding;
  const kept = await tx
    .selectFrom('findings')
    .select('id')
    .where('client_id', '=', clientId)
    .where('item_id', '=', item.id)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (kept) return kept.id;
  await tx
    .insertInto('findings')
    .values({
      id: finding.id,
      client_id: clientId,
      item_id: item.id,
      item: JSON.stringify(item),
      content_version: content.health.content_version,
      made_at: finding.madeAt,
      came_with: '',
    })
    .execute();
  return finding.id;
};

/** What happened to a finding, after all that happened to it before; what it asks for on Today follows. */
export const appendEvents = async (tx: Tx, content: Content, findingId: string, events: readonly FindingEvent[]): Promise<KeptFinding> => {
  const before = await findingById(tx, content, findingId);
  if (!before) throw new Error('no such finding');
  for (const [index, event] of events.entries())
    await tx
      .insertInto('finding_events')
      .values({
        finding_id: findingId,
        seq: before.events.length + index + 1,
        what: event.what,
        at: event.at,
        by: event.by,
        event: JSON.stringify(event),
      })
      .execute();
  const after = { ...before, events: [...before.events, ...events] };
  await foldForToday(tx, content, after);
  return after;
};
