import { describe, expect, it } from 'vitest';
import { type Headless, okOf } from './headless-process.ts';
import { openNewPractice, trialFolder } from './trial.ts';
import { details } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';
const perTest = { timeout: 120_000 };
const inEscapes = (text: string): string => [...text].map((one) => one.codePointAt(0)?.toString(16)).join(' ');
const stateOf = async (vault: Headless) => (await okOf(vault.call('vault.status', {}))).state;

describe('hostile input', () => {
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
