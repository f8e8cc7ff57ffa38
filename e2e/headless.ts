import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { flagsOf, type House, openHouse } from '../electron/practice/house.ts';
import type { Call } from '../shared/call.ts';
import { type CallName, calls } from '../shared/calls.ts';

/**
 * The vault without a window: one JSON object a line in, one out, through the same dispatch.
 * `{"id":1,"call":"clients.create","input":{...}}` gives `{"id":1,"reply":{...}}`; `{"id":2,"describe":true}` gives every call.
 * Where a call takes a `fileGrant`, `{"path":"/folder/file.pdf"}` (or a folder) may stand in its place: there is no dialog here.
 */

const write = (line: unknown): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

const flags = flagsOf(process.argv.slice(2));

/** After a lock the window's vault process is killed and started anew; here a new house takes its place, and makes the backup that waits. */
const open = (): House => {
  const opened = openHouse(flags, 'trial', {
    dialog: async () => null,
    announce: (topics) => write({ notice: { kind: 'changed', topics: [...new Set(topics)] } }),
    progress: (step) => write({ notice: { kind: 'progress', ...step } }),
    ended: () => {
      house = null;
    },
  });
  void opened.vault.copyDue();
  return opened;
};
let house: House | null = open();
const current = (): House => {
  house ??= open();
  return house;
};

const described = (): unknown =>
  Object.fromEntries(
    Object.entries(calls as unknown as Record<CallName, Call>).map(([name, call]) => [
      name,
      {
        input: z.toJSONSchema(call.input, { io: 'input', unrepresentable: 'throw' }),
        output: z.toJSONSchema(call.output, { io: 'output', unrepresentable: 'throw' }),
        roles: call.roles,
        states: call.states,
        audit: call.audit === 'none' ? 'none' : { action: call.audit.action, by: call.audit.by },
      },
    ]),
  );

const PathGrant = z.looseObject({ fileGrant: z.strictObject({ path: z.string().min(1) }) });

const withGrant = (name: unknown, input: unknown): unknown => {
  const typed = PathGrant.safeParse(input);
  if (!typed.success) return input;
  const grant = randomUUID();
  current().files.grantPath(grant, name as CallName, typed.data.fileGrant.path);
  return { ...typed.data, fileGrant: grant };
};

const Line = z.looseObject({
  id: z.union([z.string(), z.number()]).optional(),
  call: z.unknown().optional(),
  input: z.unknown().optional(),
  describe: z.literal(true).optional(),
});

const answer = async (text: string): Promise<unknown> => {
  try {
    const line = Line.parse(JSON.parse(text));
    if (line.describe) return { id: line.id, describe: described() };
    return { id: line.id, reply: await current().dispatch(line.call, withGrant(line.call, line.input)) };
  } catch {
    return { error: 'a line is one JSON object with "id" and "call", or "describe": true' };
  }
};

const leave = async (): Promise<void> => {
  const leaving = house;
  await leaving?.vault.close('quit');
  if (leaving?.vault.copyWaits()) await current().vault.copyDue();
};

let last: Promise<void> = Promise.resolve();
const take = (text: string): void => {
  if (text.trim() === '') return;
  last = last.then(async () => write(await answer(text)));
};

// Only a line feed ends a line: readline would also split at U+2028, which JSON may hold.
let rest = '';
process.stdin
  .setEncoding('utf8')
  .on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n');
    rest = lines.pop() ?? '';
    lines.forEach(take);
  })
  .on('end', () => {
    take(rest);
    void last.then(leave).then(() => process.exit(0));
  });
