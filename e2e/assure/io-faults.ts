import type { Reply } from '../../shared/app-error.ts';
import { type Chance, ofToday } from './chance.ts';
import { asTrial } from './clearing.ts';
import { type Fault, faults, shortWrites } from './faults.ts';
import type { Goal } from './goal.ts';
import { faultyDoors } from './io-fault-doors.ts';
import { leftBehind, untruth, wrongOnDisk } from './io-fault-look.ts';
import { type Act, type FaultBase, type FaultWorkflow, faultBase, type Life, startLife } from './io-fault-place.ts';
import { faultySaves } from './io-fault-saves.ts';
import { coldStart, starts } from './io-fault-starts.ts';

const always = 2 ** 31 - 1;
/** How many calls in a row fail: one, some, or all from then on. */
const spells = [1, 1, 3, always, always] as const;
const trialsOfOneLife = 40;

const asWorked = async (life: Life, act: Act, first: Reply<unknown>): Promise<string[]> => {
  const again = await (act.again ?? act.asked)(first).catch((failure: Error): Reply<unknown> | string => failure.message);
  if (typeof again === 'string') return [`once the disk works: ${again}`];
  return again.ok ? leftBehind(life) : [`once the disk works it is refused: ${JSON.stringify(again.error)}`];
};

const counted = async (life: Life, workflow: FaultWorkflow, fault: Fault): Promise<number> => {
  const act = await workflow.ready(life);
  life.shim.count(fault);
  const reply = await act.asked();
  const seen = life.shim.seen();
  life.shim.clear();
  if (!reply.ok) throw new Error(`${workflow.name} was refused on a disk that works: ${JSON.stringify(reply.error)}`);
  await act.again?.(reply);
  return seen;
};

type Tried = { readonly struck: boolean; readonly problems: readonly unknown[] };

/** One call on a disk that begins to fail somewhere in it; what it said, what there is, and whether it works on a disk that does. */
const tried = async (life: Life, workflow: FaultWorkflow, fault: Fault, steps: number, chance: Chance): Promise<Tried> => {
  const act = await workflow.ready(life);
  const step = 1 + chance.below(steps);
  const times = fault === shortWrites ? always : chance.pick(spells);
  life.shim.arm(fault, step, times);
  const first = await act.asked();
  const struck = life.shim.struck() > 0;
  const file = life.shim.struckFile();
  life.shim.clear();
  // SQLite syncs the folder of a new log and says nothing where that fails; it was done, and had to work, when the practice was opened.
  const mayBeDone = workflow.mayBeDone ?? file === 'practice';
  const lie = struck ? untruth(fault, first, mayBeDone) : first.ok ? null : first.error;
  const there = (await act.wrong?.(first, fault)) ?? null;
  const halfway = workflow.life !== 'fresh' && !workflow.changesKey && chance.below(3) === 0 ? await wrongOnDisk(life) : [];
  const later = await asWorked(life, act, first);
  const problems = [...(lie === null ? [] : [lie]), ...(there === null ? [] : [there]), ...halfway, ...later, ...(await wrongOnDisk(life))];
  return { struck, problems: problems.map((problem) => ({ step, of: steps, file, times: times === always ? 'always' : times, problem })) };
};

const kinds: readonly Fault[] = [...faults, shortWrites];
const counts = new Map<string, number>();

/** File changes of a workflow that a kind of fault may meet, found out when it is first tried. */
const stepsFor = async (life: Life, workflow: FaultWorkflow, fault: Fault): Promise<number> => {
  const key = `${workflow.name} ${fault.kinds}`;
  const steps = counts.get(key) ?? (await counted(life, workflow, fault));
  counts.set(key, steps);
  return steps;
};

type Ran = { made: number; readonly escapes: unknown[] };

/** Whether a call was made to fail: one that was over before is no trial, and another fault is drawn in its place. */
const oneTrial = async (life: Life, workflow: FaultWorkflow, chance: Chance, ran: Ran): Promise<boolean> => {
  const fault = chance.pick(kinds);
  const steps = await stepsFor(life, workflow, fault);
  if (steps === 0) return false;
  const { struck, problems } = await tried(life, workflow, fault, steps, chance);
  for (const problem of problems) ran.escapes.push({ seed: chance.seed, workflow: workflow.name, fault: fault.name, problem });
  if (struck) ran.made += 1;
  return struck;
};

/** Some trials of one practice, or where it ends before, those until then; how many had their turn. */
const oneLife = async (base: FaultBase, chosen: readonly FaultWorkflow[], chance: Chance, ran: Ran): Promise<number> => {
  const [first] = chosen;
  if (!first) return 0;
  const life = await startLife(base, first.life);
  for (const [index, workflow] of chosen.entries()) {
    try {
      await oneTrial(life, workflow, chance, ran);
    } catch (failure) {
      // The process is gone, or a call that must work was refused.
      ran.escapes.push({
        seed: chance.seed,
        workflow: workflow.name,
        problem: failure instanceof Error ? failure.message : failure,
      });
      return index + 1;
    }
  }
  return chosen.length;
};

const lives = ['saves', 'backups', 'fresh'] as const;
const isAsked = (name: string): boolean => (process.env.ASSURE_FAULTY ?? name) === name;

/** `wanted` trials in processes that were up when the disk began to fail. */
const warm = async (base: FaultBase, wanted: number, chance: Chance, ran: Ran): Promise<void> => {
  const every = [...faultySaves, ...faultyDoors].filter(({ name }) => isAsked(name));
  const turns = every.flatMap((workflow) => Array.from({ length: workflow.share }, () => workflow));
  const asked = wanted < every.length ? ofToday(every, wanted) : turns;
  if (asked.length === 0) return;
  const most = ran.made + wanted;
  for (const kind of lives) {
    const own = asked.filter(({ life }) => life === kind);
    const until = kind === lives.at(-1) ? most : ran.made + Math.round((wanted * own.length) / asked.length);
    const together = kind === 'fresh' ? 1 : trialsOfOneLife;
    for (let turn = 0; own.length > 0 && ran.made < until; ) {
      const chosen = Array.from({ length: Math.min(together, until - ran.made) }, (_, index) => own[(turn + index) % own.length]!);
      turn += await asTrial(() => oneLife(base, chosen, chance, ran));
    }
  }
};

const cold = async (base: FaultBase, wanted: number, chance: Chance, ran: Ran): Promise<void> => {
  const asked = ofToday(
    starts.filter(({ name }) => isAsked(name)),
    wanted,
  );
  for (let turn = 0, made = 0; asked.length > 0 && made < wanted; turn += 1) {
    const escapes = await coldStart(asked[turn % asked.length]!, base, chance.pick(kinds), chance.pick(spells), chance);
    if (escapes === null) continue;
    made += 1;
    ran.made += 1;
    ran.escapes.push(...escapes.map((one) => ({ seed: chance.seed, ...(one as object) })));
  }
};

/** One in sixteen is a cold start. */
const coldShare = 1 / 16;

const run: Goal['run'] = async ({ chance, trials }) => {
  const base = await faultBase();
  const ran: Ran = { made: 0, escapes: [] };
  const starting = Math.max(1, Math.round(trials * coldShare));
  await warm(base, trials - starting, chance, ran);
  await cold(base, starting, chance, ran);
  return { trials: ran.made, escapes: ran.escapes };
};

/** Calls on a disk that is full, fails, or may not be written to, at each file change: never "done" when it was not, and nothing half. */
export const ioFaults: Goal = {
  name: 'I/O faults',
  trials: { full: 1_600, quick: 120, test: 6 },
  run,
  defects: [
    {
      name: 'a commit that failed is called done',
      trials: 40,
      env: { ASSURE_FAULTY: 'adding a client' },
      edits: [
        {
          file: 'electron/store/dialect.ts',
          find: 'await super.commitTransaction(connection);\n    ledger.after(now);',
          put: 'await super.commitTransaction(connection).catch(() => undefined);\n    ledger.after(now);',
        },
      ],
    },
    {
      name: 'a file that could not be written is called saved',
      trials: 40,
      env: { ASSURE_FAULTY: 'saving a paper' },
      edits: [
        {
          file: 'electron/practice/atomic-file.ts',
          find: '    rmSync(temporary, { force: true });\n    throw failure;\n',
          put: '    rmSync(temporary, { force: true });\n    void failure;\n    return;\n',
        },
      ],
    },
  ],
};
