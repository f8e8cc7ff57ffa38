import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError, type Reply } from '../../shared/app-error.ts';
import { type CallName, calls } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { announcedChance } from './chance.ts';
import { type Headless, okOf } from './headless-process.ts';
import { callNames, hostileInput, nearlyGood, strangerId } from './hostile-input.ts';
import { keptIn, keysOf } from './kept-records.ts';
import { openNewPractice, startTrial, trialFolder } from './trial.ts';
import { details, passphrase, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 120_000 };
const each = 60;

/** What belongs to the inside of the application and to no reply. */
const internal = /sqlite|kysely|zod|node_modules|file:\/\/|\.ts\b|\bat \S+ \(|stack|insert into|\bselect\b|stillpoint-assure/i;

/** What is wrong with a reply whatever was asked, or null. */
const wrongWith = (name: CallName, reply: Reply<unknown>): string | null => {
  if (reply.ok) return calls[name].output.safeParse(reply.value).success ? null : 'a value that is not the contract’s';
  if (!AppError.safeParse(reply.error).success) return 'an error that is not the contract’s';
  if (reply.error.code === 'unexpected') return 'unexpected';
  return internal.test(JSON.stringify(reply.error)) ? 'something internal' : null;
};

type Sent = { readonly name: CallName; readonly input: unknown; readonly reply: Reply<unknown> };

const sendAll = async (
  vault: Headless,
  seed: number,
  ids: { readonly clientId: string; readonly documentId: string },
  after: (sent: Sent) => void = () => undefined,
) => {
  const good = nearlyGood(ids);
  const wrong: unknown[] = [];
  for (const name of callNames) {
    for (const input of fc.sample(hostileInput(good[name]), { seed, numRuns: each })) {
      // Chance sometimes asks rightly; these would end the run by doing as they are told.
      if (endsTheRun.includes(name) && calls[name].input.safeParse(input).success) continue;
      const reply = await vault.anyCall(name, input);
      const problem = wrongWith(name, reply);
      if (problem !== null) wrong.push({ name, input, problem, reply });
      after({ name, input, reply });
    }
  }
  return wrong;
};

const endsTheRun: readonly CallName[] = ['vault.create', 'vault.unlock', 'vault.recover', 'vault.lock'];
const strangers = { clientId: strangerId, documentId: strangerId };
const inEscapes = (text: string): string => [...text].map((one) => one.codePointAt(0)?.toString(16)).join(' ');
const stateOf = async (vault: Headless) => (await okOf(vault.call('vault.status', {}))).state;

describe('hostile input to every call', () => {
  it('changes nothing where there is no practice', perTest, async () => {
    const { seed } = announcedChance('hostile input, no practice');
    const vault = startTrial({ data: trialFolder(), now });
    const wrong = await sendAll(vault, seed, strangers);
    expect({ seed, wrong: wrong.slice(0, 5), state: await stateOf(vault) }).toEqual({ seed, wrong: [], state: 'no-practice' });
  });

  it('opens nothing while locked', perTest, async () => {
    const { seed } = announcedChance('hostile input, locked');
    const folder = trialFolder();
    await (await openNewPractice({ data: folder, now })).end();
    const vault = startTrial({ data: folder, now });
    const answered: string[] = [];
    const wrong = await sendAll(vault, seed, strangers, ({ name, reply }) => {
      if (reply.ok && name !== 'vault.status') answered.push(name);
    });
    expect({ seed, wrong: wrong.slice(0, 5), answered, state: await stateOf(vault) }).toEqual({
      seed,
      wrong: [],
      answered: [],
      state: 'locked',
    });
  });

  it('changes only what it was told it changed while open', perTest, async () => {
    const { seed } = announcedChance('hostile input, open');
    const folder = trialFolder();
    const vault = await openNewPractice({ data: folder, now });
    const client = await okOf(vault.call('clients.create', details));
    const { documentId } = await okOf(vault.call('consent.sign', await readySigning(vault, client.id)));
    const told = new Map([[client.id, client.version]]);
    const writers: readonly CallName[] = ['clients.create', 'clients.update', 'clients.archive'];
    const wrong = await sendAll(vault, seed, { clientId: client.id, documentId }, ({ name, reply }) => {
      if (reply.ok && writers.includes(name)) told.set((reply.value as Client).id, (reply.value as Client).version);
    });
    const state = await stateOf(vault);
    await vault.end();
    const kept = await keptIn(folder, await keysOf(folder, passphrase));
    const versions = [...kept.clients].map(([id, { version }]) => [id, version] as const);
    expect({
      seed,
      wrong: wrong.slice(0, 5),
      state,
      broken: kept.broken,
      consents: kept.consentIds.size,
      versions: new Map(versions),
    }).toEqual({
      seed,
      wrong: [],
      state: 'open',
      broken: [],
      consents: 1,
      versions: told,
    });
    console.log(`hostile input: ${3 * callNames.length * each} calls over three states, ${wrong.length} escapes while open`);
  });

  it('of a size or shape that JSON barely allows is refused, and the process answers on', perTest, async () => {
    const vault = await openNewPractice({ data: trialFolder(), now });
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const replies = [
      await vault.rawCall('clients.create', deep),
      await vault.rawCall('consent.check', `{"answers":${deep}}`),
      await vault.rawCall('clients.create', JSON.stringify({ ...details, contactWishes: 'x'.repeat(5 * 1024 * 1024) })),
      await vault.rawCall('clients.search', '{"query":"a","query":{"$ne":1},"__proto__":{"limit":1}}'),
      await vault.rawCall('clients.search', '{"query":"a","limit":1e400}'),
      await vault.anyCall('__proto__', {}),
      await vault.anyCall('toString', {}),
      await vault.anyCall({ toString: 'clients.get' }, {}),
    ];
    for (const line of ['', 'nonsense', '[]', '"x"', '{"id":{}}', 'null', '{"call":"vault.status"}']) vault.sendLine(line);
    expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.code))).toEqual([
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'invalid',
      'not-found',
      'not-found',
      'not-found',
    ]);
    expect(await stateOf(vault)).toBe('open');
  });

  it('that was taken is read again as it was acknowledged', perTest, async () => {
    const vault = await openNewPractice({ data: trialFolder(), now });
    const different: unknown[] = [];
    for (const name of ['a\ud800', '\udc00b', 'a\u0000b', '\ufeffx', 'x\u2028y', '\u1100\u1161', '👩‍👩‍👧']) {
      const reply = await vault.call('clients.create', { ...details, chosenName: name });
      if (!reply.ok) continue;
      const read = await okOf(vault.call('clients.get', { id: reply.value.id }));
      if (read.chosenName !== reply.value.chosenName)
        different.push({ acknowledged: inEscapes(reply.value.chosenName), read: inEscapes(read.chosenName) });
    }
    expect(different).toEqual([]);
  });

  it('with a line separator in it is one line to headless', perTest, async () => {
    const vault = await openNewPractice({ data: trialFolder(), now });
    const asked = vault.rawCall('clients.create', JSON.stringify({ ...details, contactWishes: 'one\u2028two' }));
    // Answers come in order: once this one is here, the other is or never will be.
    await stateOf(vault);
    const reply = await Promise.race([asked, Promise.resolve(null)]);
    expect(reply).toMatchObject({ ok: true, value: { contactWishes: 'one\u2028two' } });
  });

  it('of nothing that shows is not taken for a name', perTest, async () => {
    const vault = await openNewPractice({ data: trialFolder(), now });
    const taken: string[] = [];
    for (const name of ['\u200b', '\u2060\u200d', '\u00ad', '\u0000', '\u202e', '\u3164']) {
      const reply = await vault.call('clients.create', { ...details, chosenName: name });
      if (reply.ok) taken.push(inEscapes(name));
    }
    expect(taken).toEqual([]);
  });
});
