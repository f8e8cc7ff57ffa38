import { createHash } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from '../../shared/clients.ts';
import { asTrial } from './clearing.ts';
import { type Headless, okOf } from './headless-process.ts';
import { awayName, practiceName, type Recording, type Seen, type Told } from './image-look.ts';
import { imageIn } from './imaged-disk.ts';
import { baseFor, nextPassphrase } from './kill-workflows.ts';
import { addendumTo, signing, writeNote } from './note-records.ts';
import { recordingOf } from './recorded.ts';
import { startTrial, trialFolder } from './trial.ts';
import { details, passphrase, readySigning } from './trial-records.ts';

const now = '2026-11-23T09:00:00Z';

type Tell = (key: string, wrong: Told['wrong']) => void;
type Acts = (vault: Headless, tell: Tell, again: () => Headless) => Promise<void>;

/** What the acts do to the practice and the backups below `root`, with every call that changes a file; the second process's too. */
export const recordedIn = async (root: string, acts: Acts, at = now): Promise<Recording> => {
  const before = imageIn(root);
  const recording = recordingOf(root);
  const told: Told[] = [];
  const start = (): Headless => startTrial({ data: join(root, practiceName), now: at, env: recording.env });
  await acts(start(), (key, wrong) => told.push({ at: recording.length(), key, wrong }), start);
  return { before, operations: recording.operations(), told };
};

/** A practice with three clients and a signed consent, closed. */
const closedPlace = async (): Promise<{ readonly root: string; readonly clients: readonly Client[] }> => {
  const { folder, clients } = await baseFor(now);
  const root = trialFolder();
  cpSync(folder, join(root, practiceName), { recursive: true });
  mkdirSync(join(root, awayName));
  return { root, clients };
};

const tellClient = (tell: Tell, { id, version, chosenName }: Client): void =>
  tell(id, ({ clients }) => {
    const row = clients().get(id);
    if (!row || row.version < version) return `told ${chosenName}, and it is not there`;
    return row.version > version || row.name === chosenName ? null : `told ${chosenName}, and it is another`;
  });

export const tellNewPassphrase = (tell: Tell): void =>
  tell('passphrase', ({ opens }) => (opens === 'new' ? null : 'told that the passphrase is new, and it is not'));

/** Some saves of clients that are new, and of some that are not. */
export const saver = (tell: Tell) => {
  const known = new Map<string, Client>();
  let number = 0;
  return async (vault: Headless, count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 1, number += 1) {
      const asked = { ...details, chosenName: `${number}`, contactWishes: 'Only letters. '.repeat(1 + (number % 9)) };
      const [first] = [...known.values()].slice(number % Math.max(1, known.size));
      const client: Client =
        number % 3 === 0 || !first
          ? await okOf(vault.call('clients.create', asked))
          : await okOf(vault.call('clients.update', { id: first.id, version: first.version, details: asked }));
      known.set(client.id, client);
      tellClient(tell, client);
    }
  };
};

const unlock = (vault: Headless, secret = passphrase) => okOf(vault.call('vault.unlock', { passphrase: secret }));

/** An afternoon: saves up to a lock, more up to a crash, a new passphrase, and more again. */
const saving = async (): Promise<Recording> => {
  const { root } = await closedPlace();
  return recordedIn(root, async (first, tell, again) => {
    const save = saver(tell);
    await unlock(first);
    await save(first, 9);
    await okOf(first.call('vault.lock', {}));
    await unlock(first);
    await save(first, 5);
    await first.kill();
    const vault = again();
    await unlock(vault);
    await save(vault, 4);
    await okOf(vault.call('vault.changePassphrase', { passphrase, next: nextPassphrase }));
    tellNewPassphrase(tell);
    await save(vault, 5);
    await vault.end();
  });
};

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Its bytes are those that the person was shown, and the trail's entry vouches for them. */
const tellPaper = async (vault: Headless, tell: Tell, documentId: string): Promise<void> => {
  const { pdf } = await okOf(vault.call('documents.get', { id: documentId }));
  const shown = sha256(Buffer.from(pdf, 'base64'));
  tell(documentId, ({ db }: Seen) => {
    const kept = db
      .prepare('select pdf, digest from documents join audit on audit.seq = documents.audit_seq where documents.id = ?')
      .get(documentId) as { readonly pdf: Buffer; readonly digest: string } | undefined;
    if (!kept) return 'told that it is signed, and the paper is not there';
    return sha256(kept.pdf) === shown && kept.digest === shown ? null : 'told that it is signed, and the paper is another';
  });
};

/** Two consents and a note are signed, and something is added to the note. */
const papers = async (): Promise<Recording> => {
  const { root, clients } = await closedPlace();
  return recordedIn(root, async (vault, tell) => {
    await unlock(vault);
    for (const { id } of clients.slice(1)) {
      const ready = await readySigning(vault, id);
      const { documentId } = await okOf(vault.call('consent.sign', ready));
      await tellPaper(vault, tell, documentId);
    }
    const begun = await okOf(vault.call('notes.draft', { clientId: clients[1]!.id, sessionId: null }));
    const { id: noteId } = await okOf(vault.call('notes.sign', signing(await writeNote(vault, begun, () => 'Slower breath'))));
    const { signed } = await okOf(vault.call('notes.get', { noteId }));
    await tellPaper(vault, tell, signed!.documentId);
    await okOf(vault.call('notes.addendum', addendumTo({ id: noteId }, 'Told later', 'Slept well')));
    tell('addendum', ({ db }) => (db.prepare('select 1 from note_addenda').get() ? null : 'told that it was added, and it is not there'));
    await vault.end();
  });
};

/** Everything goes under a new data key, and on from there. */
const newKey = async (): Promise<Recording> => {
  const { root } = await closedPlace();
  return recordedIn(root, async (vault, tell) => {
    const save = saver(tell);
    await unlock(vault);
    await save(vault, 3);
    await okOf(vault.call('vault.newKey', { passphrase, next: nextPassphrase }));
    tellNewPassphrase(tell);
    await save(vault, 5);
    await vault.end();
  });
};

export type Recorded = { readonly name: string; readonly record: () => Promise<Recording> };

/** Made once a process, and kept in memory: two goals look at the same. */
export const recordedOnce = (name: string, make: () => Promise<Recording>): Recorded => {
  let made: Promise<Recording> | null = null;
  return {
    name,
    record: () => {
      made ??= asTrial(make);
      return made;
    },
  };
};

export const ownRecordings: readonly Recorded[] = [
  recordedOnce('saving, a lock and a new passphrase', saving),
  recordedOnce('signing', papers),
  recordedOnce('a new data key', newKey),
];
