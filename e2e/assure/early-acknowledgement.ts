import { createInterface } from 'node:readline';
import { flagsOf, openHouse } from '../../electron/practice/house.ts';
import type { Client } from '../../shared/clients.ts';

/**
 * A planted defect: `clients.update` is answered before anything was written, as a cache in front of the vault would.
 * The kill harness must catch it; everything else is the true dispatch.
 */
const house = openHouse(flagsOf(process.argv.slice(2)), 'trial', {
  dialog: async () => null,
  announce: () => undefined,
  ended: () => undefined,
});
const known = new Map<string, Client>();
const write = (line: unknown): void => void process.stdout.write(`${JSON.stringify(line)}\n`);

type Line = { readonly id: number; readonly call: string; readonly input: { readonly id: string; readonly details: Client } };

const answer = async ({ id, call, input }: Line): Promise<void> => {
  const before = call === 'clients.update' ? known.get(input.id) : undefined;
  const early = before && { ...before, ...input.details, version: before.version + 1 };
  if (early) write({ id, reply: { ok: true, value: early } });
  const reply = await house.dispatch(call, input);
  if (reply.ok && call.startsWith('clients.')) known.set((reply.value as Client).id, reply.value as Client);
  if (!early) write({ id, reply });
};

let last: Promise<void> = Promise.resolve();
createInterface({ input: process.stdin })
  .on('line', (text) => {
    last = last.then(() => answer(JSON.parse(text) as Line));
  })
  .on('close', () => void last.then(() => house.vault.close('quit')).then(() => process.exit(0)));
