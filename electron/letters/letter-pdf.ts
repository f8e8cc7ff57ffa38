import type { Unprintable } from '../../shared/consent.ts';
import type { LetterToPrint } from './letter-paper.ts';

export const drawLetter = async (_letter: LetterToPrint): Promise<Uint8Array> => {
  throw new Error('not built yet');
};

export const unprintableInLetter = (_letter: LetterToPrint): readonly Unprintable[] => {
  throw new Error('not built yet');
};
