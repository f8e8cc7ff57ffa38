import { levelFrom } from './body-areas.ts';
import type { IntakeEntries, IntakeItem } from './intake.ts';
import { entryOf, isAnswered } from './intake-rules.ts';

/** Notes for the practitioner beside an intake: nothing is decided by them, and a client never sees them. Only answers the content still offers are read. */

type Given = (itemId: string) => readonly string[];

const givenIn =
  (items: readonly IntakeItem[], entries: IntakeEntries): Given =>
  (itemId) => {
    const item = items.find(({ id }) => id === itemId);
    const entry = entryOf(entries, itemId);
    if (!item || !isAnswered(item, entry)) return [];
    const { answer } = entry;
    return answer?.kind === 'choice' ? [answer.value] : answer?.kind === 'multi' ? answer.values : [];
  };

export const contradictionKinds = ['places-but-no-contact', 'contact-but-no-places', 'face-down-without-bell'] as const;
export type Contradiction = { readonly kind: (typeof contradictionKinds)[number]; readonly items: readonly string[] };

/** Signals that are seen or heard while the client lies face down: redflags.json, s-stop-sign. */
const heardFaceDown: readonly string[] = ['bell', 'squeeze'];

/** Answers that do not go together, to be asked about: the careful one of the two is what counts until then. */
export const contradictions = (items: readonly IntakeItem[], entries: IntakeEntries): readonly Contradiction[] => {
  const given = givenIn(items, entries);
  const { answer } = entryOf(entries, 'a-areas');
  const [level] = given('a-contact-level');
  const [sign] = given('s-stop-sign');
  const places = answer?.kind === 'map' ? Object.values(answer.areas).filter((state) => state !== 'no').length : null;
  const found: Contradiction[] = [];
  if (level !== undefined && places !== null) {
    if (levelFrom(level) === 0 && places > 0) found.push({ kind: 'places-but-no-contact', items: ['a-areas', 'a-contact-level'] });
    if ((levelFrom(level) ?? 0) > 0 && places === 0) found.push({ kind: 'contact-but-no-places', items: ['a-areas', 'a-contact-level'] });
  }
  if (given('a-positions').includes('prone') && !(sign !== undefined && heardFaceDown.includes(sign)))
    found.push({ kind: 'face-down-without-bell', items: ['s-stop-sign', 'a-positions'] });
  return found;
};

/** Answers that lead to a question of the suitability screen and to what it says to do. */
const leads = {
  's-own-choice': { question: 'g13', values: ['no', 'partly'] },
  's-steady': { question: 'g2', values: ['no', 'unsure'] },
  's-what-helps': { question: 'g5', values: ['none'] },
} as const;

export type Prompt = { readonly itemId: keyof typeof leads; readonly question: 'g13' | 'g2' | 'g5' };

export const prompts = (items: readonly IntakeItem[], entries: IntakeEntries): readonly Prompt[] => {
  const given = givenIn(items, entries);
  return (Object.keys(leads) as (keyof typeof leads)[])
    .filter((itemId) => given(itemId).some((value) => (leads[itemId].values as readonly string[]).includes(value)))
    .map((itemId) => ({ itemId, question: leads[itemId].question }));
};
