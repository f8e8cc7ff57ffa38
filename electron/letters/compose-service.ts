import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { LetterDraft } from '../../shared/letters.ts';
import type { Recipient } from '../../shared/releases.ts';
import { dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { standingContact } from '../clients/change-contact.ts';
import { getClient } from '../clients/clients-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { refuseArchived } from '../intake/refuse-archived.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { gateNow } from '../releases/gate-service.ts';
import { recipientFrom } from '../releases/releases-service.ts';
import type { LetterOutline } from './letter-content.ts';
import { periodFor, replyByOf, sendByOf } from './letter-days.ts';
import { replacementsOf } from './letter-events-repository.ts';
import { documentFrom, sentencesFrom, withoutUnticked } from './letter-outline.ts';
import { findingOfClient, recordWords } from './letter-record.ts';
import { coveredFacts, factsOffered, knownOutline, letterVerdict } from './letter-verdict.ts';
import { keptLetter, releaseOf, seenLetter } from './letter-view.ts';
import { insertLetter, type KeptLetter } from './letters-repository.ts';

export type NewLetter = Omit<KeptLetter, 'final' | 'setAsideAt'>;
type Asked = ParsedInputOf<'letters.compose'>;

/** @throws Refusal letter-recipient */
const refuseForeign = (outline: LetterOutline, to: Asked['to']): void => {
  const toClient = outline.recipients.includes('client') || outline.release_exceptions.includes('to_client');
  const toOthers = outline.recipients.some((one) => one !== 'client');
  if (to.kind === 'client' ? !toClient : !toOthers) throw new Refusal('letter-recipient');
};

const recipientOf = async (practice: Practice, { clientId, to }: Asked): Promise<Recipient> => {
  if (to.kind === 'contact') return recipientFrom(await standingContact(practice.db, to.contactId));
  const { chosenName } = await getClient(practice, { id: clientId });
  return { name: chosenName, profession: '', organisation: '', address: '' };
};

/** What is put right: final, of this client, and not put right already. */
const corrected = async (practice: Practice, { clientId, corrects }: Asked): Promise<KeptLetter | null> => {
  if (corrects === null) return null;
  const old = await keptLetter(practice.db, corrects);
  if (old.clientId !== clientId) throw new Refused({ code: 'not-found', what: 'letter' });
  if (old.final === null) throw new Refusal('letter-not-finalised');
  if ((await replacementsOf(practice.db, [corrects])).has(corrects)) throw new Refusal('letter-replaced');
  return old;
};

const emptyBody = ({ purpose_id: purpose }: LetterOutline): LetterDraft => ({
  document: [],
  facts: [],
  purpose,
  exception: null,
  part2: false,
  clientNamed: 'full',
});

/** Filled from the record, with what the release covers; of a correction, the words that went, as far as they still may. */
const bodyFor = async (practice: Practice, outline: LetterOutline, letter: NewLetter, old: KeptLetter | null): Promise<LetterDraft> => {
  const now = await gateNow(practice);
  const covered = await coveredFacts(practice.db, now, outline, letter);
  if (old !== null && old.kindId === outline.id) {
    const facts = old.body.facts.filter((fact) => covered.has(fact));
    return { ...old.body, exception: null, facts, document: withoutUnticked(old.body.document, facts) };
  }
  const facts = factsOffered(outline).flatMap(({ id }) => (covered.has(id) ? [id] : []));
  const ticked = { ...letter, body: { ...letter.body, facts } };
  const release = await releaseOf(practice, letter.clientId, await letterVerdict(practice.db, now, outline, ticked));
  const words = await recordWords(practice, { ...letter, clientNamed: letter.body.clientNamed }, release, now.zone);
  return { ...ticked.body, document: documentFrom(sentencesFrom(outline, words), facts) };
};

/** A letter as it is begun, with nothing kept yet. */
export const newLetter = async (practice: Practice, asked: Asked): Promise<NewLetter> => {
  const { clientId, kindId, to, from, period, corrects } = asked;
  const outline = knownOutline(practice, kindId);
  if (!outline) throw new Refusal('content-unknown', { items: [kindId] });
  await refuseArchived(practice, clientId);
  refuseForeign(outline, to);
  const recipient = await recipientOf(practice, asked);
  const old = await corrected(practice, asked);
  if (from?.kind === 'finding') await findingOfClient(practice, clientId, from.id);
  const [zone, createdAt] = [await zoneHere(practice), practice.now()];
  const today = dayIn(createdAt, zone);
  const contactId = to.kind === 'contact' ? to.contactId : null;
  const letter: NewLetter = {
    ...{ id: practice.newId(), clientId, authorId: practice.actor.id, kindId, edition: practice.content.letters.content_version },
    ...{ contactId, recipient, from, corrects, createdAt, version: 1, savedAt: createdAt },
    period: period ?? old?.period ?? (await periodFor(practice, outline, { clientId, contactId, from, kindId }, { today, zone })),
    body: emptyBody(outline),
    sendBy: sendByOf(outline, today),
    replyBy: replyByOf(outline, today),
  };
  return { ...letter, body: await bodyFor(practice, outline, letter, old) };
};

/** Keeps it with its entry in the trail; what stood in its way a moment ago may have come since. */
export const keepNewLetter = async (tx: Tx, practice: Practice, letter: NewLetter): Promise<void> => {
  await refuseWhileHandedOver(tx);
  if (letter.contactId !== null) await standingContact(tx, letter.contactId);
  await insertLetter(tx, letter);
  await recordAudit(tx, practice, { clientId: letter.clientId, recordId: letter.id });
};

/** Begins a letter from its outline. */
export const composeLetter = async (practice: Practice, asked: Asked): Promise<OutputOf<'letters.compose'>> => {
  const letter = await newLetter(practice, asked);
  await practice.write((tx) => keepNewLetter(tx, practice, letter));
  practice.changed('letters');
  return seenLetter(practice, await keptLetter(practice.db, letter.id));
};
