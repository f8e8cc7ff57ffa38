import { z } from 'zod';
import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Filling, FormChange } from '../../shared/handover.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { newestShown } from './consent-repository.ts';
import type { KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor } from './form-world.ts';

/** The part of `shownText` that says what each part read: docs/formats/consent-record.md. */
const ShownParts = z
  .tuple([
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.string(),
    z.array(z.tuple([z.string(), z.string(), z.string()]).rest(z.unknown())),
  ])
  .rest(z.unknown());

/** What reads differently from the version this client signed last: a new part has nothing before it, one that went nothing now. */
export const changesSince = (shown: string, form: ConsentForm): readonly FormChange[] => {
  const [, version, , , introBefore, parts] = ShownParts.parse(JSON.parse(shown));
  if (version === form.version) return [];
  const before = new Map(parts.map(([id, title, text]) => [id, { title, text }]));
  const now = new Map(form.elements.map((element) => [element.id, element]));
  const intro = introBefore === form.intro ? [] : [{ title: form.clientTitle, before: introBefore, now: form.intro }];
  const changed = form.elements
    .filter((element) => before.get(element.id)?.text !== element.text && element.text !== '')
    .map((element) => ({ title: element.title, before: before.get(element.id)?.text ?? '', now: element.text }));
  const gone = [...before].filter(([id]) => !now.has(id)).map(([, { title, text }]) => ({ title, before: text, now: '' }));
  return [...intro, ...changed, ...gone];
};

/** A kept filling beside its form as it reads now. */
export const fillingView = async (practice: Practice, db: Reader, world: FormWorld, kept: KeptFilling): Promise<Filling> => {
  const form = formFor(practice, world, kept.formId, kept.blanks);
  const signed = await newestShown(db, kept.clientId, kept.formId);
  return {
    id: kept.id,
    form,
    blanks: kept.blanks,
    answers: kept.answers,
    talk: [...kept.talk],
    seen: [...kept.seen],
    reviewed: [...kept.reviewed],
    signatures: [...kept.signatures],
    substitutesAgreed: kept.substitutesAgreed,
    page: kept.page,
    revision: kept.revision,
    savedAt: kept.savedAt,
    changes: signed ? [...changesSince(signed, form)] : [],
    outdated: form.shownSha256 !== kept.shownSha256,
  };
};
