import { type Kysely, sql } from 'kysely';

type Answers = Readonly<
  Record<string, { readonly kind: string; readonly value?: string; readonly areas?: Readonly<Record<string, string>> } | undefined>
>;
type Area = { readonly state: string; readonly ceiling: number };
type Map = { readonly ceiling: number; readonly areas: Readonly<Record<string, Area>> };
type Said = { readonly kind: 'whole' | 'narrower'; readonly areas: Map['areas'] | null; readonly ceiling: number | null };

const out: Area = { state: 'no', ceiling: 0 };
const noLimit = 4;

type Row = {
  readonly what: 'consent' | 'withdrawal' | 'filling';
  readonly id: string;
  readonly client_id: string;
  readonly at: string;
  readonly by_whom: string;
  readonly consent_id: string;
  readonly answers: string;
  readonly parts: string;
  readonly words: string;
  readonly content_version: string;
};

/** Everything that said something of touch, in the order of time: signed consents, what was taken back of them, and forms that wait. */
const events = async (db: Kysely<unknown>): Promise<readonly Row[]> => {
  const { rows } = await sql<Row>`
    select 'consent' as what, id, client_id, signed_at as at, signed_by as by_whom, id as consent_id, answers, '[]' as parts, '' as words, content_version
      from consents where form_id = 'informed-consent'
    union all
    select 'withdrawal', w.id, c.client_id, w.withdrawn_at, w.recorded_by, c.id, c.answers, w.parts, w.words, c.content_version
      from consent_withdrawals w join consents c on c.id = w.consent_id where c.form_id = 'informed-consent'
    union all
    select 'filling', id, client_id, saved_at, '', '', answers, '[]', '', '' from fillings
    order by at, id`.execute(db);
  return rows;
};

const marksIn = (answers: Answers): Map['areas'] =>
  Object.fromEntries(
    Object.entries(answers.areas?.areas ?? {}).map(([code, state]) => [code, state === 'no' ? out : { state, ceiling: noLimit }]),
  );

/** What a signed consent said; null where it asked for no places. Where no level was chosen there is no contact. */
const signed = (answers: Answers): Said | null =>
  answers.areas?.kind === 'map'
    ? { kind: 'whole', areas: marksIn(answers), ceiling: Number(/^C([0-4])$/.exec(answers['contact-level']?.value ?? '')?.[1] ?? 0) }
    : null;

/** Places and level taken back by themselves, with places marked in forms that waited then; the form as a whole closes everything without a map. */
const takenBack = (answers: Answers, parts: readonly string[], before: Map, waiting: readonly string[]): Said | null => {
  const areas = parts.includes('areas')
    ? Object.fromEntries([...Object.keys(marksIn(answers)), ...Object.keys(before.areas), ...waiting].map((code) => [code, out]))
    : null;
  const ceiling = parts.includes('contact-level') ? 0 : null;
  return areas === null && ceiling === null ? null : { kind: 'narrower', areas, ceiling };
};

const after = (before: Map, said: Said): Map =>
  said.kind === 'whole'
    ? { areas: said.areas ?? before.areas, ceiling: said.ceiling ?? before.ceiling }
    : { areas: { ...before.areas, ...said.areas }, ceiling: Math.min(before.ceiling, said.ceiling ?? before.ceiling) };

const shownAreas = ({ areas, ceiling }: Map): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(areas).map(([code, area]) => [
        code,
        area.state === 'no' ? out : { ...area, ceiling: Math.min(area.ceiling, ceiling) },
      ]),
    ),
  );

/** Until now the places stood in the signed form alone: each is a map of that moment, and what was taken back since is out. */
export const mapsOfSignedForms = async (db: Kysely<unknown>): Promise<void> => {
  const maps = new Map<string, { readonly map: Map; readonly seq: number }>();
  const waiting = new Map<string, readonly string[]>();
  let clock = 0;
  for (const row of await events(db)) {
    clock += 1;
    const answers = JSON.parse(row.answers) as Answers;
    if (row.what === 'filling') {
      await sql`update fillings set said = ${clock} where id = ${row.id}`.execute(db);
      waiting.set(row.client_id, [...(waiting.get(row.client_id) ?? []), ...Object.keys(marksIn(answers))]);
      continue;
    }
    const before = maps.get(row.client_id) ?? { map: { areas: {}, ceiling: 0 }, seq: 0 };
    const waited = waiting.get(row.client_id) ?? [];
    const said = row.what === 'consent' ? signed(answers) : takenBack(answers, JSON.parse(row.parts) as string[], before.map, waited);
    if (!said) continue;
    const map = after(before.map, said);
    const seq = before.seq + 1;
    maps.set(row.client_id, { map, seq });
    await sql`insert into consent_maps (id, client_id, seq, made_at, made_by, source, source_id, ceiling, areas, words, content_version, holds,
      said, said_kind, said_areas, said_ceiling) values (${row.id}, ${row.client_id}, ${seq}, ${row.at}, ${row.by_whom}, ${row.what},
      ${row.consent_id}, ${map.ceiling}, ${shownAreas(map)}, ${row.words}, ${row.content_version}, 1, ${clock}, ${said.kind},
      ${said.areas && JSON.stringify(said.areas)}, ${said.ceiling})`.execute(db);
  }
  await sql`update said_clock set at = ${clock}`.execute(db);
};
