import { Temporal } from 'temporal-polyfill';
import { oldestCopyDays } from '../../shared/backup.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Probe, ProbeId } from '../../shared/security.ts';
import { lastEntryAt, recordAudit } from '../audit/audit-repository.ts';
import { verifyAudit } from '../audit/audit-service.ts';
import type { Backups } from '../backup/backups.ts';
import { inTime } from '../practice/in-time.ts';
import { type Practice, practiceFor } from '../practice/practice.ts';
import type { ShellFacts } from '../practice/shell-messages.ts';
import { opensWithoutKey, settingsNow } from '../store/file-probes.ts';
import { isFolderHeld } from '../store/folder-lock.ts';
import { floor } from './envelope.ts';
import { readableByOthers, strangersIn } from './folder-probes.ts';
import { type Header, intactHeaders } from './header.ts';
import { wrapIds } from './keyholders-repository.ts';
import type { Locking } from './locking-service.ts';
import { databaseFile } from './making.ts';
import type { Opened } from './opening.ts';

export type ProbeWorld = {
  readonly folder: string;
  readonly header: () => Header | null;
  readonly opened: () => Opened;
  readonly locking: Pick<Locking, 'idleMinutes'>;
  readonly backups: Pick<Backups, 'door'>;
  readonly shellFacts: () => Promise<ShellFacts | null>;
};

type Found = Omit<Probe, 'id'>;
type Look = (world: ProbeWorld, practice: Practice) => Promise<Found>;

const cipherNames = ['cipher', 'legacy', 'hmac_use', 'hmac_check', 'legacy_page_size', 'plaintext_header_size'];
const leftoverNames = ['temp_store', 'secure_delete'];

const settings = async ({ opened }: ProbeWorld, isOf: (name: string) => boolean) => {
  const all = Object.entries(await opened().layer.look(settingsNow)).filter(([name]) => isOf(name));
  return {
    held: all.every(([, { expected, found }]) => expected === found),
    found: (name: string) => Object.fromEntries(all)[name]?.found ?? null,
  };
};

const looks: Readonly<Record<ProbeId, Look>> = {
  encrypted: async (world) => {
    const cipher = await settings(world, (name) => cipherNames.includes(name));
    const bare = opensWithoutKey(databaseFile(world.folder));
    return { holds: cipher.held && !bare, facts: { cipher: cipher.found('cipher'), opensWithoutKey: bare } };
  },
  'saved-on-disk': async (world) => {
    const { held, found } = await settings(world, (name) => !cipherNames.includes(name) && !leftoverNames.includes(name));
    return { holds: held, facts: { journal: found('journal_mode'), synchronous: found('synchronous') } };
  },
  'no-leftovers': async (world) => {
    const { held, found } = await settings(world, (name) => leftoverNames.includes(name));
    const strangers = strangersIn(world.folder);
    return { holds: held && strangers === 0, facts: { tempStore: found('temp_store'), secureDelete: found('secure_delete'), strangers } };
  },
  'nothing-altered': async (_world, practice) => {
    const { verdict, entries, firstBad, evidence } = await verifyAudit(practice, {});
    return { holds: verdict === 'whole', facts: { verdict, entries, firstBad, evidence: evidence.verdict } };
  },
  'own-files': async ({ folder }) => {
    const others = readableByOthers(folder);
    return { holds: (others ?? 0) === 0, facts: { others: others ?? 0, checked: others !== null } };
  },
  'guessing-slow': async ({ header }) => {
    const kdfs = (header()?.wraps ?? []).map((wrap) => wrap.kdf);
    const least = (of: 'memoryKiB' | 'passes' | 'lanes'): number => Math.min(...kdfs.map((kdf) => kdf[of]));
    const [memoryKiB, passes, lanes] = [least('memoryKiB'), least('passes'), least('lanes')];
    const holds = kdfs.length > 0 && memoryKiB >= floor.memoryKiB && passes >= floor.passes && lanes >= floor.lanes;
    return { holds, facts: { memoryMiB: memoryKiB / 1024, passes, lanes } };
  },
  'key-file-twice': async ({ folder, header }) => {
    const intact = intactHeaders(folder).filter((one) => one.generation === header()?.generation).length;
    return { holds: intact === 2, facts: { intact } };
  },
  'ways-in': async ({ header }, practice) => {
    const known = await wrapIds(practice.db);
    const wraps = header()?.wraps ?? [];
    const unknown = wraps.filter((wrap) => wrap.kind === 'passphrase' && !known.includes(wrap.id)).length;
    const people = wraps.filter((wrap) => wrap.kind === 'passphrase').length - unknown;
    return {
      holds: unknown === 0 && people > 0,
      facts: { people, unknown, recovery: wraps.filter((wrap) => wrap.kind === 'recovery').length },
    };
  },
  'recovery-kit': async ({ header }, practice) => {
    const there = header()?.wraps.some((wrap) => wrap.kind === 'recovery') ?? false;
    return { holds: there, facts: { madeAt: there ? await lastEntryAt(practice.db, ['recovery-kit-made', 'data-key-renewed']) : null } };
  },
  'idle-lock': async ({ locking, shellFacts }) => {
    const minutes = locking.idleMinutes();
    const last = (await shellFacts())?.lastLock ?? null;
    const quick = last === null || last.milliseconds <= 2_000;
    return { holds: minutes !== null && quick, facts: { minutes, lastLock: last?.at ?? null, milliseconds: last?.milliseconds ?? null } };
  },
  'one-owner': async ({ folder }) => {
    const held = isFolderHeld(folder);
    return { holds: held, facts: { held } };
  },
  'no-network': async ({ shellFacts }) => {
    const facts = await shellFacts();
    return { holds: (facts?.refusedRequests ?? 0) === 0, facts: { refused: facts?.refusedRequests ?? 0, known: facts !== null } };
  },
  'backup-copied': async ({ backups }, practice) => {
    const { folder, last, problem } = await backups.door['backup.settings']({});
    const age = last ? Temporal.Instant.from(last.madeAt).until(Temporal.Instant.from(practice.now())).total('hours') / 24 : null;
    const isWhole = last !== null && last.state !== 'damaged' && age !== null && age <= oldestCopyDays;
    const facts = { at: last?.madeAt ?? null, state: last?.state ?? null, folderChosen: folder !== null, problem };
    return { holds: folder !== null && problem === null && isWhole, facts };
  },
};

/** A folder that hangs is a protection that could not be shown. */
const lookInTime = async (look: Promise<Found>): Promise<Found> =>
  (await inTime(look, 15_000)) ?? { holds: false, facts: { failed: true } };

/** Looks at each protection as it is now. A look that fails is a protection that could not be shown. */
export const createProbes =
  (world: ProbeWorld, onFailure: (failure: unknown) => void) => async (): Promise<OutputOf<'security.probes'>> => {
    const call = practiceFor(world.opened().practice, 'security-probed');
    await call.write((tx) => recordAudit(tx, call, {}));
    const probes: Probe[] = [];
    for (const [id, look] of Object.entries(looks) as [ProbeId, Look][]) {
      const found = await lookInTime(look(world, call)).catch((failure: unknown): Found => {
        onFailure(failure);
        return { holds: false, facts: { failed: true } };
      });
      probes.push({ id, ...found });
    }
    return { at: call.now(), probes };
  };
