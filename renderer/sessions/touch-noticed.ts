import type { SessionContent } from '../../shared/session-content.ts';
import type { Scale, SessionBody } from '../../shared/session-events.ts';

/** What the client says they notice, until it is kept as one check-in. */
export type Noticed = {
  readonly distress: Scale | null;
  readonly pain: Scale | null;
  readonly sensations: readonly string[];
  readonly words: readonly string[];
  /** Typed and not given yet. */
  readonly typing: string;
};

export const nothingNoticed: Noticed = { distress: null, pain: null, sensations: [], words: [], typing: '' };

const allWords = ({ words, typing }: Noticed): readonly string[] => [...words, ...(typing.trim() === '' ? [] : [typing.trim()])];

/** As it is kept; null where there is nothing to keep. */
export const asCheckIn = (noticed: Noticed): SessionBody<'checked-in'> | null => {
  const words = allWords(noticed);
  const { distress, pain, sensations } = noticed;
  if (distress === null && pain === null && sensations.length === 0 && words.length === 0) return null;
  return { distress, pain, sensations: [...sensations], words: words.join(', ') };
};

/** Two or more together are a reason to lift hands (sensations.json, watch_help). */
export const watchWords = ({ sensations: words }: SessionContent, chosen: readonly string[]): readonly string[] =>
  words.filter(({ id, watch }) => watch && chosen.includes(id)).map(({ word }) => word);

/** Its sentence, without the name of a file that only we know. */
export const watchHelp = ({ watchHelp: help }: SessionContent): string => help.replace(/\s*\(see [\w.-]+\.json\)/, '');

/** Offered without a search: one of each kind that is said often; all others are a few letters away. */
const often: readonly string[] = ['s001', 's077', 's031', 's042', 's139', 's162', 's101'];

type Words = SessionContent['sensations'];

/** Words for chips: the frequent ones, what is chosen already, and what the typed letters begin. */
export const wordsOffered = ({ sensations }: SessionContent, chosen: readonly string[], typed: string): Words => {
  const letters = typed.trim().toLowerCase();
  const found = letters === '' ? [] : sensations.filter(({ word }) => word.toLowerCase().includes(letters)).slice(0, 8);
  const first = often.flatMap((id) => sensations.find((one) => one.id === id) ?? []);
  const rest = sensations.filter(({ id }) => chosen.includes(id) && !often.includes(id));
  return [...new Set([...first, ...rest, ...found])];
};

/** Up since the last number by two or more, or seven and more: what follows is said before it is kept. */
export const risen = ({ resumeRule }: SessionContent, before: number | null, now: Scale | null): 'much' | 'some' | null => {
  if (typeof now !== 'number') return null;
  if (now >= resumeRule.distressAtLeast) return 'much';
  return before !== null && now - before >= 2 ? 'some' : null;
};
