import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { openDatabase } from '../../electron/store/open.ts';
import { AppError, type Reply } from '../../shared/app-error.ts';
import { type Role, roles, type VaultState } from '../../shared/call.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { idsIn, type Setting, type World, worldOf } from './call-fuzz-world.ts';
import { type Watch, watchFiles, watchRecords } from './call-watch.ts';
import type { Chance } from './chance.ts';
import { asTrial } from './clearing.ts';
import type { Goal, Result } from './goal.ts';
import { okOf } from './headless-process.ts';
import { type Ids, idsOf } from './hostile-health.ts';
import { callNames, hostileInput, nearlyGood, strangerId } from './hostile-input.ts';
import { keptIn, type PracticeKeys } from './kept-records.ts';
import { type Caller, withHouse } from './own-house.ts';
import { copyOf, trialFolder } from './trial.ts';
import { passphrase } from './trial-records.ts';
import { whoMay } from './who-may.ts';

const now = '2026-11-23T09:00:00Z';

/** What belongs to the inside of the application and to no reply. */
const internal = /sqlite|kysely|zod|node_modules|file:\/\/|\.ts\b|\bat \S+ \(|stack|insert into|\bselect\b|stillpoint-assure/i;

/** What is wrong with a reply whatever was asked, or null. */
const wrongWithReply = (name: CallName, reply: Reply<unknown>): string | null => {
  if (reply.ok) return calls[name].output.safeParse(reply.value).success ? null : 'a value that is not the contract’s';
  if (!AppError.safeParse(reply.error).success) return 'an error that is not the contract’s';
  if (reply.error.code === 'unexpected') return 'unexpected';
  return internal.test(JSON.stringify(reply.error)) ? 'something internal' : null;
};

/** Whoever may not ask is told so, whatever the input; where the vault does not stand so that it can be asked, it is refused. */
const wrongWithAdmission = (name: CallName, { state, role }: Setting, reply: Reply<unknown>): string | null => {
  const admitted = whoMay[name];
  if (!admitted.states.includes(state)) return reply.ok ? `answered while ${state}` : null;
  if (!isOpen(state) || admitted.roles === 'anyone' || admitted.roles.includes(role)) return null;
  return !reply.ok && reply.error.code === 'not-allowed' ? null : `${role} was admitted`;
};

const clientWriters: readonly CallName[] = [
  'clients.create',
  'clients.update',
  'clients.archive',
  'clients.markError',
  'clients.setPhoto',
  'clients.merge',
];

/** Chance sometimes asks rightly; these would end the run by doing as they are told. */
const endsTheRun: readonly CallName[] = ['vault.create', 'vault.unlock', 'vault.recover', 'vault.lock'];

/** A practice that is open, to the practitioner or to the client who has the screen. */
const isOpen = (state: VaultState): boolean => state === 'open' || state === 'handed-over';

const settings: readonly Setting[] = [
  { state: 'no-practice', role: 'owner' },
  { state: 'locked', role: 'owner' },
  { state: 'unavailable', role: 'owner' },
  ...roles.map((role) => ({ state: 'open' as const, role })),
  { state: 'handed-over', role: 'practitioner' },
];

/** People join in a later part; until then the one keyholder is given another role in the file. */
const giveRole = (folder: string, keys: PracticeKeys, role: Role): void => {
  const db = openDatabase(join(folder, 'practice.db'), keys.database, { create: false });
  db.prepare('update keyholders set role = ?').run(role);
  db.close();
};

const folderFor = ({ base, keys }: World, { state, role }: Setting): string => {
  if (state === 'no-practice') return trialFolder();
  const folder = copyOf(base);
  if (isOpen(state)) giveRole(folder, keys, role);
  if (state === 'unavailable')
    for (const name of ['practice.header.json', 'practice.header.copy.json']) writeFileSync(join(folder, name), 'x');
  return folder;
};

type Sending = {
  readonly house: Caller;
  readonly setting: Setting;
  readonly ids: Ids;
  readonly watch: Watch;
  readonly chance: Chance;
  readonly each: number;
};

type Sent = { readonly sent: number; readonly wrong: readonly unknown[]; readonly told: ReadonlyMap<string, number> };

const send = async ({ house, setting, ids, watch, chance, each }: Sending): Promise<Sent> => {
  const good = nearlyGood(ids);
  const wrong: unknown[] = [];
  const told = new Map<string, number>();
  let sent = 0;
  for (const name of callNames) {
    const seed = chance.below(2 ** 31);
    for (const input of fc.sample(hostileInput(good[name]), { seed, numRuns: each })) {
      if (endsTheRun.includes(name) && calls[name].input.safeParse(input).success) continue;
      sent += 1;
      const reply = (await house.call(name, input as never)) as Reply<unknown>;
      const changed = reply.ok ? null : watch.changes();
      const problem =
        wrongWithReply(name, reply) ?? wrongWithAdmission(name, setting, reply) ?? (changed && `refused, and yet changed: ${changed}`);
      if (problem)
        wrong.push({
          seed: chance.seed,
          ...setting,
          name,
          input: JSON.stringify(input)?.slice(0, 300),
          problem,
          reply: JSON.stringify(reply).slice(0, 300),
        });
      if (reply.ok || changed) watch.accept();
      if (reply.ok && clientWriters.includes(name)) told.set((reply.value as Client).id, (reply.value as Client).version);
    }
  }
  return { sent, wrong, told };
};

/** One folder in one setting, a few inputs to each call. */
const sendIn = async (world: World, setting: Setting, chance: Chance, each: number): Promise<Omit<Sent, 'told'>> => {
  const folder = folderFor(world, setting);
  const opened = isOpen(setting.state);
  const sent = await withHouse(folder, now, async (house) => {
    if (opened) await okOf(house.call('vault.unlock', { passphrase }));
    const ids = opened ? await idsIn(world, setting, house) : idsOf(strangerId);
    const watch = opened ? watchRecords(folder, world.keys) : watchFiles(folder);
    const all = await send({
      house,
      setting,
      ids,
      watch,
      chance,
      each,
    });
    watch.close();
    const { state } = await okOf(house.call('vault.status', {}));
    return state === setting.state
      ? all
      : { ...all, wrong: [...all.wrong, { seed: chance.seed, ...setting, problem: `it is ${state} afterwards` }] };
  });
  if (!opened) return sent;
  const { broken, clients } = await keptIn(folder, world.keys);
  const lost = [...sent.told]
    .filter(([id, version]) => clients.get(id)?.version !== version)
    .map(([id]) => `client ${id} is not as it was told`);
  return {
    sent: sent.sent,
    wrong: [...sent.wrong, ...[...broken, ...lost].map((problem) => ({ seed: chance.seed, ...setting, problem }))],
  };
};

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const world = await worldOf(now);
  const each = Math.max(1, Math.min(25, Math.ceil(trials / settings.length / callNames.length)));
  const escapes: unknown[] = [];
  let sent = 0;
  for (let round = 0; sent < trials; round += 1) {
    const outcome = await asTrial(() => sendIn(world, settings[round % settings.length]!, chance, each));
    sent += outcome.sent;
    escapes.push(...outcome.wrong);
  }
  return { trials: sent, escapes };
};

/** Every call with generated input, in every state and by every role: no failure nobody thought of, nothing changed by what was refused, nothing of the inside told. */
export const callFuzz: Goal = {
  name: 'call fuzz',
  trials: { full: 200_000, quick: 20_000, test: 1_600 },
  run,
  defects: [
    {
      name: 'loose schema',
      trials: 4_000,
      edits: [
        {
          file: 'electron/practice/dispatch.ts',
          find: 'if (!parsed.success) throw',
          put: 'if (!parsed.success) return input; if (!parsed.success) throw',
        },
      ],
    },
    {
      name: 'role table hole',
      trials: 4_000,
      edits: [
        {
          file: 'shared/call.ts',
          find: "export const clinical = ['owner', 'practitioner']",
          put: "export const clinical = ['owner', 'practitioner', 'front-desk']",
        },
      ],
    },
    {
      name: 'a hand-over that lets other calls through',
      trials: 6_000,
      edits: [
        {
          file: 'electron/practice/dispatch.ts',
          find: "|| call.states.includes('handed-over')) return;",
          put: "|| call.states.includes('open') || call.states.includes('handed-over')) return;",
        },
        {
          file: 'electron/practice/dispatch.ts',
          find: 'if (call.states.includes(stateOf(standing))) return;',
          put: "if (call.states.includes(stateOf(standing)) || (standing.state === 'open' && call.states.includes('open'))) return;",
        },
      ],
    },
    {
      name: 'the role asked after the work is done',
      trials: 4_000,
      edits: [
        { file: 'electron/practice/dispatch.ts', find: 'await refuseRole(name, call, open);\n    const parsed', put: 'const parsed' },
        {
          file: 'electron/practice/dispatch.ts',
          find: 'const output = call.output.parse(await handler(practice, parsed));',
          put: 'const output = call.output.parse(await handler(practice, parsed)); await refuseRole(name, call, open);',
        },
      ],
    },
  ],
};
