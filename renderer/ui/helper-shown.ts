import type { Suggestion } from '../../shared/language.ts';
import type { KeptWords } from '../../shared/note-values.ts';

/** What was found in a text as it stood when it was looked through. */
export type Found = { readonly text: string; readonly suggestions: readonly Suggestion[] };

const alike = (one: string, other: string, from: 'start' | 'end', most: number): number => {
  let length = 0;
  const at = (text: string): number => text.charCodeAt(from === 'start' ? length : text.length - 1 - length);
  while (length < most && at(one) === at(other)) length += 1;
  return length;
};

/** What was found, in the text as it is now: what was typed in or right beside is let go until it is looked through again, the rest moves along. */
export const carried = ({ text, suggestions }: Found, now: string): readonly Suggestion[] => {
  if (text === now) return suggestions;
  const shorter = Math.min(text.length, now.length);
  const before = alike(text, now, 'start', shorter);
  const after = text.length - alike(text, now, 'end', shorter - before);
  const moved = now.length - text.length;
  return suggestions.flatMap((one) => {
    if (one.end <= before) return [one];
    return one.start >= after ? [{ ...one, start: one.start + moved, end: one.end + moved }] : [];
  });
};

/** What is not kept by the writer, one beside the other: of two in the same words the first stands, and one no record should hold before any. */
export const standing = (found: readonly Suggestion[], kept: readonly KeptWords[]): readonly Suggestion[] => {
  const own = found.filter(({ rule, words }) => !kept.some((one) => one.rule === rule && one.words === words));
  const chosen: Suggestion[] = [];
  for (const one of own.toSorted((a, b) => Number(b.severity === 'stop') - Number(a.severity === 'stop') || a.start - b.start))
    if (!chosen.some((other) => one.start < other.end && other.start < one.end)) chosen.push(one);
  return chosen.toSorted((a, b) => a.start - b.start);
};

type Of<Id> = { readonly id: Id; readonly severities: readonly Suggestion['severity'][] };

/** Which of all that was found in the fields of one text are shown, by their place in the field: no more than `most`, those no record should hold first. */
export const sharedOut = <Id>(fields: readonly Of<Id>[], most: number): ReadonlyMap<Id, readonly number[]> => {
  const all = fields.flatMap(({ id, severities }) => severities.map((severity, index) => ({ id, index, severity })));
  const stops = all.filter(({ severity }) => severity === 'stop');
  const chosen = new Set([...stops, ...all.filter(({ severity }) => severity !== 'stop')].slice(0, Math.max(0, most)));
  const shown = new Map<Id, readonly number[]>();
  for (const one of all) if (chosen.has(one)) shown.set(one.id, [...(shown.get(one.id) ?? []), one.index]);
  return shown;
};

/** As far as blanks and marks around a phrase are looked for. */
const nearby = 200;

/** Where the phrase is with what goes with it when it is left out: a blank, a comma that held it, the end mark of a sentence that was nothing else. */
export const leftOut = (
  text: string,
  { start, end }: Pick<Suggestion, 'start' | 'end'>,
): { readonly start: number; readonly end: number } => {
  const before = text.slice(Math.max(0, start - nearby), start);
  const behind = text.slice(end, end + nearby);
  const isFirst = /(?:^|[.!?…]["”’»)]*[^\S\n]+|\n)$/.test(before);
  const mark = /^[.!?…]+(?=\s|$)/.exec(behind)?.[0].length ?? 0;
  if (isFirst && mark > 0) return { start, end: end + mark + (/^[^\S\n]+/.exec(behind.slice(mark))?.[0].length ?? 0) };
  if (isFirst) return { start, end: end + (/^,?[^\S\n]+/.exec(behind)?.[0].length ?? 0) };
  const closes = behind === '' || /^[\s.,;:!?)\]…]/.test(behind);
  if (!closes) return { start, end };
  const held = behind === '' || /^[.,;:!?)\]…\n]/.test(behind) ? /[,;]?[^\S\n]*$/.exec(before) : /[^\S\n]?$/.exec(before);
  return { start: start - (held?.[0].length ?? 0), end };
};
