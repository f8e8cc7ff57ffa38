import { createHash } from 'node:crypto';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ImportCounts, ImportRow, Reading } from '../../shared/client-import.ts';
import type { Client, ClientDetails } from '../../shared/clients.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { dropUpload, finishedUpload } from '../documents/uploads-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { columnsNaming } from '../store/naming-columns.ts';
import { allCustomFields } from './custom-fields-repository.ts';
import { type Judged, judged, type List, readList } from './import-list.ts';
import {
  everyoneHere,
  insertImport,
  insertImported,
  lastImport,
  removeImported,
  standOfClients,
  usedSince,
  wordsOfTags,
} from './import-repository.ts';
import { foldedTag } from './tags-repository.ts';

/** Names of clients in use that are said; how many there are is said of all. */
const mostNamed = 5;

/** @throws Refusal csv-unreadable, csv-row-too-long, csv-too-wide, csv-too-many, csv-empty; not-found upload */
const listIn = async (practice: Practice, asked: Reading): Promise<List> => {
  const { content, mediaType } = finishedUpload(practice, asked.uploadId);
  if (mediaType !== 'text/csv') throw new Refusal('csv-unreadable', { row: 0 });
  const today = dayIn(practice.now(), practice.zone ?? (await getProfile(practice)).zone);
  return readList({ content, custom: await allCustomFields(practice.db), today }, asked);
};

const countsOf = (rows: readonly Judged[]): ImportCounts => {
  const counted = { new: 0, alike: 0, refused: 0 };
  for (const { result } of rows) counted[result] += 1;
  return counted;
};

const shown = ({ row, person, result, alike, amiss }: Judged): ImportRow => ({ row, ...person, result, alike, amiss });

export const previewImport = async (
  practice: Practice,
  input: ParsedInputOf<'clients.importPreview'>,
): Promise<OutputOf<'clients.importPreview'>> => {
  const { rows, columns, ...list } = await listIn(practice, input);
  const all = await judged(rows, await everyoneHere(practice.db));
  const wanted = input.show === 'all' ? all : all.filter(({ result }) => result === input.show);
  return {
    ...list,
    columns: [...columns],
    fileName: practice.memory.uploads.get(input.uploadId)?.name ?? '',
    counts: countsOf(all),
    unclearDates: all.filter(({ amiss }) => amiss.some(({ problem }) => problem === 'date-unclear')).length,
    rows: wanted.slice(input.offset, input.offset + input.limit).map(shown),
    total: wanted.length,
  };
};

/** Who is taken. @throws Refusal import-changed, import-rows-refused, nothing-to-import */
const takenFrom = (rows: readonly Judged[], input: ParsedInputOf<'clients.import'>): readonly ClientDetails[] => {
  const { expected, alsoAlike, leaveOutRefused } = input;
  const counts = countsOf(rows);
  const isAsShown = counts.new === expected.new && counts.alike === expected.alike && counts.refused === expected.refused;
  const ticked = new Set(alsoAlike);
  const alike = rows.filter(({ row, result }) => result === 'alike' && ticked.has(row));
  if (!isAsShown || alike.length !== ticked.size) throw new Refusal('import-changed');
  if (counts.refused > 0 && !leaveOutRefused) throw new Refusal('import-rows-refused', { count: counts.refused });
  const taken = rows.flatMap(({ row, result, details }) => (details !== null && (result === 'new' || ticked.has(row)) ? [details] : []));
  if (taken.length === 0) throw new Refusal('nothing-to-import');
  return taken;
};

/** The tags of all in the words in use, or those of whoever has them first; each once. */
const withTags = (people: readonly ClientDetails[], inUse: ReadonlyMap<string, string>): readonly ClientDetails[] => {
  const words = new Map(inUse);
  return people.map((person) => {
    const tags = new Map<string, string>();
    for (const typed of person.tags) {
      const folded = foldedTag(typed);
      if (!words.has(folded)) words.set(folded, typed);
      tags.set(folded, words.get(folded) ?? typed);
    }
    return { ...person, tags: [...tags.values()] };
  });
};

export const importClients = async (practice: Practice, input: ParsedInputOf<'clients.import'>): Promise<OutputOf<'clients.import'>> => {
  const { content } = finishedUpload(practice, input.uploadId);
  const { rows } = await listIn(practice, input);
  const at = practice.now();
  const head = { version: 1, createdAt: at, updatedAt: at, archivedAt: null, inError: null, stopRehearsedAt: null };
  const fileName = practice.memory.uploads.get(input.uploadId)?.name ?? '';
  const sha256 = createHash('sha256').update(content).digest('hex');
  const stand = await standOfClients(practice.db);
  const taken = takenFrom(await judged(rows, await everyoneHere(practice.db)), input);

  const list = await practice.write(async (tx) => {
    if ((await standOfClients(tx)) !== stand) throw new Refusal('import-changed');
    const people = withTags(taken, await wordsOfTags(tx));
    const clients = people.map((details): Client => ({ ...details, ...head, id: practice.newId() }));
    const came = { id: practice.newId(), at, fileName, clients: clients.length };
    await insertImport(tx, { ...came, sha256, by: practice.actor.id });
    await insertImported(tx, came.id, clients, (done) => practice.progress({ of: 'import', done, total: clients.length }));
    await recordAudit(tx, practice, { recordId: came.id, digest: sha256 });
    return came;
  });
  dropUpload(practice, input.uploadId);
  practice.changed('clients', 'client-fields');
  return list;
};

export const lastImported = async (practice: Practice): Promise<OutputOf<'clients.lastImport'>> => ({
  last: await lastImport(practice.db),
});

export const undoImport = async (
  practice: Practice,
  { id }: ParsedInputOf<'clients.undoImport'>,
): Promise<OutputOf<'clients.undoImport'>> => {
  const clients = await practice.write(async (tx) => {
    const last = await lastImport(tx);
    if (!last) throw new Refused({ code: 'not-found', what: 'import' });
    if (last.id !== id) throw new Refusal('import-not-last');
    const used = await usedSince(tx, id, await columnsNaming(tx, 'clients'));
    if (used.length > 0) throw new Refusal('import-used', { count: used.length, names: used.slice(0, mostNamed) });
    await recordAudit(tx, practice, { recordId: id });
    return removeImported(tx, id, { at: practice.now(), by: practice.actor.id });
  });
  practice.changed('clients', 'client-fields');
  return { clients };
};
