import { createHmac } from 'node:crypto';
import type { AuditTable } from '../../electron/store/schema.ts';
import { auditActions } from '../../shared/call.ts';
import type { Trail } from './audit-trails.ts';
import type { Chance } from './chance.ts';

/** What is tampered with in one trial. `rows` go into the table as they are; `anchor`: what the file holds, and of which commit that is true (null: of none). */
export type Scene = {
  readonly trail: Trail;
  readonly others: readonly Trail[];
  readonly chance: Chance;
  rows: AuditTable[];
  chainKeys: Trail['chainKeys'];
  commits: number;
  anchor: { readonly bytes: Buffer | null; readonly of: number | null };
};

type Harm = (scene: Scene) => void;

const last = (scene: Scene): number => scene.trail.moments.length - 1;
const place = (scene: Scene): number => scene.chance.below(scene.rows.length);
const stretch = (scene: Scene): { readonly from: number; readonly length: number } => {
  const from = place(scene);
  return { from, length: 1 + scene.chance.below(scene.rows.length - from) };
};
/** Numbered as if nothing were missing or too much. */
const renumbered = (rows: readonly AuditTable[]): AuditTable[] => rows.map((row, index) => ({ ...row, seq: index + 1 }));
const put = (scene: Scene, index: number, change: Partial<AuditTable>): void => {
  const row = scene.rows[index];
  if (row) scene.rows = scene.rows.with(index, { ...row, ...change });
};

const flipped = (bytes: Uint8Array, chance: Chance): Buffer => {
  const copy = Buffer.from(bytes);
  const at = chance.below(copy.length);
  copy[at] = copy[at]! ^ (1 << chance.below(8));
  return copy;
};

const columns = ['at', 'actor', 'action', 'client_id', 'record_id', 'digest'] as const;

const otherText = (text: string | null, optional: boolean, chance: Chance): string | null =>
  chance.pick([
    `${text ?? ''} `,
    'other',
    '',
    'nobody',
    chance.pick(auditActions),
    (text ?? 'x').toUpperCase(),
    (text ?? 'x').slice(1),
    '2026-11-24T15:58:00.000Z',
    optional ? null : 'null',
  ]);

const changeColumn: Harm = (scene) => {
  const { chance } = scene;
  const index = place(scene);
  const column = chance.pick(columns);
  put(scene, index, { [column]: otherText(scene.rows[index]?.[column] ?? null, columns.indexOf(column) > 2, chance) });
};

/** The values of two columns changed places: read one after the other they are the same. */
const swapColumns: Harm = (scene) => {
  const index = place(scene);
  const row = scene.rows[index];
  if (row) put(scene, index, { client_id: row.record_id, record_id: row.client_id });
};

const changeMac: Harm = (scene) => {
  const index = place(scene);
  const own = scene.rows[index]?.mac ?? Buffer.alloc(32);
  put(scene, index, {
    mac: scene.chance.pick([flipped(own, scene.chance), Buffer.alloc(32), Buffer.from(scene.rows[place(scene)]?.mac ?? own)]),
  });
};

const moveNumber: Harm = (scene) => {
  const { chance, rows } = scene;
  const seq = chance.pick([0, -1, -chance.below(1_000), rows.length + 1 + chance.below(5), 1_000_000_007, Number.MIN_SAFE_INTEGER]);
  if (!rows.some((row) => row.seq === seq)) put(scene, place(scene), { seq });
};

const remove: Harm = (scene) => {
  const { from, length } = stretch(scene);
  const rest = scene.rows.toSpliced(from, length);
  scene.rows = scene.chance.below(2) ? renumbered(rest) : rest;
};

const cutTail: Harm = (scene) => {
  scene.rows = scene.rows.slice(0, place(scene));
};

const insert: Harm = (scene) => {
  const { chance } = scene;
  const copied = scene.rows[place(scene)];
  if (!copied) return;
  const made = chance.pick([copied, { ...copied, actor: 'other' }, { ...copied, mac: Buffer.alloc(32) }]);
  const outside = chance.pick([0, -1 - chance.below(50), Number.MIN_SAFE_INTEGER]);
  if (chance.below(3) > 0) scene.rows = renumbered(scene.rows.toSpliced(chance.below(scene.rows.length + 1), 0, made));
  else if (!scene.rows.some(({ seq }) => seq === outside)) scene.rows = [...scene.rows, { ...made, seq: outside }];
};

/** Two entries in each other's place, whole, or without what chains them. */
const swap: Harm = (scene) => {
  const [one, two] = [place(scene), place(scene)];
  const [first, second] = [scene.rows[one], scene.rows[two]];
  if (!first || !second) return;
  const withMac = scene.chance.below(2) === 0;
  put(scene, one, { ...second, seq: first.seq, mac: withMac ? second.mac : first.mac });
  put(scene, two, { ...first, seq: second.seq, mac: withMac ? first.mac : second.mac });
};

const reorder: Harm = (scene) => {
  const { from, length } = stretch(scene);
  const part = scene.rows.slice(from, from + length);
  const turned = scene.chance.below(2) ? part.toReversed() : [...part.slice(1), ...part.slice(0, 1)];
  scene.rows = renumbered(scene.rows.toSpliced(from, length, ...turned));
};

/** A stretch of another trail, at its own place or at any, with its own numbers or with ours. */
const splice: Harm = (scene) => {
  const { chance } = scene;
  const foreign = chance.pick(scene.others).rows;
  const { from, length } = stretch(scene);
  const start = chance.below(2) ? from : chance.below(foreign.length);
  const part = foreign.slice(start, start + length);
  scene.rows = renumbered(scene.rows.toSpliced(from, chance.below(2) ? part.length : 0, ...part));
};

/** The MAC as docs/formats/practice-folder.md has it, for whoever makes it without the key. */
const macWith = (key: Buffer, before: Uint8Array, row: AuditTable): Buffer =>
  createHmac('sha256', key)
    .update(before)
    .update(JSON.stringify([row.seq, row.at, row.actor, row.action, row.client_id, row.record_id, row.digest]), 'utf8')
    .digest();

/** Changes an entry and chains it and all after it anew, with a key of one's own, which may be put beside the older keys. */
const writeAnew: Harm = (scene) => {
  const { chance } = scene;
  changeColumn(scene);
  const own = chance.pick([Buffer.alloc(0), Buffer.alloc(32), Buffer.alloc(32, 1 + chance.below(200))]);
  const from = scene.chance.below(2) ? 0 : place(scene);
  let before: Uint8Array = scene.rows[from - 1]?.mac ?? Buffer.alloc(32);
  scene.rows = scene.rows.map((row, index) => {
    if (index < from) return row;
    before = macWith(own, before, row);
    return { ...row, mac: before };
  });
  const until = scene.rows.at(-1)?.seq ?? 0;
  const mac = createHmac('sha256', own).update(`stillpoint/chain-key until ${until}\n`, 'utf8').update(own).digest();
  if (own.length === 32 && chance.below(2)) scene.chainKeys = [{ until_seq: until, key: own, mac }];
};

const harmChainKeys: Harm = (scene) => {
  const { chance, chainKeys } = scene;
  const key = chance.pick(chainKeys.length > 0 ? chainKeys : [{ until_seq: 3, key: Buffer.alloc(32, 5), mac: Buffer.alloc(32, 6) }]);
  const rest = chainKeys.filter((one) => one !== key);
  const harmed = chance.pick([
    [],
    [{ ...key, key: flipped(key.key, chance) }],
    [{ ...key, mac: flipped(key.mac, chance) }],
    [{ ...key, until_seq: key.until_seq + 1 + chance.below(3) }],
  ]);
  scene.chainKeys = [...rest.filter(({ until_seq }) => until_seq !== harmed[0]?.until_seq), ...harmed];
};

/** The whole table as it was earlier. */
const putBackOlder: Harm = (scene) => {
  const then = scene.chance.below(last(scene));
  const { seq, chainKeys } = scene.trail.moments[then]!;
  scene.rows = scene.trail.rows.slice(0, seq);
  scene.chainKeys = scene.chance.below(2) ? chainKeys : scene.chainKeys;
  scene.commits = scene.chance.below(2) ? then : scene.commits;
};

const staleAnchor: Harm = (scene) => {
  const of = 1 + scene.chance.below(last(scene));
  scene.anchor = { bytes: scene.trail.moments[of]!.anchor, of };
};
const foreignAnchor: Harm = (scene) => {
  scene.anchor = { bytes: scene.chance.pick(scene.others).moments.at(-1)!.anchor, of: null };
};
const goneAnchor: Harm = (scene) => {
  scene.anchor = { bytes: null, of: null };
};
/** A bit in each slot, or the end of the file with one of them. */
const damagedAnchor: Harm = (scene) => {
  const { chance } = scene;
  const whole = scene.trail.moments.at(-1)!.anchor;
  const slots = [whole.subarray(0, 512), whole.subarray(512, 1024)].map((slot) => flipped(slot, chance));
  scene.anchor = {
    bytes: chance.pick([Buffer.concat(slots), slots[0]!, whole.subarray(0, chance.below(500)), Buffer.alloc(1024)]),
    of: null,
  };
};
const changeCounter: Harm = (scene) => {
  scene.commits = scene.chance.pick([0, scene.chance.below(last(scene) + 4), last(scene) + 2 + scene.chance.below(1_000)]);
};

/** What someone who can write to the file, but has none of its keys, may do to it. */
export const tamperings: Readonly<Record<string, Harm>> = {
  changeColumn,
  swapColumns,
  changeMac,
  moveNumber,
  remove,
  cutTail,
  insert,
  swap,
  reorder,
  splice,
  writeAnew,
  harmChainKeys,
  putBackOlder,
  staleAnchor,
  foreignAnchor,
  goneAnchor,
  damagedAnchor,
  changeCounter,
};
