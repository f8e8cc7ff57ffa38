import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { type Control, testControl } from './control.ts';
import { makePrivateFolder } from './private-folder.ts';
import { NotInTrialHost, refusing } from './refusing.ts';
import { takeInstance } from './single-instance.ts';

const root = process.env.STILLPOINT_TRIAL_ROOT ?? join(import.meta.dirname, '..', '..');

let privateFolder = '';
/** Made when first needed: a second start that only hands over to the first leaves nothing behind. */
export const ownFolder = () => (privateFolder ||= makePrivateFolder());

/** Ended in this order before the shell exits. */
export const closers: (() => void)[] = [];
/** Each answers whether it lets the app quit. */
export const quitVetoes: (() => boolean)[] = [];
export const switches: string[] = [];

export const control = (): Control | null => testControl(() => exit(1));

const downloads = process.argv.find((flag) => flag.startsWith('--downloads='))?.slice('--downloads='.length);
const settings = process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
const paths: Record<string, string> = {
  home: homedir(),
  temp: tmpdir(),
  appData: settings,
  userData: join(settings, 'Stillpoint trial host'),
  downloads: downloads ?? join(homedir(), 'Downloads'),
  documents: downloads ?? join(homedir(), 'Downloads'),
};

function exit(code = 0): never {
  for (const close of closers) close();
  process.exit(code);
}

/** An event that can be refused, as Electron's are. */
export function vetoable(emit: (event: { preventDefault(): void }) => void): boolean {
  let isPrevented = false;
  emit({
    preventDefault: () => {
      isPrevented = true;
    },
  });
  return !isPrevented;
}

export class StandInApp extends EventEmitter {
  readonly isPackaged = false;
  readonly name = 'Stillpoint';
  readonly commandLine = refusing('app.commandLine', {
    appendSwitch: (name: string, value?: string) => void switches.push(value ? `${name}=${value}` : name),
  });

  whenReady(): Promise<void> {
    return new Promise((resolve) => setImmediate(resolve));
  }

  getAppPath(): string {
    return root;
  }

  getVersion(): string {
    return JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')).version;
  }

  getPath(name: string): string {
    const path = paths[name];
    if (!path) throw new NotInTrialHost(`app.getPath('${name}')`);
    return path;
  }

  setPath(name: string, path: string): void {
    paths[name] = path;
  }

  /** The whole stand-in is without privileges of its own; Chromium's sandbox is on unless run as root. */
  enableSandbox(): void {}

  requestSingleInstanceLock(): boolean {
    const instance = takeInstance(this.getPath('userData'), () => this.emit('second-instance', {}, [], '', null));
    if (instance) closers.push(instance.release);
    return instance !== null;
  }

  quit(): void {
    if (!vetoable((event) => this.emit('before-quit', event))) return;
    if (!quitVetoes.every((asks) => asks())) return;
    exit(0);
  }

  exit(code = 0): never {
    return exit(code);
  }

  /** As Electron's: once this one has gone. */
  relaunch(): void {
    const [program = process.execPath, ...words] = [process.execPath, ...process.execArgv, ...process.argv.slice(1)];
    closers.push(() => spawn(program, words, { detached: true, stdio: 'inherit' }).unref());
  }
}

const emitter = new StandInApp();
export const app = refusing<App>('app', emitter);
export const emitFromApp = (event: string, ...args: unknown[]) => emitter.emit(event, ...args);

process.on('SIGINT', () => emitter.quit());
process.on('SIGTERM', () => emitter.quit());
process.on('SIGHUP', () => emitter.quit());
