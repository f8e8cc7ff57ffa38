import { Refusal } from '../../shared/app-error.ts';
import type { GateNow } from '../../shared/release-gate.ts';
import type { InformationKind, Verdict } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { type GateMoment, verdictIn } from '../releases/gate-service.ts';
import { type LetterOutline, placeholdersIn } from './letter-content.ts';
import { factLabels, factOf } from './letter-facts-table.ts';
import type { KeptLetter } from './letters-repository.ts';

/** What the gate is asked of a letter, and what stands in its place. */

export type Judged = Pick<KeptLetter, 'clientId' | 'contactId' | 'body'>;

export type OfferedFact = {
  readonly id: string;
  readonly label: string;
  readonly kind: InformationKind;
  readonly placeholders: readonly string[];
};

/** What this letter may be made of, in the order of its outline. */
export const factsOffered = ({ model_text: text, information_kinds: kinds }: LetterOutline): readonly OfferedFact[] => {
  const offered = new Map<string, OfferedFact>();
  for (const name of placeholdersIn(text)) {
    const held = factOf(name, kinds);
    if (held === null) continue;
    const before = offered.get(held.fact);
    offered.set(held.fact, {
      id: held.fact,
      label: factLabels[held.fact] ?? held.fact,
      kind: before?.kind ?? held.kind,
      placeholders: [...(before?.placeholders ?? []), name],
    });
  }
  return [...offered.values()];
};

/** All kinds the outline could hold. */
export const kindsOffered = (outline: LetterOutline): readonly InformationKind[] => [
  ...new Set([...outline.information_kinds, ...factsOffered(outline).map(({ kind }) => kind)]),
];

/**
 * Kinds of the ticked facts. With none ticked somebody typed what nobody can see the kind of, and one that newer content does without may be
 * of any: then all of the letter's are asked for.
 */
export const kindsOf = (outline: LetterOutline, ticked: readonly string[]): readonly InformationKind[] => {
  const offered = new Map(factsOffered(outline).map(({ id, kind }) => [id, kind]));
  const kinds = ticked.map((id) => offered.get(id));
  const known = kinds.flatMap((kind) => kind ?? []);
  return [...new Set(known.length > 0 && known.length === kinds.length ? known : [...known, ...outline.information_kinds])];
};

const free: Verdict = { permitted: true, releaseId: null, part2ReleaseId: null };
const notHere: Verdict = { permitted: false, reason: 'exception-not-here', releaseId: null, missing: [] };

/** An exception counts only where its letter names it, and in words. */
const exceptionOf = (outline: LetterOutline, { exception }: KeptLetter['body']): Verdict | null => {
  if (exception === null || !shows(exception.words)) return null;
  return exception.kind !== 'to_client' && outline.release_exceptions.includes(exception.kind) ? free : notHere;
};

/** Null where it goes to the client, and nothing is asked. Given a transaction the gate sees what that does. */
export const letterVerdict = async (
  db: Reader,
  now: GateMoment,
  outline: LetterOutline,
  { clientId, contactId, body }: Judged,
  kinds: readonly InformationKind[] = kindsOf(outline, body.facts),
): Promise<Verdict | null> => {
  if (contactId === null) return null;
  const instead = exceptionOf(outline, body);
  if (instead !== null) return instead;
  if (body.purpose === null) return { permitted: false, reason: 'purpose', releaseId: null, missing: [] };
  return verdictIn(db, now, {
    clientId,
    contactId,
    direction: 'to',
    kinds: [...kinds],
    measures: [],
    purpose: body.purpose,
    part2: body.part2,
  });
};

/** Facts that may be ticked: all to the client or under an exception, else those one release covers. Part 2 is asked about apart. */
export const coveredFacts = async (db: Reader, now: GateNow, outline: LetterOutline, letter: Judged): Promise<ReadonlySet<string>> => {
  const offered = factsOffered(outline);
  const whole = { ...letter, body: { ...letter.body, part2: false } };
  const verdict = await letterVerdict(db, now, outline, whole, kindsOffered(outline));
  if (verdict === null || verdict.permitted) return new Set(offered.map(({ id }) => id));
  if (verdict.reason !== 'kinds') return new Set();
  return new Set(offered.flatMap(({ id, kind }) => (verdict.missing.includes(kind) ? [] : [id])));
};

/** The kind of letter, as the content has it now; null where it does without. */
export const knownOutline = ({ content }: Pick<Practice, 'content'>, kindId: string): LetterOutline | null =>
  content.letters.items.find(({ id }) => id === kindId) ?? null;

/** Newer content may do without what a letter was begun with: its words are its own, and of it nothing more may go but to the client. */
export const outlineOf = (practice: Pick<Practice, 'content'>, kindId: string): LetterOutline =>
  knownOutline(practice, kindId) ?? {
    ...{ id: kindId, kind: kindId, title: kindId, recipients: [], purpose: '', trigger: '', information_kinds: ['record_copy'] },
    ...{ purpose_id: null, release_required: 'yes', release_exceptions: [], send_within: '', reply_expected_days: 0, urgent: false },
    ...{ elements: [], minimum_necessary: '', never_include: [], model_text: '', client_preview: 'before_handing_over' },
  };

/** @throws Refusal letter-not-permitted with the verdict */
export const refuseUnpermitted = (verdict: Verdict | null): string | null => {
  if (verdict === null) return null;
  if (!verdict.permitted) throw new Refusal('letter-not-permitted', { verdict: { ...verdict, missing: [...verdict.missing] } });
  return verdict.releaseId;
};
