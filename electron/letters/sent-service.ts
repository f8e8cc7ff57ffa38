import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { GateNow } from '../../shared/release-gate.ts';
import type { Verdict } from '../../shared/releases.ts';
import { instantOf, momentOf } from '../../shared/schedule-time.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, type Instant, instantFrom, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { headsOfClient } from '../documents/documents-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { todayHere } from '../practice/today.ts';
import { gateNow, gateThen } from '../releases/gate-service.ts';
import type { NewDisclosure } from '../releases/keep-disclosure.ts';
import { keepDisclosure } from '../releases/keep-disclosure.ts';
import { makeTask } from '../schedule/tasks-service.ts';
import type { LetterOutline } from './letter-content.ts';
import { daysAfter } from './letter-days.ts';
import { insertLetterEvent, letterEventsOf, replacementsOf } from './letter-events-repository.ts';
import { said, tasks } from './letter-said.ts';
import { kindsOf, letterVerdict, outlineOf, refuseUnpermitted } from './letter-verdict.ts';
import { keptLetter, seenLetter } from './letter-view.ts';
import type { KeptLetter } from './letters-repository.ts';

type Left = ParsedInputOf<'letters.handedOver'>;

const basisOf = ({ contactId, body }: KeptLetter): Pick<NewDisclosure, 'basis' | 'basisWords'> => {
  if (contactId === null) return { basis: 'to_client', basisWords: '' };
  if (body.exception !== null && shows(body.exception.words)) return { basis: body.exception.kind, basisWords: body.exception.words };
  return { basis: 'release', basisWords: '' };
};

const wordsOf = ({ time, words }: Left): string => [time === null ? '' : said.leftAt(time), words].filter(shows).join(' ');

/** At its time, or at the end of its day; not before it was signed. */
const leftAt = ({ on, time }: Left, signedAt: Instant, now: Instant, zone: Zone): Instant => {
  const told = time === null ? instantFrom(momentOf(on, '24:00', zone) - 1) : instantOf(on, time, zone);
  if (told > now) return now;
  return told < signedAt ? signedAt : told;
};

/** What the gate says of the moment it left, or of now: in the accounting belongs what went while a permission stood. */
const verdictWhenLeft = async (
  tx: Tx,
  now: GateNow,
  outline: LetterOutline,
  letter: KeptLetter,
  left: Instant,
): Promise<Verdict | null> => {
  const then = await letterVerdict(tx, gateThen(now, left), outline, letter);
  return then === null || then.permitted ? then : letterVerdict(tx, now, outline, letter);
};

/** A letter that left, as the accounting has it. */
const disclosureOf = (letter: KeptLetter, outline: LetterOutline, releaseId: string | null, left: Left): NewDisclosure => ({
  ...{ clientId: letter.clientId, on: left.on, contactId: letter.contactId, toName: letter.recipient.name, way: left.way },
  ...{ kinds: [...kindsOf(outline, letter.body.facts)], what: outline.title, purpose: letter.body.purpose, why: wordsOf(left) },
  ...{ ...basisOf(letter), releaseId, letterId: letter.id },
});

const daysUntilCheckIn = 7;

/** After a hard session somebody asks the therapist how it went on (domain.md 8). */
const checkIn = async (tx: Tx, practice: Practice, letter: KeptLetter, { kind }: LetterOutline, on: CalendarDay): Promise<void> => {
  if (letter.contactId === null || (kind !== 'incident' && kind !== 'urgent_referral')) return;
  await makeTask(tx, practice, {
    title: tasks.checkIn(letter.recipient.name),
    note: '',
    dueOn: daysAfter(on, daysUntilCheckIn),
    clientId: letter.clientId,
    audience: 'clinical',
  });
};

/** A person says that it left. */
export const handLetterOver = async (practice: Practice, asked: Left): Promise<OutputOf<'letters.handedOver'>> => {
  const now = await gateNow(practice);
  if (asked.on > now.day) throw new Refusal('day-in-future');
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const letter = await keptLetter(tx, asked.id);
    if (letter.final === null) throw new Refusal('letter-not-finalised');
    if ((await replacementsOf(tx, [letter.id])).has(letter.id)) throw new Refusal('letter-replaced');
    const outline = outlineOf(practice, letter.kindId);
    const left = leftAt(asked, letter.final.at, practice.now(), now.zone);
    const releaseId = refuseUnpermitted(await verdictWhenLeft(tx, now, outline, letter, left));
    await insertLetterEvent(tx, {
      ...{ id: practice.newId(), letterId: letter.id, kind: 'handed_over', at: practice.now(), by: practice.actor.id },
      ...{ on: asked.on, way: asked.way, words: wordsOf(asked), documentId: null },
    });
    await keepDisclosure(tx, practice, disclosureOf(letter, outline, releaseId, asked));
    await checkIn(tx, practice, letter, outline, asked.on);
    await recordAudit(tx, practice, { clientId: letter.clientId, recordId: letter.id });
  });
  practice.changed('letters', 'releases', 'tasks');
  return seenLetter(practice, await keptLetter(practice.db, asked.id));
};

/** What came back; its scan is a paper of the client's. */
export const fileReply = async (
  practice: Practice,
  { id, on, words, documentId }: ParsedInputOf<'letters.fileReply'>,
): Promise<OutputOf<'letters.fileReply'>> => {
  if (on > (await todayHere(practice))) throw new Refusal('day-in-future');
  await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const { clientId } = await keptLetter(tx, id);
    if (!(await letterEventsOf(tx, [id])).some(({ kind }) => kind === 'handed_over')) throw new Refusal('letter-not-handed-over');
    const papers = documentId === null ? [] : await headsOfClient(tx, clientId);
    if (documentId !== null && !papers.some((paper) => paper.id === documentId)) throw new Refused({ code: 'not-found', what: 'document' });
    await insertLetterEvent(tx, {
      ...{ id: practice.newId(), letterId: id, kind: 'answered', at: practice.now(), by: practice.actor.id },
      ...{ on, way: '', words, documentId },
    });
    await recordAudit(tx, practice, { clientId, recordId: id });
  });
  practice.changed('letters');
  return seenLetter(practice, await keptLetter(practice.db, id));
};
