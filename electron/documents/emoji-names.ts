import { z } from 'zod';
import { fontText } from './font-files.ts';

/** Emoji by name, for paper: no bundled font draws them. The list is read when the first one is met. */

const bare = (emoji: string): string => emoji.replace(/[\uFE0E\uFE0F]/gu, '');

let names: ReadonlyMap<string, string> | undefined;
const read = (): ReadonlyMap<string, string> =>
  new Map(Object.entries(z.record(z.string(), z.string()).parse(JSON.parse(fontText('emoji-names.json')))));

const tones: Readonly<Record<string, string>> = {
  '\u{1F3FB}': 'light skin tone',
  '\u{1F3FC}': 'medium-light skin tone',
  '\u{1F3FD}': 'medium skin tone',
  '\u{1F3FE}': 'medium-dark skin tone',
  '\u{1F3FF}': 'dark skin tone',
};
const withoutTones = (emoji: string): string => emoji.replace(/[\u{1F3FB}-\u{1F3FF}]/gu, '');

/** `unicorn`, `thumbs up, medium skin tone`; null for what is no emoji. */
export const emojiName = (cluster: string): string | null => {
  names ??= read();
  const emoji = bare(cluster);
  const whole = names.get(emoji) ?? tones[emoji];
  if (whole) return whole;
  const base = names.get(withoutTones(emoji));
  if (base) return [base, ...new Set([...emoji].flatMap((character) => tones[character] ?? []))].join(', ');
  const parts = emoji.split('\u200D');
  const partNames = parts.map((part) => (parts.length > 1 ? emojiName(part) : null));
  return partNames.every((name) => name !== null) ? partNames.join(' and ') : null;
};
