import type { Inline, LetterDocument } from '../../shared/letter-document.ts';
import { byRelease, clientRead, marksIn } from '../../shared/letter-on-paper.ts';
import type { OpenLetter } from '../../shared/letters.ts';
import type { InformationKind } from '../../shared/releases.ts';
import { type LetterOutline, placeholdersIn } from './letter-content.ts';
import { factOf } from './letter-facts-table.ts';

export type LetterSentence = OpenLetter['sentences'][number];

const marksOfPaper: readonly string[] = [clientRead, byRelease];

export const factsInMark = (mark: string | undefined): readonly string[] => marksIn(mark).filter((one) => !marksOfPaper.includes(one));

const saysRead = /has (?:read|seen) (?:this|every)/;
/** "With Maya's permission dated ..., " and ", and gave permission dated ... ." */
const permission =
  /^With [^.]*?\{\{release_date\}\}(?: \(ends \{\{release_end\}\}\))?, |(?:, and has given|, with|, and gave|, shared with| and gave) permission[^.]*\{\{release_date\}\}[^.]*(?=\.)/;

const sentencesOf = (paragraph: string): readonly string[] => paragraph.split(/(?<=[.?!])\s+(?=[A-Z{"“])/u).filter((one) => one !== '');

const factsOf = (text: string, kinds: readonly InformationKind[]): readonly string[] => [
  ...new Set(placeholdersIn(text).flatMap((name) => factOf(name, kinds)?.fact ?? [])),
];

const piecesOf = (text: string, marks: readonly string[], words: Readonly<Record<string, string>>): readonly Inline[] => {
  const fact = marks.length === 0 ? {} : { fact: marks.join(' ') };
  return text.split(/(\{\{\w+\}\})/).flatMap((part): readonly Inline[] => {
    const [, name] = part.match(/^\{\{(\w+)\}\}$/) ?? [];
    if (name !== undefined) return [{ type: 'field', name, value: words[name] ?? '', ...fact }];
    return part === '' ? [] : [{ type: 'text', text: part, ...fact }];
  });
};

const isOne = (inline: Inline | undefined): boolean => inline?.type === 'field' && inline.value === '1';

/** The outlines speak of several: "1 visits", "there have been 1 visits". */
const agreeing = (pieces: readonly Inline[]): readonly Inline[] =>
  pieces.map((piece, at) => {
    if (piece.type !== 'text') return piece;
    const after = isOne(pieces[at - 1]) ? piece.text.replace(/^ (visit|time|minute)s\b/, ' $1') : piece.text;
    return { ...piece, text: isOne(pieces[at + 1]) ? after.replace(/\bhave been $/, 'has been ') : after };
  });

/** The permission may end where a sentence of its own begins: its first word stands small, and on paper it is made great again. */
const contentOf = (text: string, facts: readonly string[], words: Readonly<Record<string, string>>): readonly Inline[] => {
  const marks = [...facts, ...(saysRead.test(text) ? [clientRead] : [])];
  const found = permission.exec(text);
  if (!found) return piecesOf(text, marks, words);
  const end = found.index + found[0].length;
  return [
    ...piecesOf(text.slice(0, found.index), marks, words),
    ...piecesOf(found[0], [...marks, byRelease], words),
    ...piecesOf(text.slice(end), marks, words),
  ];
};

/** The outline in sentences, each with the facts it stands on, filled with what the record knows. */
export const sentencesFrom = (
  { model_text: text, information_kinds: kinds }: LetterOutline,
  words: Readonly<Record<string, string>>,
): readonly LetterSentence[] =>
  text.split(/\n\n+/).flatMap((paragraph, index) =>
    sentencesOf(paragraph.trim()).map((sentence): LetterSentence => {
      const facts = [...factsOf(sentence, kinds)];
      return { paragraph: index, facts, content: [{ type: 'paragraph', content: [...agreeing(contentOf(sentence, facts, words))] }] };
    }),
  );

const space: Inline = { type: 'text', text: ' ' };

/** The letter made of the sentences whose facts are all ticked. */
export const documentFrom = (sentences: readonly LetterSentence[], ticked: readonly string[]): LetterDocument => {
  const paragraphs = new Map<number, Inline[]>();
  for (const { paragraph, facts, content } of sentences) {
    if (!facts.every((fact) => ticked.includes(fact))) continue;
    const line = content.flatMap((block) => (block.type === 'paragraph' ? block.content : []));
    const before = paragraphs.get(paragraph);
    paragraphs.set(paragraph, before ? [...before, space, ...line] : [...line]);
  }
  return [...paragraphs.values()].map((content) => ({ type: 'paragraph', content }));
};

/** Without what came with a fact that is not ticked. */
export const withoutUnticked = (document: LetterDocument, ticked: readonly string[]): LetterDocument => {
  const stays = ({ fact }: Inline): boolean => factsInMark(fact).every((one) => ticked.includes(one));
  return document
    .map((block) =>
      block.type === 'paragraph'
        ? { ...block, content: block.content.filter(stays) }
        : { ...block, items: block.items.map((line) => line.filter(stays)) },
    )
    .filter((block) => (block.type === 'paragraph' ? block.content.length > 0 : block.items.some((line) => line.length > 0)));
};
