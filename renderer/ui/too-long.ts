export type TooLong = { readonly limit: number; readonly length: number };

/** Whether a text is over its limit as it would be kept, and by how much: the words are `problem.too-long`. */
export const tooLong = (text: string, limit: number): TooLong | null => {
  const { length } = text.trim().normalize();
  return length > limit ? { limit, length } : null;
};
