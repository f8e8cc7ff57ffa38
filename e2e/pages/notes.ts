import { expect } from '@playwright/test';
import type { Locator, Page } from 'playwright-core';
import type { CallName, InputOf, OutputOf } from '../../shared/calls.ts';
import { emptyValue, type NoteValue } from '../../shared/note-values.ts';
import type { Note, NoteDraft } from '../../shared/notes.ts';
import { ask } from './map.ts';
import { begun, happened, makeReady, sessionOf, startBlock } from './session.ts';

/** Notes, and sessions led up to where one is written. */

const call = <N extends CallName>(page: Page, name: N, input: InputOf<N>): Promise<OutputOf<N>> => ask<OutputOf<N>>(page, name, input);

/** A session with one block, some words and numbers, closed behind the window's back; its id. */
export const closedSession = async (page: Page, clientId: string): Promise<string> => {
  await makeReady(page, clientId);
  await begun(page, clientId);
  await startBlock(page);
  await happened(
    page,
    { kind: 'checked-in', body: { distress: 2, pain: null, words: 'warm, and slower', sensations: [] } },
    { kind: 'hands-lifted', body: { reason: 'planned' } },
    { kind: 'answered', body: { choice: 'enough', words: '' } },
  );
  const { id: sessionId } = await sessionOf(page);
  await call(page, 'sessions.close', { sessionId, id: crypto.randomUUID(), end: { left: 'Alone, steady, on foot', tasks: [] } });
  return sessionId;
};

/** A note begun behind the window's back; of no session unless one is named. */
export const begunNote = (page: Page, clientId: string, sessionId: string | null = null): Promise<Note> =>
  call(page, 'notes.draft', { clientId, sessionId });

export const noteOf = (page: Page, noteId: string): Promise<Note> => call(page, 'notes.get', { noteId });

const draftOf = ({ on, format, templateId, values, custom, kept }: Note): NoteDraft => ({ on, format, templateId, values, custom, kept });

/** As another window would save it. */
export const saveElsewhere = async (page: Page, noteId: string, values: Readonly<Record<string, Partial<NoteValue>>>): Promise<void> => {
  const note = await noteOf(page, noteId);
  const changed = Object.entries(values).map(([field, value]) => [field, { ...emptyValue, ...note.values[field], ...value }] as const);
  await call(page, 'notes.save', {
    noteId,
    revision: note.revision,
    note: { ...draftOf(note), values: { ...note.values, ...Object.fromEntries(changed) } },
  });
};

/** Something in every field that is required and empty, so that a note can be signed. */
export const fillRequired = async (page: Page, noteId: string, but: readonly string[] = []): Promise<void> => {
  const { values } = await noteOf(page, noteId);
  const { fields } = await call(page, 'notes.content', {});
  const open = fields.filter(({ id, required }) => required && !but.includes(id) && values[id] === undefined);
  await saveElsewhere(
    page,
    noteId,
    Object.fromEntries(
      open.map(({ id, options }) => [
        id,
        {
          text: 'None',
          choice: options[0]?.value ?? null,
          also: options.find(({ value }) => value.startsWith('H'))?.value ?? null,
          number: 2,
          time: '09:05',
          areas: {},
        },
      ]),
    ),
  );
};

export const signElsewhere = async (page: Page, noteId: string): Promise<Note> => {
  await fillRequired(page, noteId);
  const { revision } = await noteOf(page, noteId);
  return call(page, 'notes.sign', {
    noteId,
    revision,
    signature: { signer: 'practitioner', method: 'typed', name: 'Hana Lindqvist' },
    reread: true,
  });
};

/** Goes to a note's page, which reads it anew. */
export const openNote = async (page: Page, noteId: string): Promise<void> => {
  await page.goto(`${page.url().split('#')[0]}#/notes/${noteId}`);
  await expect(page.getByRole('heading', { level: 1, name: /^Note, / })).toBeFocused();
};

/** A field of the note by its label. */
export const noteField = (page: Page, label: string): Locator => page.getByLabel(label, { exact: true });

/** What the head says of keeping it. */
export const savedAt = (page: Page): Locator => page.getByText(/^Saved \d\d:\d\d$/);
