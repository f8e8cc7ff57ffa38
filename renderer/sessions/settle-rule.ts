import type { SessionContent, Technique } from '../../shared/session-content.ts';

/** Outward first: looking round and the ground come before the breath, which can bring on panic (techniques.json). */
const families: readonly string[] = ['grounding', 'breath', 'self_touch'];

/** Ways to settle that need no hands; what the content warns of altogether is not offered. */
export const settlingWays = ({ techniques }: Pick<SessionContent, 'techniques'>): readonly Technique[] =>
  techniques
    .filter(({ family, usesTouch, suitability }) => families.includes(family) && !usesTouch && suitability !== 'D')
    .sort((one, other) => families.indexOf(one.family) - families.indexOf(other.family));
