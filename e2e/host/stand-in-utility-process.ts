import { type ChildProcess, fork as forkProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { pathToFileURL } from 'node:url';
import type { ForkOptions } from 'electron';
import { NotInTrialHost, refusing } from './refusing.ts';
import { closers, control } from './stand-in-app.ts';
import { nowListening, transferred } from './stand-in-ports.ts';
import type { FromForked, ToForked } from './vault-bootstrap.ts';

const bootstrap = pathToFileURL(`${import.meta.dirname}/vault-bootstrap.ts`).href;

class UtilityProcess extends EventEmitter {
  readonly #child: ChildProcess;

  constructor(modulePath: string, args: readonly string[], stdio: 'inherit' | 'ignore') {
    super();
    this.#child = forkProcess(modulePath, [...args], {
      execArgv: ['--import', bootstrap],
      serialization: 'advanced',
      stdio: ['ignore', stdio, stdio, 'ipc'],
    });
    const pid = this.#child.pid ?? 0;
    const end = () => this.kill();
    closers.push(end);
    this.#child.once('spawn', () => {
      control()?.send({ kind: 'vault-started', pid });
      this.emit('spawn');
    });
    this.#child.on('message', (message: FromForked) => {
      if (message.kind === 'listening') nowListening(message.socket);
      else this.emit('message', message.data);
    });
    this.#child.once('exit', (code) => {
      closers.splice(closers.indexOf(end), 1);
      control()?.send({ kind: 'vault-gone', pid });
      this.emit('exit', code ?? 0);
    });
  }

  /** As Electron's: nothing once the process has ended. */
  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  postMessage(data: unknown, ports: readonly unknown[] = []): void {
    const message: ToForked = { data, sockets: transferred(ports).map(({ socket }) => socket) };
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  kill(): boolean {
    return this.#child.kill('SIGKILL');
  }
}

function fork(modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) {
  if (options.stdio !== 'inherit' && options.stdio !== 'ignore') {
    throw new NotInTrialHost(`utilityProcess.fork with stdio ${String(options.stdio)}`);
  }
  return refusing<Electron.UtilityProcess>('UtilityProcess', new UtilityProcess(modulePath, args, options.stdio));
}

export const utilityProcess = refusing<typeof Electron.utilityProcess>('utilityProcess', { fork });
