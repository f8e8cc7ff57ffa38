import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { getClient } from '../clients/clients-service.ts';
import { getContact } from '../clients/contacts-service.ts';
import type { Practice } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { gateNow } from '../releases/gate-service.ts';
import { keepNewLetter, type NewLetter, newLetter } from './compose-service.ts';
import { linesOf } from './letter-line.ts';
import { outlineOf } from './letter-verdict.ts';
import { keptLetter } from './letter-view.ts';
import { draftsOf, type KeptLetter, lettersToHandOver, lettersUnanswered } from './letters-repository.ts';
import { openUpdate, updateKind, updatesDue, updateVerdict } from './update-due.ts';

const mostLetters = 100;

/** The desk: what waits for somebody. */
export const lettersDue = async (practice: Practice, _: ParsedInputOf<'letters.due'>): Promise<OutputOf<'letters.due'>> => {
  const drafts = await draftsOf(practice.db, practice.actor.id);
  const toHandOver = await lettersToHandOver(practice.db);
  const unanswered = await lettersUnanswered(practice.db, await todayHere(practice));
  const updates = await updatesDue(practice);
  const shown = (all: readonly KeptLetter[]) => linesOf(practice, all.slice(0, mostLetters));
  return {
    drafts: await shown(drafts),
    toHandOver: await shown(toHandOver),
    unanswered: await shown(unanswered),
    updates: updates.slice(0, mostLetters),
    more: [drafts, toHandOver, unanswered, updates].reduce((sum, { length }) => sum + Math.max(0, length - mostLetters), 0),
  };
};

type Begun = OutputOf<'letters.draftDue'>;

/** @throws Refused not-found client, contact */
const refuseUnknown = async (practice: Practice, { updates }: ParsedInputOf<'letters.draftDue'>): Promise<void> => {
  for (const { clientId, contactId } of updates) {
    await getClient(practice, { id: clientId });
    await getContact(practice, { id: contactId });
  }
};

/** Begins a progress update for each; where one waits as a draft already, it is that one. */
export const draftDue = async (practice: Practice, asked: ParsedInputOf<'letters.draftDue'>): Promise<Begun> => {
  await refuseUnknown(practice, asked);
  const now = await gateNow(practice);
  const outline = outlineOf(practice, updateKind);
  const ids: string[] = [];
  const letters: NewLetter[] = [];
  const refused: Begun['refused'] = [];
  const unique = new Map(asked.updates.map((one) => [`${one.clientId} ${one.contactId}`, one]));
  for (const to of unique.values()) {
    const verdict = await updateVerdict(practice.db, now, outline, to);
    const open = verdict.permitted ? await openUpdate(practice, to) : null;
    if (!verdict.permitted) refused.push({ ...to, verdict });
    else if (open !== null) ids.push(open.id);
    else {
      const { clientId, contactId } = to;
      const letter = await newLetter(practice, {
        ...{ clientId, kindId: updateKind, to: { kind: 'contact', contactId }, from: null, period: null, corrects: null },
      });
      letters.push(letter);
      ids.push(letter.id);
    }
  }
  if (letters.length > 0) {
    await practice.write(async (tx) => {
      for (const letter of letters) await keepNewLetter(tx, practice, letter);
    });
    practice.changed('letters');
  }
  const kept: KeptLetter[] = [];
  for (const id of ids) kept.push(await keptLetter(practice.db, id));
  return { begun: await linesOf(practice, kept), refused };
};
