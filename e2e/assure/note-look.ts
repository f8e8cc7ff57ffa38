import { createHash } from 'node:crypto';
import { verdictOn } from '../../electron/documents/papers.test-world.ts';
import { byHand } from '../../electron/store/tampering.test-world.ts';
import type { Chance } from './chance.ts';
import { type NotePlace, same, type Written } from './note-place.ts';

/** What the record holds of notes, straight from its rows, against what the model knows; and whether it lets itself be changed by hand. */

const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex');

export const rowOf = ({ world }: NotePlace, id: string) =>
  world.open.database.selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const paperOf = async ({ world }: NotePlace, documentId: string): Promise<Uint8Array> =>
  (await world.open.database.selectFrom('documents').select('pdf').where('id', '=', documentId).executeTakeFirstOrThrow()).pdf;

/** Everything of a note, and of what stands beside it, in one text: what was refused changes nothing of it. */
export const allRows = async ({ world: { open } }: NotePlace): Promise<string> => {
  const tables = ['notes', 'note_addenda', 'note_errors', 'note_reviews', 'coverings', 'reflections', 'note_settings'] as const;
  const rows: unknown[] = [];
  for (const table of tables) rows.push(await open.database.selectFrom(table).selectAll().execute());
  const papers = await open.database.selectFrom('documents').select(['id', 'sha256']).orderBy('id').execute();
  return JSON.stringify([rows, papers]);
};

const wrongSigned = async (place: NotePlace, { id, signed }: Written): Promise<readonly string[]> => {
  const row = await rowOf(place, id);
  if (!signed) return row.signed_at === null ? [] : [`${id} is signed, and nobody signed it`];
  return [
    ...(same(row, signed.row) ? [] : [`${id} is not as it was signed`]),
    ...(row.sha256 === sha256(row.body) ? [] : [`the hash of ${id} is not that of its words`]),
  ];
};

export const wrongPaper = async (place: NotePlace, { id, signed }: Written): Promise<readonly string[]> =>
  signed && sha256(await paperOf(place, signed.documentId)) !== signed.pdf ? [`the paper of ${id} is another`] : [];

const wrongAddenda = async ({ world, notes }: NotePlace): Promise<readonly string[]> => {
  const rows = await world.open.database.selectFrom('note_addenda').select(['id', 'note_id', 'by', 'reason', 'text']).execute();
  const told = notes.flatMap(({ id: note_id, addenda }) => addenda.map(({ id, by, reason, text }) => ({ id, note_id, by, reason, text })));
  const sorted = (list: readonly { readonly id: string }[]) => [...list].sort((one, other) => (one.id < other.id ? -1 : 1));
  return same(sorted(rows), sorted(told)) ? [] : ['the addenda are not those that were accepted'];
};

/** After every step: each row of a note, and the papers of some. */
export const wrongNow = async (place: NotePlace, chance: Chance): Promise<readonly string[]> => {
  const { notes, world } = place;
  const held = await world.open.database.selectFrom('notes').select('id').execute();
  const wrong = [...(held.length === notes.length ? [] : [`${held.length} notes of ${notes.length}`]), ...(await wrongAddenda(place))];
  for (const note of notes) wrong.push(...(await wrongSigned(place, note)));
  const signed = notes.filter((note) => note.signed);
  return signed.length > 0 ? [...wrong, ...(await wrongPaper(place, chance.pick(signed)))] : wrong;
};

/** What must be refused by the file itself, whoever asks: for each table that has such a row. */
const refusedByHand = (place: NotePlace): readonly string[] => {
  const { notes, coverings, clients } = place;
  const signed = notes.find((note) => note.signed);
  const added = notes.find(({ addenda }) => addenda.length > 0)?.addenda[0];
  const wrong = notes.find(({ inError }) => inError);
  const locked = notes.some(({ thoughts }) => thoughts.some((one) => one.locked));
  const other = clients.find((id) => id !== signed?.clientId);
  return [
    ...(signed
      ? [
          `update notes set body = '{}' where id = '${signed.id}'`,
          `update notes set client_id = '${other}' where id = '${signed.id}'`,
          `update notes set happened_on = '2020-01-01' where id = '${signed.id}'`,
          `update notes set revision = revision + 1, late = 0 where id = '${signed.id}'`,
          `update notes set signed_at = null, signature = null, sha256 = null, document_id = null where id = '${signed.id}'`,
          `insert or replace into notes select * from notes where id = '${signed.id}'`,
          `update documents set title = 'x' where id = '${signed.signed?.documentId}'`,
          `delete from documents where id = '${signed.signed?.documentId}'`,
        ]
      : []),
    ...(notes[0] ? [`delete from notes where id = '${notes[0].id}'`] : []),
    ...(added ? [`update note_addenda set text = 'x' where id = '${added.id}'`, `delete from note_addenda where id = '${added.id}'`] : []),
    ...(wrong ? [`update note_errors set reason = 'x'`, `delete from note_errors where note_id = '${wrong.id}'`] : []),
    ...(coverings.length > 0 ? [`update coverings set until = '2099-01-01T00:00:00.000Z'`, 'delete from coverings'] : []),
    ...(locked ? [`update reflections set text = 'x' where locked_at is not null`, 'delete from reflections'] : []),
  ];
};

/** One of them, tried. */
export const triedByHand = async (
  place: NotePlace,
  chance: Chance,
): Promise<{ readonly what: string; readonly wrong: readonly string[] }> => {
  const all = refusedByHand(place);
  if (all.length === 0) return { what: 'nothing to change by hand', wrong: [] };
  const statement = chance.pick(all);
  try {
    await byHand(place.world.open.database, statement);
  } catch (failure) {
    const isRefused = /immutable|not deleted/.test(String(failure));
    return { what: 'by hand: refused', wrong: isRefused ? [] : [`${statement}: ${failure}`] };
  }
  return { what: 'by hand: done', wrong: [`by hand: ${statement}`] };
};

/** The paper as a stranger would bring it. */
export const verified = async (place: NotePlace, { signed }: Written): Promise<readonly string[]> => {
  if (!signed) return [];
  const bytes = Buffer.from(await paperOf(place, signed.documentId));
  const { verdict, document } = await verdictOn(place.world, bytes);
  return verdict === 'genuine' && document?.id === signed.documentId ? [] : [`its own paper is said to be ${verdict}`];
};
