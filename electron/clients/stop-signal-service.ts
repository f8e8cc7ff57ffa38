import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { shows } from '../../shared/text.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { changeClient, clientNotFound, keepStopSignal } from './change-client.ts';
import { clientOf, replaceClient } from './clients-repository.ts';
import { agreedAtOf, agreedEachAt, insertRehearsal, type SignalKept, signalsAgreed, signalsTried } from './stop-signal-repository.ts';

type Signal = { readonly word: string; readonly gesture: string };

/** One of the two at least: someone who cannot speak has the hand, someone whose hands are covered the word. */
const refuseEmpty = ({ word, gesture }: Signal): void => {
  if (!shows(word) && !shows(gesture)) throw new Refusal('stop-signal-empty');
};

export const setStopSignal = async (practice: Practice, input: ParsedInputOf<'stopSignal.set'>): Promise<OutputOf<'stopSignal.set'>> => {
  refuseEmpty(input);
  return changeClient(practice, { id: input.clientId, version: input.version }, (before) => {
    if (before.archivedAt !== null) throw new Refusal('client-archived');
    return { ...before, stopWord: input.word, stopGesture: input.gesture };
  });
};

/** When the stop signal as it stands was agreed, as far as that is known. */
export const stopSignalAgreedAt = (db: Reader, clientId: string) => agreedAtOf(db, clientId);

/** The word and the hand signal each by its own last change: another signal does not make the word one of today. */
export const wordAndSignalAgreedAt = (db: Reader, clientId: string) => agreedEachAt(db, clientId);

export type SignalHistory = { readonly agreed: readonly SignalKept[]; readonly tried: readonly SignalKept[] };

/** For the paper of the whole record: every one that was agreed, and each time it was tried. */
export const signalHistory = async (db: Reader, clientId: string): Promise<SignalHistory> => ({
  agreed: await signalsAgreed(db, clientId),
  tried: await signalsTried(db, clientId),
});

/** What an intake says was agreed, in the transaction that ends it; nothing said leaves what stands. */
export const adoptStopSignal = async (tx: Tx, practice: Practice, clientId: string, said: Partial<Signal>): Promise<void> => {
  const before = await clientOf(tx, clientId);
  if (!before) throw clientNotFound();
  const { word = before.stopWord, gesture = before.stopGesture } = said;
  if (word === before.stopWord && gesture === before.stopGesture) return;
  const after: Client = {
    ...before,
    stopWord: word,
    stopGesture: gesture,
    stopRehearsedAt: null,
    version: before.version + 1,
    updatedAt: practice.now(),
  };
  await replaceClient(tx, after);
  await keepStopSignal(tx, practice, before, after);
  await recordAudit(tx, practice, { clientId }, 'stop-signal-agreed');
};

/** In the transaction that keeps it. @throws Refusal stop-signal-changed, stop-signal-empty */
export const rehearsed = async (tx: Tx, practice: Practice, signal: Signal & { readonly clientId: string }): Promise<Client> => {
  const { clientId, word, gesture } = signal;
  refuseEmpty(signal);
  const before = await clientOf(tx, clientId);
  if (!before) throw clientNotFound();
  // What was tried is what stands: a word someone changed meanwhile was not tried.
  if (before.stopWord !== word || before.stopGesture !== gesture) throw new Refusal('stop-signal-changed');
  const rehearsedAt = practice.now();
  const after: Client = { ...before, stopRehearsedAt: rehearsedAt, version: before.version + 1, updatedAt: rehearsedAt };
  await replaceClient(tx, after);
  await insertRehearsal(tx, { id: practice.newId(), clientId, word, gesture, rehearsedAt, recordedBy: practice.actor.id });
  await recordAudit(tx, practice, { clientId }, 'stop-signal-rehearsed');
  return after;
};

export const stopSignalRehearsed = async (
  practice: Practice,
  input: ParsedInputOf<'stopSignal.rehearsed'>,
): Promise<OutputOf<'stopSignal.rehearsed'>> => {
  const { clientId, word, gesture } = input;
  const client = await practice.write((tx) => rehearsed(tx, practice, { clientId, word, gesture }));
  practice.changed('clients', 'intake');
  return client;
};
