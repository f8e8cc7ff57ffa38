import { z } from 'zod';
import { type ContactField, contactFields, contactTakenFrom, differingFields, type TypedContact } from '../ui/contact-form.ts';

/** Which of two a field is taken from. `both`: of notes alone, one after the other. */
export const Side = z.enum(['kept', 'other', 'both']);
export type Side = z.infer<typeof Side>;
export const Sides = z.partialRecord(z.enum(contactFields), Side).readonly();
export type Sides = z.infer<typeof Sides>;

type Two = { readonly kept: TypedContact; readonly other: TypedContact };

/** Where only one of them has something to say it is taken, unless the person decides otherwise. */
export const suggestedSides = ({ kept, other }: Two): Sides =>
  Object.fromEntries(
    differingFields(kept, other).flatMap((field): readonly (readonly [ContactField, Side])[] => {
      if (kept[field].trim() === '') return [[field, 'other']];
      return other[field].trim() === '' ? [[field, 'kept']] : [];
    }),
  );

/** Every field of one of them. */
export const allOf = (two: Two, side: 'kept' | 'other'): Sides =>
  Object.fromEntries(differingFields(two.kept, two.other).map((field) => [field, side]));

/** Fields that differ and are not decided yet. */
export const undecided = (two: Two, sides: Sides): readonly ContactField[] =>
  differingFields(two.kept, two.other).filter((field) => sides[field] === undefined);

/** What the one that stays will be. */
export const madeOne = ({ kept, other }: Two, sides: Sides): TypedContact => ({
  ...contactTakenFrom((field) => (sides[field] === 'other' ? other : kept)),
  ...(sides.note === 'both' ? { note: `${kept.note.trim()}\n${other.note.trim()}` } : {}),
});
