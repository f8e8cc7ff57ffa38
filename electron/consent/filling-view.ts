import type { ConsentForm } from '../../shared/consent-form.ts';
import type { Filling, FormChange } from '../../shared/handover.ts';
import type { Practice, Reader } from '../practice/practice.ts';
import { newestShown } from './consent-repository.ts';
import type { KeptFilling } from './filling-repository.ts';
import { type FormWorld, formFor } from './form-world.ts';
import { Shown } from './reads-now.ts';

type Lines = { readonly title: string; readonly lines: readonly string[] };

/** Only the lines that read differently, its title among them where both have one; null where none does. */
const changed = (before: Lines | undefined, now: Lines | undefined): FormChange | null => {
  const from = before && now ? 0 : 1;
  const [was, is] = [before?.lines.slice(from) ?? [], now?.lines.slice(from) ?? []];
  const change = {
    title: now?.title ?? before?.title ?? '',
    before: was.filter((line) => !is.includes(line)).join('\n'),
    now: is.filter((line) => !was.includes(line)).join('\n'),
  };
  return change.before === '' && change.now === '' ? null : change;
};

/** What reads differently from what this client signed last, at the same version too, where a price or their stop signal is another: a new part has nothing before it, one that went nothing now. */
export const changesSince = (shown: string, form: ConsentForm): readonly FormChange[] => {
  const [, , , titleBefore, introBefore, parts] = Shown.parse(JSON.parse(shown));
  const opening = changed(
    { title: titleBefore, lines: [titleBefore, introBefore] },
    { title: form.clientTitle, lines: [form.clientTitle, form.intro] },
  );
  const before = new Map<string, Lines>(
    parts.map(([id, title, text, options]) => [id, { title, lines: [title, text, ...options.map(([, label]) => label)] }]),
  );
  const now = new Map<string, Lines>(
    form.elements.map(({ id, title, text, options }) => [id, { title, lines: [title, text, ...options.map(({ label }) => label)] }]),
  );
  const ids = [...now.keys(), ...[...before.keys()].filter((id) => !now.has(id))];
  return [opening, ...ids.map((id) => changed(before.get(id), now.get(id)))].filter((one) => one !== null);
};

/** A kept filling beside its form as it reads now. */
export const fillingView = async (practice: Practice, db: Reader, world: FormWorld, kept: KeptFilling): Promise<Filling> => {
  const form = formFor(practice, world, kept);
  const signed = await newestShown(db, kept.clientId, kept);
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
