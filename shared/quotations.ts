/** A stretch of a text, in UTF-16 units. */
export type Stretch = { readonly start: number; readonly end: number };

/** Which signs end a quotation that began with one. Typed and pasted signs are mixed in life: “so" ends too. */
const endsOf: Readonly<Record<string, string>> = {
  '"': '"”',
  '“': '”"',
  '„': '“”"',
  '”': '”',
  '‘': '’',
  '‚': '‘’',
  "'": "'’",
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
};
const signs = /["“”„'‘’‚«»‹›]|\n[^\S\n]*\n/g;
const single = "'’";
/** Words that begin with an apostrophe, and years: ’til, ’90s. */
const shortened = /^(?:\d\ds?|bout|cause|cos|em|n|round|til|tis|twas)(?![\p{L}\p{N}])/iu;

type Sign = { readonly sign: string; readonly before: string; readonly after: string };

const isBlank = (char: string): boolean => char === '' || /\s/.test(char);
const isWord = (char: string): boolean => /[\p{L}\p{N}]/u.test(char);

/** A guillemet may have a blank inside («ainsi »); every other ending sign stands close to the last word of the quotation. */
const mayEnd = ({ sign, before, after }: Sign): boolean =>
  '«»‹›'.includes(sign) || (!isBlank(before) && !'([{:'.includes(before) && !(single.includes(sign) && isWord(after)));

const mayBegin = ({ sign, before, after }: Sign, text: string, at: number): boolean => {
  if (!(sign in endsOf)) return false;
  if ('«»‹›'.includes(sign)) return true;
  if (isBlank(after)) return false;
  if (sign === "'") return !isWord(before) && isWord(after) && !shortened.test(text.slice(at + 1, at + 8));
  return sign === '”' ? isBlank(before) : !'.,;!?)]}'.includes(after);
};

/**
 * What stands in quotation marks, with the marks: somebody else speaking. Marks belong together by their kind and by which side they stand
 * close to; an apostrophe is none. One that is never closed quotes nothing: it ends where the next of its kind begins, or with an empty line.
 */
export const quotedIn = (text: string): readonly Stretch[] => {
  const found: Stretch[] = [];
  let open: readonly { readonly sign: string; readonly at: number }[] = [];
  for (const { 0: sign, index: at } of text.matchAll(signs)) {
    if (sign.startsWith('\n')) {
      open = [];
      continue;
    }
    const here = { sign, before: text.charAt(at - 1), after: text.charAt(at + 1) };
    const begun = mayEnd(here) ? open.findLastIndex((one) => endsOf[one.sign]?.includes(sign)) : -1;
    const first = open[begun];
    if (first) {
      found.push({ start: first.at, end: at + 1 });
      open = open.slice(0, begun);
    } else if (mayBegin(here, text, at)) {
      const same = open.findIndex((one) => one.sign === sign);
      open = [...(same < 0 ? open : open.slice(0, same)), { sign, at }];
    }
  }
  return outermost(found);
};

/** A quotation in another counts once. */
const outermost = (found: readonly Stretch[]): readonly Stretch[] => {
  const inOrder = found.toSorted((one, other) => one.start - other.start || other.end - one.end);
  const kept: Stretch[] = [];
  for (const one of inOrder) if (one.start >= (kept.at(-1)?.end ?? 0)) kept.push(one);
  return kept;
};
