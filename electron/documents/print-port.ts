import { randomUUID } from 'node:crypto';
import type { AppError, Reply } from '../../shared/app-error.ts';
import { type PrintCallName, type PrintInput, type PrintOutcome, type PrintOutput, printCalls } from '../../shared/printing.ts';
import type { PaperToPrint, Print } from '../practice/practice.ts';

type Port = {
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly postMessage: (message: unknown) => void;
  readonly start: () => void;
  readonly close: () => void;
};

type ToShell = {
  readonly ask: (print: string) => void;
  readonly painted: (print: string, whole: boolean) => void;
  /** Open, and not handed over: asked again at each step, since a person may do something else meanwhile. */
  readonly mayPrint: () => boolean;
};

type Printing = { readonly paper: PaperToPrint; readonly ended: (outcome: PrintOutcome) => void; port: Port | null };

export type PrintPorts = {
  readonly print: Print;
  /** The hidden page's port. It serves this one document and knows no other call. */
  readonly serve: (print: string, port: Port) => void;
  readonly ended: (print: string, outcome: PrintOutcome) => void;
};

type Handlers = { readonly [N in PrintCallName]: (input: PrintInput<N>) => PrintOutput<N> };

const isRequest = (data: unknown): data is { readonly id: unknown; readonly call: unknown; readonly input: unknown } =>
  typeof data === 'object' && data !== null && 'id' in data && 'call' in data;
const isPrintCall = (name: unknown): name is PrintCallName => typeof name === 'string' && Object.hasOwn(printCalls, name);
const no = (error: AppError): Reply<never> => ({ ok: false, error });

const answerWith = (handlers: Handlers, call: unknown, input: unknown): Reply<unknown> => {
  if (!isPrintCall(call)) return no({ code: 'not-found', what: 'call' });
  const parsed = printCalls[call].input.safeParse(input);
  if (!parsed.success) return no({ code: 'invalid', issues: [{ path: [], problem: 'wrong-kind' }] });
  return { ok: true, value: (handlers[call] as (input: unknown) => unknown)(parsed.data) };
};

/** Documents on their way to the printer: each waits for the one hidden page the shell opens for it. */
export const openPrintPorts = ({ ask, painted, mayPrint }: ToShell): PrintPorts => {
  const waiting = new Map<string, Printing>();

  const handlersFor = (print: string, { paper }: Printing): Handlers => ({
    'print.paper': () => ({ mediaType: paper.mediaType, paper: paper.paper, base64: Buffer.from(paper.bytes).toString('base64') }),
    'print.ready': () => {
      painted(print, true);
      return {};
    },
    'print.failed': () => {
      painted(print, false);
      return {};
    },
  });

  return {
    print: (paper) =>
      new Promise((resolve) => {
        const print = randomUUID();
        waiting.set(print, { paper, ended: resolve, port: null });
        ask(print);
      }),
    serve: (print, port) => {
      const printing = waiting.get(print);
      if (!printing || printing.port) return port.close();
      printing.port = port;
      const handlers = handlersFor(print, printing);
      port.on('message', ({ data }) => {
        if (!isRequest(data) || !waiting.has(print)) return;
        if (mayPrint()) return port.postMessage({ id: data.id, reply: answerWith(handlers, data.call, data.input) });
        port.postMessage({ id: data.id, reply: no({ code: 'locked' }) });
        painted(print, false);
      });
      port.start();
    },
    ended: (print, outcome) => {
      const printing = waiting.get(print);
      waiting.delete(print);
      printing?.port?.close();
      printing?.ended(outcome);
    },
  };
};
