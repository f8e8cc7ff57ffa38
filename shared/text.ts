import { z } from 'zod';
import { limits } from './limits.ts';

/**
 * Words a person typed: trimmed, in NFC, and well formed, so that what is acknowledged is what is read again (half a surrogate
 * pair has no UTF-8 and would come back as another character). Nothing is cut: over the limit it is refused.
 */
const words = (limit: number) =>
  z
    .string()
    .overwrite((text) => text.toWellFormed())
    .trim()
    .normalize()
    .max(limit);

const showing = /[^\p{Z}\p{C}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A letter, figure or sign that shows. Joiners, fillers and blanks alone are no name, no answer and no signature. */
export const shows = (text: string): boolean => showing.test(text);

/** A name that must be there. */
export const Name = words(limits.namePart).refine(shows, 'required');
/** A name or short word; empty is "not given". */
export const OptionalName = words(limits.namePart);
export const TextLine = words(limits.line);
export const Paragraph = words(limits.paragraph);
/** Initials under a statement. */
export const Initials = words(20);

/** The same words give the same order on every machine, whatever its language. */
export const byWords = (one: string | null = null, other: string | null = null): number =>
  Number((one ?? '') > (other ?? '')) - Number((one ?? '') < (other ?? ''));
