import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';

/** A planted defect may put another program in its place. */
const headless = process.env.ASSURE_HEADLESS ?? join(import.meta.dirname, '..', 'headless.ts');

export type HeadlessOptions = {
  readonly data: string;
  /** Moment of starting, as an instant. */
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Another program that speaks the same lines: how a harness plants a defect. */
  readonly program?: string;
};

export type Headless = {
  readonly pid: number;
  /** Rejects when the process ends before it answered. */
  readonly call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<Reply<OutputOf<N>>>;
  /** Anything at all under any name, for hostile input. */
  readonly anyCall: (name: unknown, input: unknown) => Promise<Reply<unknown>>;
  /** An input as the text of its JSON, for what JSON.stringify would not make. */
  readonly rawCall: (name: string, input: string) => Promise<Reply<unknown>>;
  /** A line that may be no call at all. */
  readonly sendLine: (line: string) => void;
  /** SIGKILL; resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Closes standard input, as a person who is done; resolves with the exit code. */
  readonly end: () => Promise<number | null>;
  readonly isAlive: () => boolean;
  readonly errors: () => string;
};

/** The vault in a process of its own, spoken to line by line as `npm run headless` is. */
export const startHeadless = ({ data, now, env, program = headless }: HeadlessOptions): Headless => {
  const child = spawn(process.execPath, [program, `--data=${data}`, ...(now ? [`--now=${now}`] : [])], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const waiting = new Map<number, { readonly resolve: (reply: Reply<never>) => void; readonly reject: (failure: Error) => void }>();
  const errors: string[] = [];
  const gone = endOf(child, () => {
    for (const { reject } of waiting.values()) reject(new Error(`the process ended before it answered\n${errors.join('')}`));
    waiting.clear();
  });
  child.stderr.on('data', (chunk) => errors.push(String(chunk)));
  // Writing to a process that was killed meanwhile is what these tests do.
  child.stdin.on('error', () => undefined);
  onLines(child.stdout, (line) => {
    const { id, reply } = JSON.parse(line) as { readonly id?: number; readonly reply?: Reply<never> };
    if (id === undefined || !reply) return;
    waiting.get(id)?.resolve(reply);
    waiting.delete(id);
  });

  let lastId = 0;
  const sendLine = (line: string): void => void child.stdin.write(`${line}\n`);
  const rawCall = (name: unknown, input: string | undefined): Promise<Reply<never>> =>
    new Promise((resolve, reject) => {
      if (child.exitCode !== null || child.signalCode !== null) return reject(new Error('the process has ended'));
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      sendLine(`{"id":${lastId},"call":${JSON.stringify(name) ?? null}${input === undefined ? '' : `,"input":${input}`}}`);
    });
  const anyCall = (name: unknown, input: unknown): Promise<Reply<never>> =>
    rawCall(
      name,
      JSON.stringify(input)?.replace(/[\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16)}`),
    );

  return {
    pid: child.pid ?? 0,
    call: anyCall,
    anyCall,
    rawCall,
    sendLine,
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    end: () => {
      child.stdin.end();
      return gone;
    },
    isAlive: () => child.exitCode === null && child.signalCode === null,
    errors: () => errors.join(''),
  };
};

/** Lines end with a line feed and nothing else; node:readline would also end them at U+2028, which JSON may hold. */
const onLines = (stream: NodeJS.ReadableStream, each: (line: string) => void): void => {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) each(line);
  });
};

const endOf = (child: ChildProcess, then: () => void): Promise<number | null> =>
  new Promise((resolve) => {
    child.once('close', (code) => {
      then();
      resolve(code);
    });
  });

/** The value of a reply that must be ok. */
export const okOf = async <T>(reply: Promise<Reply<T>>): Promise<T> => {
  const given = await reply;
  if (!given.ok) throw new Error(`refused: ${JSON.stringify(given.error)}`);
  return given.value;
};
