import { createHash } from 'node:crypto';
import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { plainText } from '../../shared/letter-document.ts';
import { onPaper, standsOnRelease } from '../../shared/letter-on-paper.ts';
import { isSigned } from '../../shared/signatures.ts';
import { shows } from '../../shared/text.ts';
import { auditHead, recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { insertDocument } from '../documents/documents-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { gateNow } from '../releases/gate-service.ts';
import { draftLetter, letterConflict } from './change-letter.ts';
import type { LetterOutline } from './letter-content.ts';
import { replacementsOf } from './letter-events-repository.ts';
import { besideOf, standingPreview } from './letter-line.ts';
import { foundIn, neverRule } from './letter-never.ts';
import { drawLetter, unprintableInLetter } from './letter-pdf.ts';
import { letterToPrint } from './letter-to-print.ts';
import { letterVerdict, outlineOf, refuseUnpermitted } from './letter-verdict.ts';
import { groundOf, isAsSeen, keptLetter, seenLetter, unfilledOf } from './letter-view.ts';
import { bytesOfLetter, finaliseRow, type KeptLetter } from './letters-repository.ts';
import { recipientNow } from './recipient-now.ts';

type Asked = ParsedInputOf<'letters.finalise'>;

const sha256Of = (words: string | Uint8Array): string => createHash('sha256').update(words).digest('hex');

/** @throws Refusal letter-unseen */
const refuseUnseen = ({ client_preview: preview }: LetterOutline, seen: boolean, { unseenReason }: Asked): void => {
  const mayGoUnseen = preview === 'before_handing_over_unless_unsafe';
  if (!seen && !(mayGoUnseen && shows(unseenReason))) throw new Refusal('letter-unseen');
};

/** @throws Refusal letter-empty, letter-unfilled, not-confirmed, letter-never, letter-recipient-unreachable, signatures-incomplete */
const refuseUnfinished = async (
  practice: Practice,
  outline: LetterOutline,
  letter: KeptLetter,
  { signature, looked }: Asked,
): Promise<void> => {
  if (!shows(plainText(letter.body.document))) throw new Refusal('letter-empty');
  const fields = unfilledOf(letter);
  if (fields.length > 0) throw new Refusal('letter-unfilled', { fields: [...fields] });
  if (!looked) throw new Refusal('not-confirmed');
  const never = (await foundIn(practice, outline, letter)).filter(({ rule }) => rule === neverRule);
  if (never.length > 0) throw new Refusal('letter-never', { words: never.map(({ words }) => words) });
  if (!(await recipientNow(practice, letter)).isReachable) throw new Refusal('letter-recipient-unreachable');
  if (signature.signer !== 'practitioner' || !isSigned(signature))
    throw new Refusal('signatures-incomplete', { signers: ['practitioner'] });
};

/** A final letter takes the place of one alone. @throws Refusal letter-replaced */
const refuseReplaced = async (db: Parameters<typeof replacementsOf>[0], { corrects }: KeptLetter): Promise<void> => {
  if (corrects !== null && (await replacementsOf(db, [corrects])).has(corrects)) throw new Refusal('letter-replaced');
};

type Drawn = {
  readonly letter: KeptLetter;
  readonly outline: LetterOutline;
  readonly title: string;
  readonly head: string;
  readonly pdf: Uint8Array;
  readonly final: NonNullable<KeptLetter['final']>;
};

const drawn = async (practice: Practice, kept: KeptLetter, asked: Asked): Promise<Drawn> => {
  const outline = outlineOf(practice, kept.kindId);
  const ground = await groundOf(practice, kept, outline);
  const { letter: filled, verdict, release, zone } = ground;
  await refuseReplaced(practice.db, kept);
  await refuseUnfinished(practice, outline, filled, asked);
  const seen = isAsSeen(kept, ground) && standingPreview(kept, await besideOf(practice.db, [kept])) !== null;
  refuseUnseen(outline, seen, asked);
  const releaseId = refuseUnpermitted(verdict);
  const letter = {
    ...filled,
    body: {
      ...filled.body,
      document: onPaper(filled.body.document, { seen, onRelease: standsOnRelease(filled.contactId === null, filled.body) }),
    },
  };
  const { signature, acceptSubstitutes: substitutesAgreed } = asked;
  const [head, at, documentId] = [await auditHead(practice.db), practice.now(), practice.newId()];
  const sha256 = sha256Of(bytesOfLetter(letter.body));
  const signing = { documentId, signature, at, sha256, head, substitutesAgreed, seen, release, zone };
  const paper = await letterToPrint(practice, letter, signing);
  const unprintable = unprintableInLetter(paper);
  if (unprintable.length > 0 && !substitutesAgreed)
    throw new Refusal('characters-unprintable', { unprintable: unprintable.map((one) => ({ ...one })) });
  const final = { at, releaseId, unseenReason: seen ? '' : asked.unseenReason, signature, sha256, documentId };
  return { letter, outline, title: paper.title, head, pdf: await drawLetter(paper), final };
};

/**
 * Keeps paper, letter and audit entry, with the gate asked once more in the transaction that does; or nothing when the letter, the trail or
 * the release it stands on has moved on since the paper was drawn.
 */
const keep = async (practice: Practice, { letter, outline, title, head, pdf, final }: Drawn): Promise<boolean> => {
  const now = await gateNow(practice);
  return practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const kept = await draftLetter(tx, letter.id);
    const releaseId = refuseUnpermitted(await letterVerdict(tx, now, outline, kept));
    await refuseReplaced(tx, kept);
    if (kept.version !== letter.version || releaseId !== final.releaseId || (await auditHead(tx)) !== head) return false;
    const sha256 = sha256Of(pdf);
    const auditSeq = await recordAudit(tx, practice, { clientId: letter.clientId, recordId: letter.id, digest: sha256 });
    await insertDocument(tx, {
      ...{ id: final.documentId, clientId: letter.clientId, kind: 'letter', title, createdAt: final.at, sha256, auditSeq },
      ...{ mediaType: 'application/pdf', pdf },
    });
    await finaliseRow(tx, letter, final);
    return true;
  });
};

const mostDrawings = 5;

/** Draws the paper, then keeps it with the letter in one transaction; if something came in between, all is gathered and drawn again. */
export const finaliseLetter = async (practice: Practice, asked: Asked): Promise<OutputOf<'letters.finalise'>> => {
  for (let drawing = 0; drawing < mostDrawings; drawing += 1) {
    const kept = await draftLetter(practice.db, asked.id);
    if (kept.version !== asked.version) throw await letterConflict(practice, kept);
    if (!(await keep(practice, await drawn(practice, kept, asked)))) continue;
    practice.changed('letters', 'documents', 'releases');
    return seenLetter(practice, await keptLetter(practice.db, asked.id));
  }
  throw new Error('the audit trail did not stand still');
};
