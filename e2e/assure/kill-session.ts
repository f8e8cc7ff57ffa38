import { type Headless, okOf } from './headless-process.ts';
import type { KeptSessions } from './kept-sessions.ts';
import type { After, Base, Workflow } from './kill-workflows.ts';
import { beginSession, closing, nextEvent, record, windowId } from './session-records.ts';
import { passphrase } from './trial-records.ts';

const begun = (vault: Headless, { clients }: Base) => beginSession(vault, clients[1]!.id);

/** It is as it was, or as it is after; and after where that was told. */
const judged = (is: (sessions: KeptSessions) => 'before' | 'after' | 'torn') => (after: After) => {
  const found = is(after.kept.sessions);
  if (found === 'torn') return `half of it was kept: ${JSON.stringify(after.kept.sessions)}`;
  return after.told !== null && found === 'before' ? 'told, and not kept' : null;
};

const follows = ({ incidents, holds, tasks }: KeptSessions): string => `${incidents} ${holds.join(' ')} ${tasks}`;

/** A session is open, and the practice is locked. */
const lockedWithin = async (vault: Headless, base: Base): Promise<void> => {
  await begun(vault, base);
  await okOf(vault.call('vault.lock', {}));
};

/** A stop, what was seen with all that follows from it, and a close: each whole or not at all. */
export const sessionWorkflows: readonly Workflow[] = [
  {
    name: 'recording a stop',
    starts: 'open',
    ready: async (vault, base) => {
      const session = await begun(vault, base);
      return () => vault.call('sessions.record', nextEvent(session, { kind: 'stop', body: {} }));
    },
    wrong: judged(({ events }) => (events.join() === 'stop' ? 'after' : events.length === 0 ? 'before' : 'torn')),
  },
  {
    name: 'recording what opens an incident',
    starts: 'open',
    ready: async (vault, base) => {
      const session = await begun(vault, base);
      const seen = { dissociation: 'D3', arousal: null, item: null, signs: [], words: 'Gone quiet' } as const;
      return () => vault.call('sessions.record', nextEvent(session, { kind: 'seen', body: { ...seen, signs: [] } }));
    },
    wrong: judged((kept) => {
      if (kept.events.length === 0) return follows(kept) === '0  0' ? 'before' : 'torn';
      return follows(kept) === '1 grade 1' ? 'after' : 'torn';
    }),
  },
  {
    name: 'closing a session under the resume rule',
    starts: 'open',
    ready: async (vault, base) => {
      const session = await begun(vault, base);
      const led = await record(
        vault,
        session,
        { kind: 'seen', body: { dissociation: 'D2', arousal: null, item: null, signs: [], words: '' } },
        { kind: 'hands-off', body: {} },
      );
      const task = { dueOn: '2026-11-25', note: '' };
      const tasks = [
        { ...task, what: 'message' as const },
        { ...task, what: 'therapist' as const },
      ];
      return () => vault.call('sessions.close', closing(led, { left: 'With a friend', tasks }));
    },
    wrong: judged((kept) => {
      if (kept.events.length !== 2) return 'torn';
      if (kept.ended === 0) return follows(kept) === '1  1' ? 'before' : 'torn';
      return follows(kept) === '1 closed-under-rule 3' ? 'after' : 'torn';
    }),
  },
  {
    name: 'a stop on the locked screen',
    starts: 'open',
    ready: async (vault, base) => {
      await lockedWithin(vault, base);
      return () => vault.call('vault.stopped', { id: windowId(), kind: 'stop', ago: 0 });
    },
    // Looking through the practice unlocked it.
    wrong: judged(({ events }) => (events.join() === 'stop' ? 'after' : events.length === 0 ? 'before' : 'torn')),
  },
  {
    name: 'taking in a stop from the locked screen',
    starts: 'open',
    ready: async (vault, base) => {
      await lockedWithin(vault, base);
      for (const kind of ['stop', 'hands-off'] as const) await okOf(vault.call('vault.stopped', { id: windowId(), kind, ago: 0 }));
      return () => vault.call('vault.unlock', { passphrase });
    },
    wrong: ({ kept }) => {
      const entries = kept.trail.filter(({ action }) => action === 'locked-stop' || action === 'locked-hands-off').length;
      const found = `${kept.sessions.events.join()}, ${entries} entries`;
      return found === 'stop,hands-off, 2 entries' ? null : `taken in as ${found}`;
    },
  },
];
