/**
 * The recovery code: 160 random bits as eight groups of four characters, each group followed by a check character of its own, so that
 * a slip of the pen is named by its group. Characters are Crockford's base 32: no I, L, O or U; typed O, I and L are read as 0, 1 and 1.
 */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 8;
const perGroup = 4;

/** Product in GF(32) with x^5 + x^2 + 1: a check over it notices each wrong character and each two that changed places. */
const times = (left: number, right: number): number => {
  let product = 0;
  for (let bit = 0; bit < 5; bit += 1) if (right & (1 << bit)) product ^= left << bit;
  for (let bit = 9; bit >= 5; bit -= 1) if (product & (1 << bit)) product ^= 0b100101 << (bit - 5);
  return product;
};

/** Weights are powers of 2, and the group's number is one of the summands, so that groups in another order are noticed too. */
const checkOf = (values: readonly number[], group: number): number => {
  let weight = 1;
  let check = group + 1;
  for (const value of values) {
    weight = times(weight, 2);
    check ^= times(value, weight);
  }
  return check;
};

/** The code of 20 random bytes, as groups of five characters. */
export const recoveryCodeOf = (bytes: Uint8Array): readonly string[] => {
  let bits = 0n;
  for (const byte of bytes) bits = (bits << 8n) | BigInt(byte);
  const values = Array.from({ length: groups * perGroup }, (_, index) =>
    Number((bits >> BigInt(5 * (groups * perGroup - 1 - index))) & 31n),
  );
  return Array.from({ length: groups }, (_, group) => {
    const own = values.slice(group * perGroup, (group + 1) * perGroup);
    return [...own, checkOf(own, group)].map((value) => alphabet[value]).join('');
  });
};

export type TypedCode =
  | { readonly ok: true; readonly code: string }
  /** Numbers of the groups, from 1, that cannot be right; empty when there are too few or too many characters. */
  | { readonly ok: false; readonly groups: readonly number[]; readonly characters: number };

const worthOf = (character: string): number => alphabet.indexOf(character);

const size = perGroup + 1;

const readable = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\-–—.·]+/gu, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** What is typed so far as the eight groups it is read as; what is too much stands in none. */
export const typedGroups = (typed: string): readonly string[] => {
  const characters = [...readable(typed)];
  return Array.from({ length: groups }, (_, group) => characters.slice(group * size, (group + 1) * size).join(''));
};

/** A code as a person typed it, in whatever case and grouping, or where it cannot be right. */
export const readRecoveryCode = (typed: string): TypedCode => {
  const text = readable(typed);
  const characters = [...text];
  if (characters.length !== groups * size) return { ok: false, groups: [], characters: characters.length };
  const wrong = Array.from({ length: groups }, (_, group) => {
    const values = characters.slice(group * size, (group + 1) * size).map(worthOf);
    const check = values.pop() ?? -1;
    return check < 0 || values.some((value) => value < 0) || checkOf(values, group) !== check ? group + 1 : 0;
  }).filter((group) => group > 0);
  return wrong.length > 0 ? { ok: false, groups: wrong, characters: characters.length } : { ok: true, code: text };
};

export const recoveryCodeLength = groups * size;
