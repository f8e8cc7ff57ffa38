import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reply } from '../../shared/app-error.ts';
import type { Client } from '../../shared/clients.ts';
import type { Note } from '../../shared/notes.ts';
import { typed } from './backup-places.ts';
import { okOf } from './headless-process.ts';
import type { FaultWorkflow, Life } from './io-fault-place.ts';
import { draftOf, signing, writeNote } from './note-records.ts';
import { details, readySigning } from './trial-records.ts';

let number = 0;
const nextName = (): string => {
  number += 1;
  return `Client ${number}`;
};

const heard = <T>(reply: Reply<T>, told: (value: T) => void): Reply<T> => {
  if (reply.ok) told(reply.value);
  return reply;
};

const hearClient =
  ({ told }: Life) =>
  ({ id, version, chosenName }: Client): void =>
    void told.clients.set(id, { version, name: chosenName });

/** The note begun last that is still open; another once it is signed. */
const openNote = async ({ vault, places, told }: Life): Promise<Note> => {
  const [last] = [...told.notes].filter(([, { isSigned }]) => !isSigned).at(-1) ?? [];
  const kept = last === undefined ? null : await okOf(vault.call('notes.get', { noteId: last }));
  if (kept && !kept.signed) return kept;
  const begun = await okOf(vault.call('notes.draft', { clientId: places.clientId, sessionId: null }));
  const note = await writeNote(vault, begun, () => 'Slower breath');
  told.notes.set(note.id, { revision: note.revision, isSigned: false });
  return note;
};

const addClient: FaultWorkflow = {
  name: 'adding a client',
  share: 4,
  life: 'saves',
  ready: async (life) => {
    const save = () => life.vault.call('clients.create', { ...details, chosenName: nextName() });
    return { asked: async () => heard(await save(), hearClient(life)) };
  },
};

const changeClient: FaultWorkflow = {
  name: 'changing a client',
  share: 4,
  life: 'saves',
  ready: async (life) => {
    const { vault, places } = life;
    const save = async () => {
      const { version } = await okOf(vault.call('clients.get', { id: places.clientId }));
      const changed = { ...details, chosenName: nextName(), contactWishes: 'Only letters. '.repeat(number % 9) };
      return async () => heard(await vault.call('clients.update', { id: places.clientId, version, details: changed }), hearClient(life));
    };
    return { asked: await save(), again: async () => (await save())() };
  },
};

/** One that was kept without being told is gone from the forms that wait. */
const signConsent: FaultWorkflow = {
  name: 'signing a consent',
  share: 3,
  life: 'saves',
  ready: async ({ vault, told, secret }) => {
    const { id } = await okOf(vault.call('clients.create', { ...details, chosenName: nextName() }));
    const form = await readySigning(vault, id, {}, secret);
    const asked = async () => heard(await vault.call('consent.sign', form), (consent) => void told.consents.add(consent.id));
    const again = async (): Promise<Reply<unknown>> => {
      const reply = await asked();
      return !reply.ok && reply.error.code === 'not-found' ? { ok: true, value: {} } : reply;
    };
    return { asked, again };
  },
};

const saveNote: FaultWorkflow = {
  name: 'saving a note',
  share: 4,
  life: 'saves',
  ready: async (life) => {
    const { vault, told } = life;
    const save = async () => {
      const note = await openNote(life);
      const words = { ...note.values, 's.words': { ...note.values['s.words']!, text: nextName() } };
      const draft = { ...draftOf(note), values: words };
      return async () =>
        heard(await vault.call('notes.save', { noteId: note.id, revision: note.revision, note: draft }), ({ id, revision }) =>
          told.notes.set(id, { revision, isSigned: false }),
        );
    };
    return { asked: await save(), again: async () => (await save())() };
  },
};

const signNote: FaultWorkflow = {
  name: 'signing a note',
  share: 2,
  life: 'saves',
  ready: async (life) => {
    const { vault, told } = life;
    const note = await openNote(life);
    const asked = async () =>
      heard(await vault.call('notes.sign', signing(note)), () => told.notes.set(note.id, { revision: note.revision, isSigned: true }));
    const again = async (): Promise<Reply<unknown>> => {
      const { signed } = await okOf(vault.call('notes.get', { noteId: note.id }));
      return signed ? { ok: true, value: {} } : asked();
    };
    return { asked, again };
  },
};

const keepDraft: FaultWorkflow = {
  name: 'keeping a draft',
  share: 2,
  life: 'saves',
  ready: async ({ vault, told }) => ({
    asked: async () => {
      const text = JSON.stringify({ chosenName: nextName() });
      const draft = { key: 'new-client', title: 'New client', place: '/clients/new', text };
      return heard(await vault.call('drafts.save', draft), () => {
        told.draft = text;
      });
    },
  }),
};

/** The place of a paper holds what lay there, or all of the paper. */
const savePaper: FaultWorkflow = {
  name: 'saving a paper',
  share: 3,
  life: 'saves',
  mayBeDone: true,
  ready: async ({ vault, places: { papers, documentId } }) => {
    const { pdf } = await okOf(vault.call('documents.get', { id: documentId }));
    const path = join(papers, 'paper.pdf');
    number += 1;
    const lay = number % 2 === 0 ? 'what lay there' : null;
    if (lay === null) rmSync(path, { force: true });
    else writeFileSync(path, lay);
    const found = (): string | null => (readdirSync(papers).includes('paper.pdf') ? readFileSync(path, 'base64') : null);
    const before = lay === null ? null : Buffer.from(lay).toString('base64');
    return {
      asked: () => vault.anyCall('documents.export', { id: documentId, fileGrant: typed(path) }),
      wrong: async (first) => {
        const there = found();
        if (first.ok) return there === pdf ? null : 'told, and not saved whole';
        return there === before || there === pdf ? null : 'half a paper';
      },
    };
  },
};

export const faultySaves: readonly FaultWorkflow[] = [addClient, changeClient, signConsent, saveNote, signNote, keepDraft, savePaper];
