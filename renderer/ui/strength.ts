import { limits } from '../../shared/limits.ts';
import { passphraseProblem } from '../../shared/vault.ts';

export type Strength =
  | { readonly is: 'empty' }
  | { readonly is: 'short'; readonly toGo: number }
  | { readonly is: 'too-long'; readonly length: number; readonly limit: number }
  | { readonly is: 'weak' | 'enough' | 'strong' | 'very-strong' };

/** How a passphrase stands, to be said in words: length is what counts, no rule asks for signs or figures. */
export const strengthOf = (passphrase: string): Strength => {
  const text = passphrase.normalize('NFKC').trim();
  const letters = [...text].length;
  const words = new Set(
    text
      .toLowerCase()
      .split(/\s+/u)
      .filter((word) => word.length > 1),
  ).size;
  if (letters === 0) return { is: 'empty' };
  if (passphrase.length > limits.passphrase) return { is: 'too-long', length: passphrase.length, limit: limits.passphrase };
  switch (passphraseProblem(passphrase)) {
    case 'too-short':
      return { is: 'short', toGo: 12 - letters };
    case 'too-weak':
      return { is: 'weak' };
    case null:
      if (words >= 6 || letters >= 30) return { is: 'very-strong' };
      return { is: words >= 5 || letters >= 20 ? 'strong' : 'enough' };
  }
};
