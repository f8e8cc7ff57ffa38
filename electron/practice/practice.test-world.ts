import { Refusal, type Reply } from '../../shared/app-error.ts';
import { judgeEvidence } from '../../shared/audit.ts';
import type { Role } from '../../shared/call.ts';
import { type CallName, calls, type InputOf, type OutputOf } from '../../shared/calls.ts';
import type { Progress, Topic } from '../../shared/notices.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { instantFrom } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { type ClinicalContent, loadClinicalContent } from '../consent/form-content.ts';
import { addOwnLane } from '../schedule/own-lane.ts';
import { queryLayer } from '../store/dialect.ts';
import { openMigrated } from '../store/migrated.test-world.ts';
import { createDispatch, type Dispatch, type Standing } from './dispatch.ts';
import { type GrantedFiles, grantedFiles } from './files.ts';
import type { DoorHandlers } from './handlers.ts';
import { installation } from './installation.ts';
import { emptyMemory } from './memory.ts';
import { newIdAt } from './new-id.ts';
import { type HandedOver, type OpenPractice, type Print, practiceFor } from './practice.ts';
import { insertProfile } from './profile-repository.ts';

/** The real schema in memory and the real dispatch, with time, ids and dialog in the test's hand. Shared by the tests beside the services. */

export const profileDetails: ProfileDetails = {
  practiceName: 'Alder Room',
  address: '12 Mill Lane, Guelph, Ontario N1H 1A1',
  practitionerName: 'Hana Lindqvist',
  credential: 'registered massage therapist',
  licenceWords: 'registration number 12345',
  place: 'CA-ON',
  zone: 'America/Toronto',
  paper: 'letter',
};

/** The key derivation is tested with the vault; here it only matters whose passphrase it is. */
export const testPassphrase = 'slow river under cold stars';

export const clientDetails = {
  chosenName: 'Maya Rosario',
  legalName: '',
  pronouns: 'she/her',
  birthDate: '1991-03-14',
  phone: '416 555 0142',
  email: '',
  contactWishes: 'Text only',
  stopWord: 'amber',
  stopGesture: 'a lifted hand',
} as const;

const unused = async (): Promise<never> => {
  throw new Error('the door is not part of this world');
};
/** Calls the vault answers itself. */
export const isDoorCall = (name: string): boolean => /^(vault|backup|security)[.]/.test(name);
const noDoor = Object.fromEntries(
  Object.keys(calls)
    .filter(isDoorCall)
    .map((name) => [name, unused]),
) as unknown as DoorHandlers;

/** Frozen, since one test may not change it for the next. */
const unchanging = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(unchanging);
  return value;
};
let content: ClinicalContent | null = null;
/** Read once for all worlds of a test file: reading it takes longer than most tests. */
export const clinicalContent = (): ClinicalContent => {
  content ??= unchanging(loadClinicalContent(installation().clinical, () => undefined));
  return content;
};

export type TestWorld = {
  readonly open: OpenPractice;
  readonly files: GrantedFiles;
  readonly raw: Dispatch;
  /** Through dispatch, as the role given (owner unless told). */
  readonly call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<Reply<OutputOf<N>>>;
  /** The value, or the test fails with the error in view. */
  readonly ok: <N extends CallName>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>;
  readonly as: (role: Role) => Dispatch;
  readonly standing: (standing: Standing) => Dispatch;
  readonly later: (milliseconds: number) => void;
  /** The wall clock alone is set, forward or (negative) back. */
  readonly clockSet: (milliseconds: number) => void;
  /** Another process holds the practice from now on. */
  readonly anotherRun: () => void;
  /** What the vault was told of the session under way: milliseconds to its planned end, or null. */
  readonly sitting: () => number | null;
  readonly now: () => string;
  readonly announced: Topic[];
  readonly progress: Progress[];
  readonly incidents: unknown[];
  readonly answerDialog: (path: string | null) => void;
  readonly answerPrinter: (printer: Print) => void;
  readonly audit: () => Promise<readonly { action: string; client_id: string | null; record_id: string | null; actor: string }[]>;
};

export const testWorld = async (): Promise<TestWorld> => {
  let time = Date.parse('2026-11-24T15:58:00.000Z');
  let counter = 0;
  let ticks = 5_000;
  let run = 1;
  let sitting: number | null = null;
  let chosen: { grant: string; path: string } | null = null;
  let handedOver: HandedOver | null = null;
  let resting = false;
  let printer: Print = async () => 'printed';
  const announced: Topic[] = [];
  const progress: Progress[] = [];
  const incidents: unknown[] = [];
  const files = grantedFiles({ save: async () => chosen, folder: async () => chosen }, import.meta.dirname);
  const newId = (): string => {
    counter += 1;
    const chance = new Uint8Array(10);
    new DataView(chance.buffer).setUint32(6, counter);
    return newIdAt(time, chance);
  };
  const open: OpenPractice = {
    database: queryLayer(await openMigrated()),
    auditKey: Buffer.alloc(32, 7),
    anchor: { opening: judgeEvidence({ commits: 0, seq: 0, headAtAnchor: null }, null), read: () => null },
    actor: { id: newId(), name: profileDetails.practitionerName, role: 'owner' },
    content: clinicalContent(),
    files,
    clock: () => time,
    newId,
    appVersion: '0.1.0',
    zone: null,
    handOver: {
      current: () => handedOver,
      isResting: () => resting,
      begin: (begun) => {
        handedOver = begun;
      },
      rest: (now) => {
        resting = now;
      },
      end: () => {
        handedOver = null;
        resting = false;
      },
    },
    ownPassphrase: async (typed) => {
      if (typed !== testPassphrase) throw new Refusal('wrong-passphrase');
    },
    print: async (paper) => printer(paper),
    ticks: {
      get run() {
        return `run-${run}`;
      },
      now: () => ticks,
    },
    sitting: {
      begin: async (plannedEnd) => {
        sitting = plannedEnd;
      },
      end: async (own) => {
        if (own) sitting = null;
      },
    },
    memory: emptyMemory(),
    progress: (step) => progress.push(step),
  };
  const making = practiceFor(open, 'practice-created');
  await making.write(async (tx) => {
    await insertProfile(tx, profileDetails);
    await tx
      .insertInto('keyholders')
      .values({ id: open.actor.id, wrap_id: 'w', name: open.actor.name, role: 'owner', created_at: making.now() })
      .execute();
    await addOwnLane(tx, open.actor, making.now());
    await recordAudit(tx, making, {});
  });

  const dispatchIn = (standing: Standing): Dispatch =>
    createDispatch({
      standing: () => standing,
      door: noDoor,
      log: { event: () => undefined, incident: (failure) => `incident-${incidents.push(failure)}` },
      announce: (topics) => announced.push(...topics),
      refusedWhileLocked: () => undefined,
    });
  const raw = dispatchIn({ state: 'open', practice: open });
  const call = async <N extends CallName>(name: N, input: InputOf<N>): Promise<Reply<OutputOf<N>>> =>
    (await raw(name, input)) as Reply<OutputOf<N>>;
  return {
    open,
    files,
    raw,
    call,
    ok: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)} ${incidents.map(String).join(' ')}`);
      return reply.value;
    },
    as: (role) => dispatchIn({ state: 'open', practice: { ...open, actor: { ...open.actor, role } } }),
    standing: dispatchIn,
    now: () => instantFrom(time),
    later: (milliseconds) => {
      time += milliseconds;
      ticks += milliseconds;
    },
    clockSet: (milliseconds) => {
      time += milliseconds;
    },
    anotherRun: () => {
      run += 1;
      ticks = 0;
    },
    sitting: () => sitting,
    announced,
    progress,
    incidents,
    answerPrinter: (next) => {
      printer = next;
    },
    answerDialog: (path) => {
      chosen = path === null ? null : { grant: `grant-${path}`, path };
    },
    audit: () => open.database.selectFrom('audit').select(['action', 'client_id', 'record_id', 'actor']).orderBy('seq').execute(),
  };
};
