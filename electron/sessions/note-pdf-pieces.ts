/** So much text is laid out before other calls are let in: a stop must not wait for a long note. */
const mostAtOnce = 8_000;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
/** No character that is written with several signs is looked at over more than this. */
const around = 200;

/** Where the character that stands at a place begins. */
const beginOf = (text: string, at: number): number => {
  const from = Math.max(0, at - around);
  const found = graphemes.segment(text.slice(from, at + around)).containing(at - from);
  return found && found.index > 0 ? from + found.index : at;
};

const cutWithin = (text: string, most: number): number => {
  const line = text.lastIndexOf('\n', most);
  if (line > 0) return line;
  const blank = text.lastIndexOf(' ', most);
  return blank > most / 2 ? blank : beginOf(text, most);
};

/** A text in pieces: cut between lines where there are any, else between words. The line end or blank it is cut at goes. */
export const piecesOf = (text: string, most = mostAtOnce): readonly string[] => {
  const pieces: string[] = [];
  let rest = text;
  while (rest.length > most) {
    const at = cutWithin(rest, most);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(/[\n ]/.test(rest.charAt(at)) ? at + 1 : at);
  }
  return [...pieces, rest];
};
