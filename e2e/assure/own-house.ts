import { type ClinicalContent, loadClinicalContent } from '../../electron/consent/form-content.ts';
import { openHouse } from '../../electron/practice/house.ts';
import { installation } from '../../electron/practice/installation.ts';
import type { AppError, Reply } from '../../shared/app-error.ts';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { Handover } from '../../shared/handover.ts';
import { passphrase } from './trial-records.ts';

export type Caller = { readonly call: <N extends CallName>(name: N, input: InputOf<N>) => Promise<Reply<OutputOf<N>>> };

let read: ClinicalContent | null = null;

/** The vault in this process, for trials by the hundred; what must survive a crash is tried in a process of its own. */
export const withHouse = async <T>(data: string, now: string, use: (caller: Caller) => Promise<T>): Promise<T> => {
  const flags = new Map([
    ['data', data],
    ['now', now],
  ]);
  read ??= loadClinicalContent(installation().clinical, () => undefined);
  const house = openHouse(flags, 'trial', { dialog: async () => null, announce: () => undefined, ended: () => undefined, content: read });
  try {
    return await use({ call: house.dispatch as Caller['call'] });
  } finally {
    // A practice whose file is damaged may not be able to note that it was locked.
    await house.vault.close().catch(() => undefined);
  }
};

export type Look =
  | { readonly at: 'status' | 'unlock' | 'reading'; readonly error: AppError }
  | {
      readonly at: 'open';
      readonly clients: readonly Client[];
      readonly documents: readonly string[];
      /** Each with all its events, and what came of them. */
      readonly sessions: readonly unknown[];
      /** Each with what came to it, and the paper of those that are signed. */
      readonly notes: readonly unknown[];
      readonly client: Handover | null;
    };

type Opened = Extract<Look, { at: 'open' }>;

class Stopped extends Error {
  readonly look: Look;
  constructor(look: Look) {
    super(look.at);
    this.look = look;
  }
}

/** Opens the practice and reads every record through its calls: all of it as it is now, or where and how that was refused. */
export const lookThrough = async ({ call }: Caller, secret = passphrase): Promise<Look> => {
  const given = async <T>(at: 'unlock' | 'reading', reply: Promise<Reply<T>>): Promise<T> => {
    const answer = await reply;
    if (!answer.ok) throw new Stopped({ at, error: answer.error });
    return answer.value;
  };
  /** What a client has the screen for; it is taken back, or nothing else could be read. */
  const takeBack = async (): Promise<Handover | null> => {
    if ((await given('reading', call('vault.status', {}))).state !== 'handed-over') return null;
    const current = await given('reading', call('handover.current', {}));
    await given('reading', call('handover.end', { handoverId: current.id, passphrase: secret }));
    return current;
  };
  const sessionsOf = async (clientId: string): Promise<unknown[]> => {
    const { sessions } = await given('reading', call('sessions.ofClient', { clientId }));
    if (sessions.length === 0) return [];
    const whole = await Promise.all(sessions.map(({ id }) => given('reading', call('sessions.get', { sessionId: id }))));
    return [...whole, ...(await given('reading', call('incidents.ofClient', { clientId }))).incidents];
  };
  const notesOf = async (clientId: string): Promise<unknown[]> => {
    const { notes } = await given('reading', call('notes.ofClient', { clientId }));
    const read: unknown[] = [];
    for (const { id } of notes) {
      const note = await given('reading', call('notes.get', { noteId: id }));
      read.push(note);
      if (note.signed) read.push((await given('reading', call('documents.get', { id: note.signed.documentId }))).pdf);
    }
    return read;
  };
  const readAll = async (): Promise<Opened> => {
    await given('unlock', call('vault.unlock', { passphrase: secret }));
    const client = await takeBack();
    const { clients: rows } = await given('reading', call('clients.search', { query: '', limit: 200 }));
    const clients: Client[] = [];
    const documents: string[] = [];
    const sessions: unknown[] = [];
    const notes: unknown[] = [];
    for (const { id } of rows) {
      clients.push(await given('reading', call('clients.get', { id })));
      const { consents } = await given('reading', call('consent.ofClient', { clientId: id }));
      for (const { documentId } of consents) documents.push((await given('reading', call('documents.get', { id: documentId }))).pdf);
      sessions.push(...(await sessionsOf(id)));
      notes.push(...(await notesOf(id)));
    }
    return { at: 'open', clients, documents, sessions, notes, client };
  };
  const status = await call('vault.status', {});
  if (!status.ok) return { at: 'status', error: status.error };
  if (status.value.problem) return { at: 'status', error: { code: 'unavailable', reason: status.value.problem } };
  try {
    return await readAll();
  } catch (failure) {
    if (failure instanceof Stopped) return failure.look;
    throw failure;
  }
};

/** `unlock: database-damaged`, or `open`. */
export const inWords = (look: Look): string => {
  if (look.at === 'open') return 'open';
  const { error } = look;
  return `${look.at}: ${error.code === 'unavailable' || error.code === 'refused' ? error.reason : error.code}`;
};
