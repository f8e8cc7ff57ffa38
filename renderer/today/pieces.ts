import type { KeptDraft } from '../drafts.ts';

/** Drafts of one piece of work, and the one it goes on with. */
export type Piece = { readonly piece: string; readonly latest: KeptDraft; readonly drafts: readonly KeptDraft[] };

const pieceOf = ({ key }: KeptDraft): string => key.split('/', 1)[0] ?? key;

/** Not kept yet is newer than anything kept. */
const newestFirst = (one: KeptDraft, other: KeptDraft): number => (other.keptAt ?? '\uffff').localeCompare(one.keptAt ?? '\uffff');

/** One line for one piece of work, the newest first. */
export const piecesOf = (drafts: readonly KeptDraft[]): readonly Piece[] => {
  const pieces = Map.groupBy(drafts.toSorted(newestFirst), pieceOf);
  return [...pieces].flatMap(([piece, own]) => (own[0] ? [{ piece, latest: own[0], drafts: own }] : []));
};
