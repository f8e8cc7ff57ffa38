import { Refused } from '../../shared/app-error.ts';
import { type Inline, type LetterDocument, unfilledIn } from '../../shared/letter-document.ts';
import { onPaper, standsOnRelease } from '../../shared/letter-on-paper.ts';
import type { Letter, LetterFact, LetterKind, OpenLetter } from '../../shared/letters.ts';
import type { Release, Verdict } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import type { Zone } from '../../shared/time.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { gateNow } from '../releases/gate-service.ts';
import { releasesOf } from '../releases/releases-service.ts';
import { type LetterOutline, placeholdersIn } from './letter-content.ts';
import { besideOf, lineOf, standingPreview } from './letter-line.ts';
import { foundIn } from './letter-never.ts';
import { sentencesFrom } from './letter-outline.ts';
import { plainWords, recordWords, type Subject } from './letter-record.ts';
import { coveredFacts, factsOffered, letterVerdict, outlineOf } from './letter-verdict.ts';
import { bytesOfLetter, type KeptLetter, letterById } from './letters-repository.ts';
import { recipientNow } from './recipient-now.ts';
import type { Words } from './record-of-visits.ts';

export const letterNotFound = (): Refused => new Refused({ code: 'not-found', what: 'letter' });

export const keptLetter = async (db: Reader, id: string): Promise<KeptLetter> => {
  const kept = await letterById(db, id);
  if (!kept) throw letterNotFound();
  return kept;
};

export const kindOf = (outline: LetterOutline): LetterKind => ({
  id: outline.id,
  title: outline.title,
  purpose: outline.purpose,
  trigger: outline.trigger,
  recipients: outline.recipients,
  informationKinds: outline.information_kinds,
  purposeId: outline.purpose_id,
  releaseRequired: outline.release_required === 'yes',
  exceptions: outline.release_exceptions,
  sendWithin: outline.send_within,
  replyDays: outline.reply_expected_days,
  isUrgent: outline.urgent,
  mayGoUnseen: outline.client_preview === 'before_handing_over_unless_unsafe',
  minimumNecessary: outline.minimum_necessary,
  neverInclude: outline.never_include,
});

/** The release a verdict stands on. */
export const releaseOf = async (practice: Practice, clientId: string, verdict: Verdict | null): Promise<Release | null> =>
  verdict === null || !verdict.permitted || verdict.releaseId === null
    ? null
    : ((await releasesOf(practice, { clientId })).releases.find(({ id }) => id === verdict.releaseId) ?? null);

const subjectOf = ({ body, ...letter }: KeptLetter): Subject => ({ ...letter, clientNamed: body.clientNamed });

const mapped = (document: LetterDocument, change: (inline: Inline) => Inline): LetterDocument =>
  document.map((block) =>
    block.type === 'paragraph'
      ? { ...block, content: block.content.map(change) }
      : { ...block, items: block.items.map((line) => line.map(change)) },
  );

/** Blanks about the letter and the practice follow what fills them until it is final; what a person typed stays. */
export const withPlainWords = (document: LetterDocument, words: Words): LetterDocument =>
  mapped(document, (inline) => {
    if (inline.type !== 'field' || inline.typed) return inline;
    const now = words[inline.name];
    return now !== undefined && shows(now) ? { ...inline, value: now } : inline;
  });

export type Ground = {
  readonly zone: Zone;
  readonly verdict: Verdict | null;
  readonly release: Release | null;
  /** With its plain blanks as they are now. */
  readonly letter: KeptLetter;
  readonly words: Words;
};

/** The letter with what it stands on today; of a final one as it went. */
export const groundOf = async (practice: Practice, kept: KeptLetter, outline: LetterOutline): Promise<Ground> => {
  const zone = await zoneHere(practice);
  const verdict = await letterVerdict(practice.db, await gateNow(practice), outline, kept);
  const release = await releaseOf(practice, kept.clientId, verdict);
  const letter = kept.final === null ? { ...kept, recipient: (await recipientNow(practice, kept)).recipient } : kept;
  const words = await recordWords(practice, subjectOf(letter), release, zone);
  if (kept.final !== null) return { zone, verdict, release, letter, words };
  const plain = await plainWords(practice, subjectOf(letter), release, zone);
  const document = withPlainWords(kept.body.document, plain);
  return { zone, verdict, release, letter: { ...letter, body: { ...kept.body, document } }, words };
};

/** Whether the words the client saw are the words that would go: a phone or a permission may have changed since. */
export const isAsSeen = (kept: KeptLetter, { letter }: Pick<Ground, 'letter'>): boolean =>
  bytesOfLetter(kept.body) === bytesOfLetter(letter.body);

/** Blanks that would stand empty on paper. */
export const unfilledOf = (letter: Pick<KeptLetter, 'contactId' | 'body'>): readonly string[] =>
  unfilledIn(onPaper(letter.body.document, { seen: true, onRelease: standsOnRelease(letter.contactId === null, letter.body) }));

const factsOf = (outline: LetterOutline, words: Words, covered: ReadonlySet<string>): LetterFact[] =>
  factsOffered(outline).map(({ id, label, kind, placeholders }) => ({
    id,
    label,
    kind,
    words: placeholders
      .map((name) => words[name] ?? '')
      .filter(shows)
      .join('; '),
    isCovered: covered.has(id),
  }));

const letterOf = (practice: Practice, letter: KeptLetter, beside: Awaited<ReturnType<typeof besideOf>>, asSeen: boolean): Letter => {
  const preview = asSeen ? standingPreview(letter, beside) : null;
  const line = lineOf(practice, letter, beside);
  const events = beside.events.filter(({ letterId }) => letterId === letter.id);
  return {
    ...line,
    state: line.state === 'previewed' && preview === null ? 'draft' : line.state,
    ...letter.body,
    edition: letter.edition,
    from: letter.from,
    period: letter.period,
    preview: preview && { at: preview.at, way: preview.way, byName: preview.byName, words: preview.words },
    unseenReason: letter.final?.unseenReason ?? '',
    releaseId: letter.final?.releaseId ?? null,
    signedMethod: letter.final?.signature.method ?? null,
    sha256: letter.final?.sha256 ?? null,
    handedOver: events.flatMap(({ kind, at, on, way, words, byName }) => (kind === 'handed_over' ? [{ at, on, way, words, byName }] : [])),
    replies: events.flatMap(({ kind, at, on, words, byName, documentId }) =>
      kind === 'answered' ? [{ at, on, words, byName, documentId }] : [],
    ),
  };
};

/** A letter on the desk, with what may go into it and what keeps it from being signed. */
export const seenLetter = async (practice: Practice, kept: KeptLetter): Promise<OpenLetter> => {
  const outline = outlineOf(practice, kept.kindId);
  const ground = await groundOf(practice, kept, outline);
  const { letter, verdict, words } = ground;
  const covered = await coveredFacts(practice.db, await gateNow(practice), outline, letter);
  const beside = await besideOf(practice.db, [letter]);
  const { placeholders } = practice.content.letters;
  return {
    letter: letterOf(practice, letter, beside, isAsSeen(kept, ground)),
    kind: kindOf(outline),
    facts: factsOf(outline, words, covered),
    fields: Object.fromEntries(
      placeholdersIn(outline.model_text).map((name) => [
        name,
        { label: placeholders[name]?.label ?? name, example: placeholders[name]?.example ?? '', words: words[name] ?? '' },
      ]),
    ),
    sentences: [...sentencesFrom(outline, words)],
    verdict,
    unfilled: [...unfilledOf(letter)],
    found: [...(await foundIn(practice, outline, letter))],
  };
};
