import { z } from 'zod';
import { type MergeField, type MergePreview, type MergeSide, mergeSides } from '../../shared/clients-merge.ts';

/** What was said so far: of which record (its id) each field is taken, and why the two are one. Whichever of them stays, this holds. */
export const Said = z.strictObject({ from: z.record(z.string(), z.string()).readonly(), reason: z.string() }).readonly();
export type Said = z.infer<typeof Said>;

export const nothingSaid: Said = { from: {}, reason: '' };

type Two = Pick<MergePreview, 'keep' | 'merge' | 'differing'>;

/** Which of the two a field is taken from; none while that is not chosen. */
export const sideOf = (two: Two, { from }: Said, field: MergeField): MergeSide | undefined =>
  mergeSides.find((side) => two[side].id === from[field]);

/** Fields that differ and are not decided yet. */
export const undecided = (two: Two, said: Said): readonly MergeField[] => two.differing.filter((field) => !sideOf(two, said, field));

/** Every field that differs, taken from one of them. */
export const allFrom = (two: Two, side: MergeSide): Said['from'] => Object.fromEntries(two.differing.map((field) => [field, two[side].id]));

/** As it is sent: only of fields that differ now, whatever was chosen while the records read otherwise. */
export const chosenFields = (two: Two, said: Said): { readonly field: MergeField; readonly from: MergeSide }[] =>
  two.differing.flatMap((field) => {
    const from = sideOf(two, said, field);
    return from ? [{ field, from }] : [];
  });

/** What the one that stays is called afterwards; the name it has as long as none is chosen. */
export const nameAfter = (two: Two, said: Said): string => two[sideOf(two, said, 'chosenName') ?? 'keep'].chosenName;
