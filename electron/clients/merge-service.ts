import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { type Client, legalNameOf } from '../../shared/clients.ts';
import { type MergeLook, type MergePreview, type MergeSide, mergeKinds } from '../../shared/clients-merge.ts';
import type { Topic } from '../../shared/notices.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { unsignUnderOtherName } from '../consent/unsigned.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { indexLater } from '../sessions/note-index.ts';
import { clientNotFound, keepStopSignal } from './change-client.ts';
import { clientOf, replaceClient } from './clients-repository.ts';
import { type Choice, comparedFields, mergedDetails, unsettledFields } from './merge-details.ts';
import { beginMerge, closeMerged, heldBy, hindrancesOf, noteIdsOf, refile, speaksOfTouch } from './merge-repository.ts';
import { signalsAgreed } from './stop-signal-repository.ts';
import { tagsAsInUse } from './tags-repository.ts';

type Pair = { readonly keepId: string; readonly mergeId: string };
type Held = Awaited<ReturnType<typeof heldBy>>;
type Both = { readonly keep: Client; readonly merge: Client; readonly kept: Held; readonly came: Held };

/** @throws Refusal clients-same, client-merged; Refused not-found client */
const bothOf = async (db: Reader, { keepId, mergeId }: Pair): Promise<Both> => {
  if (keepId === mergeId) throw new Refusal('clients-same');
  const keep = await clientOf(db, keepId);
  const merge = await clientOf(db, mergeId);
  if (!keep || !merge) throw clientNotFound();
  return { keep, merge, kept: await heldBy(db, keep), came: await heldBy(db, merge) };
};

const inBoth = ({ kept, came }: Both, ...tables: readonly string[]): boolean =>
  [kept, came].every((held) => tables.some((table) => (held.tables.get(table) ?? 0) > 0));

/** Both spoke of touch, or the one that did may turn out to be of another age. */
const touchIsOfBoth = (both: Both): boolean => {
  const spoken = [both.kept, both.came].filter(({ tables }) => speaksOfTouch(tables)).length;
  return spoken === 2 || (spoken === 1 && comparedFields(both).differing.includes('birthDate'));
};

const healthIsOfBoth = (both: Both): boolean => inBoth(both, 'health_screens');

const looksOf = (both: Both): MergeLook[] => {
  const { differing } = comparedFields(both);
  const looks: readonly (readonly [MergeLook, boolean])[] = [
    ['body-map', touchIsOfBoth(both)],
    ['stop-signal', differing.includes('stopSignal')],
    ['consents', inBoth(both, 'consents')],
    ['health', healthIsOfBoth(both) || inBoth(both, 'intakes')],
    ['findings', inBoth(both, 'findings', 'medicines')],
    ['holds', (both.came.tables.get('holds') ?? 0) > 0],
    ['care-team', inBoth(both, 'care_team')],
  ];
  return looks.filter(([, isSo]) => isSo).map(([look]) => look);
};

const hindrancesOfBoth = async (db: Reader, { keep, merge }: Both): Promise<MergePreview['hindrances']> => {
  const sides: readonly (readonly [MergeSide, Client])[] = [
    ['keep', keep],
    ['merge', merge],
  ];
  const all: MergePreview['hindrances'] = [];
  for (const [of, client] of sides) all.push(...(await hindrancesOf(db, client)).map((what) => ({ of, what })));
  return all;
};

export const previewMerge = async (
  practice: Practice,
  input: ParsedInputOf<'clients.mergePreview'>,
): Promise<OutputOf<'clients.mergePreview'>> => {
  const { keepId, mergeId } = input;
  const both = await bothOf(practice.db, input);
  await practice.write(async (tx) => {
    await recordAudit(tx, practice, { clientId: keepId, recordId: mergeId });
    await recordAudit(tx, practice, { clientId: mergeId, recordId: keepId });
  });
  const { differing, filled, joined } = comparedFields(both);
  return {
    keep: both.keep,
    merge: both.merge,
    keepRevision: both.kept.revision,
    mergeRevision: both.came.revision,
    differing: [...differing],
    filled: [...filled],
    joined: [...joined],
    moves: mergeKinds.flatMap((kind) => {
      const count = both.came.kinds.get(kind) ?? 0;
      return count > 0 ? [{ kind, count }] : [];
    }),
    looks: looksOf(both),
    hindrances: await hindrancesOfBoth(practice.db, both),
  };
};

/** @throws Refusal merge-preview-again, merge-not-now, merge-fields */
const refuseUnlessAsSeen = async (tx: Tx, both: Both, input: ParsedInputOf<'clients.merge'>): Promise<void> => {
  if (both.kept.revision !== input.keepRevision || both.came.revision !== input.mergeRevision) throw new Refusal('merge-preview-again');
  const [first] = await hindrancesOfBoth(tx, both);
  if (first) throw new Refusal('merge-not-now', { ...first, name: both[first.of].chosenName });
  const unsettled = unsettledFields(comparedFields(both), input.fields);
  if (unsettled.length > 0) throw new Refusal('merge-fields', { fields: [...unsettled] });
};

const sameSignal = (one: Client, other: Client): boolean => one.stopWord === other.stopWord && one.stopGesture === other.stopGesture;

/** When what is agreed now was last tried by hand: in either record, where both agreed on the same; else not yet. */
const lastTried = ({ keep, merge }: Both, after: Client): string | null => {
  const agreed = [keep, merge].filter((client) => client.stopWord !== '' || client.stopGesture !== '');
  if (!agreed.every((client) => sameSignal(client, after))) return null;
  return (
    agreed
      .flatMap(({ stopRehearsedAt }) => stopRehearsedAt ?? [])
      .sort()
      .at(-1) ?? null
  );
};

const keptClient = async (tx: Tx, practice: Practice, both: Both, choices: readonly Choice[]): Promise<Client> => {
  const details = mergedDetails(both, choices);
  const after: Client = {
    ...both.keep,
    ...details,
    tags: [...(await tagsAsInUse(tx, details.tags))],
    version: both.keep.version + 1,
    updatedAt: practice.now(),
  };
  return { ...after, stopRehearsedAt: lastTried(both, after) };
};

/** Of what was agreed in two records the newest word need not be the one that was chosen: then that is agreed anew. */
const settleStopSignal = async (tx: Tx, practice: Practice, after: Client): Promise<void> => {
  const newest = (await signalsAgreed(tx, after.id)).at(-1);
  await keepStopSignal(tx, practice, { stopWord: newest?.word ?? '', stopGesture: newest?.gesture ?? '' }, after);
};

const changedByMerge: readonly Topic[] = [
  'clients',
  'client-fields',
  'consents',
  'intake',
  'maps',
  'health',
  'safety',
  'contacts',
  'schedule',
  'sessions',
  'notes',
  'releases',
  'letters',
  'tasks',
  'documents',
  'handover',
];

/** One step: every paper of the one record lies in the other, or nothing happened. */
export const mergeClients = async (practice: Practice, input: ParsedInputOf<'clients.merge'>): Promise<OutputOf<'clients.merge'>> => {
  const { keepId, mergeId, reason } = input;
  const merged = await practice.write(async (tx) => {
    const both = await bothOf(tx, input);
    await refuseUnlessAsSeen(tx, both, input);
    const after = await keptClient(tx, practice, both, input.fields);
    const [at, by] = [practice.now(), practice.actor.id];
    const [touch, health] = [touchIsOfBoth(both), healthIsOfBoth(both)];
    await beginMerge(tx, { keepId, mergeId, at, by, reason, record: both.merge, touch, health });
    const notes = await noteIdsOf(tx, mergeId);
    await refile(tx, input);
    for (const note of notes) await indexLater(tx, note);
    await closeMerged(tx, input, at);
    await replaceClient(tx, after);
    await settleStopSignal(tx, practice, after);
    if (legalNameOf(after) !== legalNameOf(both.keep)) await unsignUnderOtherName(tx, keepId);
    await recordAudit(tx, practice, { clientId: keepId, recordId: mergeId });
    return after;
  });
  practice.changed(...changedByMerge);
  return merged;
};
