import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { KeptSnippet as Shown } from '../../shared/note-templates.ts';
import { byWords } from '../../shared/text.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice } from '../practice/practice.ts';
import { allSnippets, deleteSnippet, insertSnippet, type KeptSnippet, replaceSnippet } from './snippets-repository.ts';

type Who = Pick<Practice, 'actor'>;

const isOwn = ({ actor }: Who, { owner }: Pick<KeptSnippet, 'owner'>): boolean => owner === actor.id;

const shown = (who: Who, { owner, ...snippet }: KeptSnippet): Shown => ({ ...snippet, isOwn: isOwn(who, { owner }) });

export const listSnippets = async (practice: Practice): Promise<OutputOf<'snippets.list'>> => ({
  snippets: (await allSnippets(practice.db))
    .filter((snippet) => snippet.shared || isOwn(practice, snippet))
    .map((snippet) => shown(practice, snippet))
    .sort((one, other) => byWords(one.trigger.toLowerCase(), other.trigger.toLowerCase())),
});

/** Nobody may have two of one trigger to choose among: one's own and those for everybody; one for everybody stands beside all. */
const isTaken = (among: readonly KeptSnippet[], { id, owner, shared, trigger }: KeptSnippet): boolean =>
  among.some(
    (other) =>
      other.id !== id && other.trigger.toLowerCase() === trigger.toLowerCase() && (shared || other.shared || other.owner === owner),
  );

export const saveSnippet = async (
  practice: Practice,
  { id, version, snippet }: ParsedInputOf<'snippets.save'>,
): Promise<OutputOf<'snippets.save'>> => {
  const saved = await practice.write(async (tx) => {
    const all = await allSnippets(tx);
    const before = all.find((one) => one.id === id) ?? null;
    if (id !== null && !before) throw new Refused({ code: 'not-found', what: 'snippet' });
    if (before && !isOwn(practice, before)) throw new Refusal('not-your-snippet');
    if (before && before.version !== version) throw new Refused({ code: 'conflict', current: shown(practice, before) });
    const after = { ...snippet, id: before?.id ?? practice.newId(), version: (before?.version ?? 0) + 1, owner: practice.actor.id };
    if (isTaken(all, after)) throw new Refusal('trigger-taken');
    await (before ? replaceSnippet(tx, after) : insertSnippet(tx, after));
    await recordAudit(tx, practice, { recordId: after.id });
    return after;
  });
  practice.changed('notes');
  return shown(practice, saved);
};

/** Also of one that is gone, so that asking again is no error. */
export const removeSnippet = async (practice: Practice, { id }: ParsedInputOf<'snippets.remove'>): Promise<OutputOf<'snippets.remove'>> => {
  await practice.write(async (tx) => {
    const before = (await allSnippets(tx)).find((one) => one.id === id);
    if (before && !isOwn(practice, before)) throw new Refusal('not-your-snippet');
    if (before) await deleteSnippet(tx, id);
    await recordAudit(tx, practice, { recordId: id });
  });
  practice.changed('notes');
  return {};
};
