import { join } from 'node:path';
import { keysFrom } from '../../electron/vault/envelope.ts';
import { type Header, readHeader } from '../../electron/vault/header.ts';
import { type WayIn, wayIn } from '../../electron/vault/ways-in.ts';
import { Refused } from '../../shared/app-error.ts';
import type { Evidence } from '../../shared/audit.ts';
import { type Chance, ofToday, stepsUpTo } from './chance.ts';
import { asTrial } from './clearing.ts';
import { type Faults, faultsIn, kill } from './faults.ts';
import type { Goal, Result } from './goal.ts';
import { okOf } from './headless-process.ts';
import { keptIn, type PracticeKeys } from './kept-records.ts';
import { healthWorkflows } from './kill-health.ts';
import { noteWorkflows } from './kill-note.ts';
import { scheduleWorkflows } from './kill-schedule.ts';
import { sessionWorkflows } from './kill-session.ts';
import { type After, type Base, baseFor, nextPassphrase, type Workflow, workflows } from './kill-workflows.ts';
import { inWords, lookThrough, withHouse } from './own-house.ts';
import { paperBeforeItsNote } from './planted-edits.ts';
import { copyOf, startTrial, trialFolder } from './trial.ts';
import { passphrase, profile } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';

type Killed = { readonly folder: string; readonly seen: number; readonly told: unknown };

/** One workflow with the shim armed, in a process of its own that is gone afterwards. `told` is null when no answer came. */
const attempt = async (workflow: Workflow, base: Base, arm: (shim: Faults) => void): Promise<Killed> => {
  const folder = workflow.starts === 'nowhere' ? trialFolder() : copyOf(base.folder);
  workflow.before?.(folder);
  const shim = faultsIn(folder);
  const vault = startTrial({ data: folder, now, env: shim.env });
  if (workflow.starts === 'open') await okOf(vault.call('vault.unlock', { passphrase }));
  else await okOf(vault.call('vault.status', {}));
  const act = await workflow.ready(vault, base);
  arm(shim);
  const reply = await act().catch(() => null);
  const seen = shim.seen();
  await vault.kill();
  if (reply && !reply.ok) throw new Error(`${workflow.name} was refused: ${JSON.stringify(reply.error)}`);
  return { folder, seen, told: reply ? reply.value : null };
};

type Way = { readonly opens: After['opens']; readonly keys: PracticeKeys };

const headerIn = (folder: string): Header | string => {
  try {
    return readHeader(folder) ?? 'no practice is left';
  } catch (failure) {
    if (failure instanceof Refused) return failure.message;
    throw failure;
  }
};

/** Which passphrase opens: exactly one must. */
const oneWayOf = async (folder: string): Promise<Way | string> => {
  const header = headerIn(folder);
  if (typeof header === 'string') return header;
  const old = await wayIn(header, 'passphrase', passphrase);
  const next = await wayIn(header, 'passphrase', nextPassphrase);
  if (old && next) return 'both passphrases open it';
  const keys = (way: WayIn): PracticeKeys => keysFrom(way.dataKey, header.practiceId);
  if (old) return { opens: 'old', keys: keys(old) };
  return next ? { opens: 'new', keys: keys(next) } : 'neither passphrase opens it';
};

/** Where nothing gives it another passphrase or key, it must open as it did; deriving that twice would only take time. */
const wayOf = async ({ changesPassphrase, starts }: Workflow, base: Base, folder: string): Promise<Way | string> =>
  changesPassphrase || starts === 'nowhere' ? oneWayOf(folder) : { opens: 'old', keys: base.keys };

const wrongVerdict = (evidence: Evidence | null): string | null =>
  evidence?.verdict === 'whole' || evidence?.verdict === 'one-ahead' ? null : `after the crash: ${evidence?.verdict}`;

/** Opens what is left as a person would, and reads every record of it. */
const wrongAfter = async (workflow: Workflow, base: Base, { folder, told }: Killed): Promise<string | null> => {
  const way = await wayOf(workflow, base, folder);
  if (typeof way === 'string') return way;
  const secret = way.opens === 'old' ? passphrase : nextPassphrase;
  const seen = await withHouse(folder, now, async (house) => {
    const look = await lookThrough(house, secret);
    if (look.at !== 'open') return inWords(look);
    const { drafts } = await okOf(house.call('drafts.get', {}));
    return { look, drafts, verdict: wrongVerdict((await okOf(house.call('vault.status', {}))).evidence) };
  });
  if (typeof seen === 'string') return `does not open: ${seen}`;
  if (seen.verdict) return seen.verdict;
  const kept = await keptIn(folder, way.keys);
  if (kept.broken.length > 0) return kept.broken.join('; ');
  const missing = base.clients.filter(({ id }) => !seen.look.clients.some((client) => client.id === id));
  if (workflow.starts !== 'nowhere' && missing.length > 0) return `${missing.length} clients are gone`;
  return (
    workflow.wrong?.(
      { told, opens: way.opens, clients: seen.look.clients, handedOver: seen.look.client, drafts: seen.drafts, kept },
      base,
    ) ?? null
  );
};

/** There is none, or one that opens; what half of it was left stands in nobody's way. */
const wrongMaking = async (workflow: Workflow, base: Base, killed: Killed): Promise<string | null> => {
  const made = await withHouse(killed.folder, now, async ({ call }) => {
    const { state, problem } = await okOf(call('vault.status', {}));
    if (state !== 'no-practice') return state === 'locked' ? null : String(problem);
    if (killed.told !== null) return 'told, and there is none';
    const reply = await call('vault.create', { passphrase, profile });
    return reply.ok ? null : JSON.stringify(reply.error);
  });
  return made ?? wrongAfter(workflow, base, killed);
};

const stepsFor = (seen: number, share: number, chance: Chance): number[] =>
  share <= seen
    ? stepsUpTo(seen, share, chance)
    : Array.from({ length: share }, (_, trial) => (trial < seen ? trial + 1 : 1 + chance.below(seen)));

const run: Goal['run'] = async ({ chance, trials }): Promise<Result> => {
  const base = await baseFor(now);
  const escapes: unknown[] = [];
  const every = [...workflows, ...healthWorkflows, ...scheduleWorkflows, ...sessionWorkflows, ...noteWorkflows].filter(
    ({ name }) => (process.env.ASSURE_WORKFLOW ?? name) === name,
  );
  const asked = ofToday(every, trials);
  let made = 0;
  for (const [index, workflow] of asked.entries()) {
    const share = Math.max(1, Math.round(((index + 1) * trials) / asked.length) - Math.round((index * trials) / asked.length));
    const judged = workflow.starts === 'nowhere' ? wrongMaking : wrongAfter;
    const whole = await asTrial(async () => {
      const killed = await attempt(workflow, base, (shim) => shim.count());
      return { seen: killed.seen, problem: await judged(workflow, base, killed) };
    });
    if (whole.problem) escapes.push({ seed: chance.seed, workflow: workflow.name, step: 'after the last', problem: whole.problem });
    for (const step of stepsFor(whole.seen, share, chance)) {
      const problem = await asTrial(async () => judged(workflow, base, await attempt(workflow, base, (shim) => shim.arm(kill, step))));
      made += 1;
      if (problem) escapes.push({ seed: chance.seed, workflow: workflow.name, step, of: whole.seen, problem });
    }
    console.error(`${workflow.name}: ${whole.seen} steps, ${escapes.length} escapes so far`);
  }
  return { trials: made, escapes };
};

/** Killed at each call that changes a file: what was told is there, the old or the new passphrase opens, and the trail's end is whole or one ahead. */
export const killSteps: Goal = {
  name: 'kill at each file change',
  trials: { full: 500, quick: 60, test: 3 },
  run,
  defects: [
    {
      name: 'acknowledge before commit',
      trials: 12,
      env: { ASSURE_HEADLESS: join(import.meta.dirname, 'early-acknowledgement.ts'), ASSURE_WORKFLOW: 'changing a client' },
    },
    {
      name: 'anchor written before commit',
      trials: 24,
      env: { ASSURE_WORKFLOW: 'adding a client' },
      edits: [
        {
          file: 'electron/store/dialect.ts',
          find: 'await super.commitTransaction(connection);\n    ledger.after(now);',
          put: 'ledger.after(now);\n    await super.commitTransaction(connection);',
        },
      ],
    },
    {
      name: 'a hold kept after the close it comes from',
      trials: 12,
      env: { ASSURE_WORKFLOW: 'closing a session under the resume rule' },
      edits: [
        {
          file: 'electron/sessions/close-service.ts',
          find: "await holdUnderRule(tx, { ...outside, db: tx as unknown as Practice['db'] }, told);",
          put: '});\n  await practice.write(async (tx) => {\n    const told = await toldOf(practice, tx, input.sessionId);\n    await holdUnderRule(tx, { ...outside, db: tx as unknown as Practice["db"] }, told);',
        },
      ],
    },
    {
      name: 'a paper kept before its note',
      trials: 12,
      env: { ASSURE_WORKFLOW: 'signing a note' },
      edits: paperBeforeItsNote,
    },
    {
      name: 'the journal taken in twice',
      trials: 40,
      env: { ASSURE_WORKFLOW: 'unlocking after things were written down while locked' },
      edits: [{ file: 'electron/audit/audit-repository.ts', find: 'if (there) continue;', put: 'void there;' }],
    },
    {
      name: 'the old header taken away before the new one is written',
      trials: 24,
      env: { ASSURE_WORKFLOW: 'changing the passphrase' },
      edits: [
        {
          file: 'electron/vault/header.ts',
          find: 'export const writeHeader = (folder: string, header: Header): void => {',
          put: 'export const writeHeader = (folder: string, header: Header): void => {\n  clearHeader(folder);',
        },
      ],
    },
  ],
};
