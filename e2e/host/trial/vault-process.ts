/**
 * A vault process without a practice: it answers the shell's protocol and a few calls of its own, so that the
 * host can be tested whatever the application's calls are.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ShellToVault, VaultToShell } from '../../../electron/practice/shell-messages.ts';
import type { SocketPort } from '../socket-port.ts';

type Call = { readonly id: number; readonly call: string; readonly input: unknown };
type ParentPort = {
  on(event: 'message', listener: (message: { data: ShellToVault; ports: SocketPort[] }) => void): void;
  postMessage(message: VaultToShell): void;
};

const { parentPort } = process as unknown as { parentPort: ParentPort };
const kept: unknown[] = [];
const asked = new Map<string, (chosen: unknown) => void>();
let page: SocketPort | null = null;

parentPort.on('message', ({ data, ports: [port] }) => {
  if (data.kind === 'connect' && port) welcome(port);
  if (data.kind === 'lock' && !process.env.TRIAL_IS_DEAF)
    parentPort.postMessage({ kind: 'ended', copyWaits: 'TRIAL_COPIES' in process.env, milliseconds: 0, word: null });
  if (data.kind === 'file-chosen') asked.get(data.requestId)?.(data.chosen);
  if (data.kind === 'shell-facts') asked.get(data.requestId)?.(data.facts);
});
const dataFolder = process.argv.find((flag) => flag.startsWith('--data='))?.slice('--data='.length) ?? '';

if (process.argv.includes('--copy-due')) {
  if (!process.env.TRIAL_COPIES) process.exit(0);
  process.once('SIGUSR2', () => process.exit(0));
  writeFileSync(join(dataFolder, 'vault-copies'), '');
} else if (process.env.TRIAL_WAITS) {
  process.once('SIGUSR2', () => parentPort.postMessage({ kind: 'ready' }));
  writeFileSync(join(dataFolder, 'vault-waits'), '');
} else {
  parentPort.postMessage({ kind: 'ready' });
}

function welcome(port: SocketPort): void {
  page?.close();
  page = port;
  port.on('message', async ({ data }: { data: Call }) => {
    const value = await answer(data);
    port.postMessage({ id: data.id, reply: { ok: true, value } });
  });
  port.start();
}

function ask(question: Extract<VaultToShell, { requestId: string }>): Promise<unknown> {
  return new Promise((resolve) => {
    asked.set(question.requestId, resolve);
    parentPort.postMessage(question);
  });
}

function answer({ call, input }: Call): unknown {
  switch (call) {
    case 'trial.echo':
      kept.push(input);
      return input;
    case 'trial.mark':
      return writeFileSync(join(dataFolder, 'page-was-here'), '');
    case 'trial.flags':
      return process.argv.slice(2);
    case 'trial.electron':
      return import('electron' as string).then(
        () => 'imported',
        (error: Error) => error.message,
      );
    case 'trial.leak': // the defect that the memory test must catch: a payload that takes the way through the shell
      return parentPort.postMessage({ kind: input } as unknown as VaultToShell);
    case 'trial.unlock':
      return parentPort.postMessage({ kind: 'unlocked' });
    case 'trial.lock':
      return parentPort.postMessage({ kind: 'ended', copyWaits: false, milliseconds: 0, word: null, ...(input as object | null) });
    case 'trial.notice':
      return page?.postMessage({ notice: input });
    case 'trial.never':
      return new Promise(() => undefined);
    case 'trial.save':
      return ask({ kind: 'choose-save', requestId: 'save', suggestedName: 'Consent 2026-11-23', extension: 'pdf' });
    case 'trial.folder':
      return ask({ kind: 'choose-folder', requestId: 'folder' });
    case 'trial.facts':
      return ask({ kind: 'ask-shell', requestId: 'facts' });
    default:
      return { unknown: call };
  }
}
