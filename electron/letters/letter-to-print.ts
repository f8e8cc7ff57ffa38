import { Temporal } from 'temporal-polyfill';
import { standsOnRelease } from '../../shared/letter-on-paper.ts';
import type { Release } from '../../shared/releases.ts';
import type { Signature } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { logoForPaper } from '../practice/logo-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { practiceWords } from '../sessions/aftercare-blanks.ts';
import { clientReference } from './client-reference.ts';
import type { LetterOutline } from './letter-content.ts';
import type { LetterToPrint } from './letter-paper.ts';
import { paper } from './letter-said.ts';
import { outlineOf } from './letter-verdict.ts';
import { type KeptLetter, letterById } from './letters-repository.ts';

/** All that a letter's paper holds, gathered once. */

export type ToSign = {
  readonly documentId: string;
  readonly signature: Signature;
  readonly at: Instant;
  readonly sha256: string;
  readonly head: string;
  readonly substitutesAgreed: boolean;
  readonly seen: boolean;
  readonly release: Release | null;
  readonly zone: Zone;
};

const basisOf = ({ contactId, body }: KeptLetter, { release, zone }: ToSign): string => {
  if (contactId === null) return paper.toClient;
  if (body.exception !== null && shows(body.exception.words))
    return body.exception.kind === 'emergency' ? paper.emergency(body.exception.words) : paper.legalDuty(body.exception.words);
  if (release?.signedAt == null) return '';
  const basis = paper.release(dayWords(dayIn(release.signedAt, zone)));
  if (release.endsOn !== null)
    return paper.until(basis, dayWords(Temporal.PlainDate.from(release.endsOn).subtract({ days: 1 }).toString()));
  return shows(release.endEvent) ? paper.untilEvent(basis, release.endEvent) : paper.open(basis);
};

const correctsOf = async (practice: Practice, { corrects }: KeptLetter, zone: Zone): Promise<string> => {
  const old = corrects === null ? null : await letterById(practice.db, corrects);
  if (!old?.final) return '';
  return paper.corrects(outlineOf(practice, old.kindId).title, dayWords(dayIn(old.final.at, zone)), old.final.documentId);
};

const limitsOf = ({ kind }: LetterOutline): string => (kind === 'attendance' ? paper.limitsOfAttendance : paper.limits);

export const letterToPrint = async (practice: Practice, letter: KeptLetter, signing: ToSign): Promise<LetterToPrint> => {
  const outline = outlineOf(practice, letter.kindId);
  const { version: _, role: __, ...profile } = await getProfile(practice);
  const client = await getClient(practice, { id: letter.clientId });
  const ours = await practiceWords(practice);
  const phone = ours.blanks.phone ?? '';
  return {
    documentId: signing.documentId,
    title: outline.title,
    day: dayIn(signing.at, signing.zone),
    recipient: letter.contactId === null ? null : letter.recipient,
    clientName: client.chosenName,
    practice: profile,
    contact: [shows(phone) ? paper.phone(phone) : '', ours.blanks.practice_email ?? '', ours.hours].filter(shows),
    logo: await logoForPaper(practice),
    reference: clientReference(client, letter.body.clientNamed),
    basis: basisOf(letter, signing),
    isUnasked: letter.contactId !== null && !standsOnRelease(false, letter.body),
    corrects: await correctsOf(practice, letter, signing.zone),
    document: letter.body.document,
    answers: paper.answers[outline.kind] ?? [],
    limits: limitsOf(outline),
    copy: letter.contactId === null ? paper.own : signing.seen ? paper.read : paper.notRead,
    confidential: paper.confidential,
    part2: letter.body.part2 ? paper.part2 : '',
    signature: signing.signature,
    signedAt: signing.at,
    sha256: signing.sha256,
    zone: signing.zone,
    appVersion: practice.appVersion,
    auditHead: signing.head,
    substitutesAgreed: signing.substitutesAgreed,
  };
};
