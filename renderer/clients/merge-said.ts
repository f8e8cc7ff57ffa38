import type { MergeField, MergePreview, MergeSide } from '../../shared/clients-merge.ts';

/** What was said so far: which record each field is taken from, and why the two become one. */
export type Said = { readonly sides: Readonly<Partial<Record<MergeField, MergeSide>>>; readonly reason: string };

export const nothingSaid: Said = { sides: {}, reason: '' };

/** Fields that differ and are not decided yet. */
export const undecided = ({ differing }: Pick<MergePreview, 'differing'>, { sides }: Said): readonly MergeField[] =>
  differing.filter((field) => sides[field] === undefined);

/** Every field that differs, taken from one of them. */
export const allFrom = ({ differing }: Pick<MergePreview, 'differing'>, side: MergeSide): Said['sides'] =>
  Object.fromEntries(differing.map((field) => [field, side]));

/** As it is sent: only of fields that differ now, whatever was chosen while the records read otherwise. */
export const chosenFields = (
  { differing }: Pick<MergePreview, 'differing'>,
  { sides }: Said,
): { readonly field: MergeField; readonly from: MergeSide }[] =>
  differing.flatMap((field) => {
    const from = sides[field];
    return from ? [{ field, from }] : [];
  });

/** What the one that stays is called afterwards; the name it has as long as none is chosen. */
export const nameAfter = ({ keep, merge }: Pick<MergePreview, 'keep' | 'merge'>, { sides }: Said): string =>
  sides.chosenName === 'merge' ? merge.chosenName : keep.chosenName;
