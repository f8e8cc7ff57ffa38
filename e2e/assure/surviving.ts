import { readdirSync, readFileSync } from 'node:fs';
import { countBytesInMemory } from '../fixtures/process-memory.ts';

type Process = { readonly pid: number; readonly parent: number; readonly name: string };

const processes = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const status = readFileSync(`/proc/${pid}/status`, 'utf8');
        const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 3).join(' ');
        return [{ pid: Number(pid), parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), name: command }];
      } catch {
        // Ended between listing and looking.
        return [];
      }
    })
    // A process that ended and was not collected yet has no memory any more.
    .filter(({ name }) => name !== '');

/** Every process below this one: shell, vault, and what the window runs in. This one plays the person, and remembers what they typed. */
export const below = (root: number): Process[] => {
  const all = processes();
  const childrenOf = (pid: number): Process[] =>
    all.filter(({ parent }) => parent === pid).flatMap((child) => [child, ...childrenOf(child.pid)]);
  return childrenOf(root);
};

export type Secret = { readonly name: string; readonly bytes: readonly Buffer[] };

export const textSecret = (name: string, ...texts: readonly string[]): Secret => ({
  name,
  bytes: texts.flatMap((text) => [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le')]),
});

/** A key as its bytes and as the hex the cipher is given. */
export const keySecret = (name: string, key: Buffer): Secret => ({
  name,
  bytes: [Buffer.from(key), ...textSecret(name, key.toString('hex')).bytes],
});

const count = (pid: number, bytes: readonly Buffer[]): number => {
  try {
    return countBytesInMemory(pid, bytes);
  } catch {
    return 0;
  }
};

/** Which of the secrets stand in the memory of which process. */
export const rememberedBy = (
  among: readonly Process[],
  secrets: readonly Secret[],
): { process: string; secret: string; times: number }[] => {
  const all = secrets.flatMap(({ bytes }) => bytes);
  return among
    .filter(({ pid }) => count(pid, all) > 0)
    .flatMap(({ pid, name }) =>
      secrets
        .map((secret) => ({ process: name.slice(0, 120), secret: secret.name, times: count(pid, secret.bytes) }))
        .filter(({ times }) => times > 0),
    );
};
