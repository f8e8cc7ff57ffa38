import { type Client, digitsOf, foldForSearch } from '../../shared/clients.ts';
import type { Intake, IntakeEntry, IntakeItem } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import type { SafetyCard } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import { words } from './safety-card-words.ts';

/** What the intake holds that a safety card tells, as it was answered last. */
export type SaidInIntake = Pick<SafetyCard, 'howToSpeak' | 'wouldStop' | 'helps' | 'leaveOut' | 'positions' | 'room' | 'emergencyContacts'>;

export type Rounds = { readonly open: Pick<Intake, 'entries'> | null; readonly newest: Pick<Intake, 'entries'> | null };

/** An open round began with the answers before it, so that an answer in it is never the older one. One that was cleared in it stands until the round is gone through. */
const latest = ({ open, newest }: Rounds, itemId: string): IntakeEntry => {
  const now = entryOf(open?.entries ?? {}, itemId);
  return now.answer === null ? entryOf(newest?.entries ?? {}, itemId) : now;
};

const textIn = ({ answer }: IntakeEntry): string => (answer?.kind === 'text' ? answer.text : '');

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(shows);

/** Options as they read when they were chosen, with the words beside one that takes some in its place. */
const chosenIn = ({ answer, asked }: IntakeEntry, item: IntakeItem | undefined): string[] => {
  if (answer?.kind !== 'choice' && answer?.kind !== 'multi') return [];
  const options = [...(asked?.options ?? []), ...(item?.options ?? [])];
  return (answer.kind === 'choice' ? [answer.value] : answer.values).map((value) =>
    value === 'other' && shows(answer.other) ? answer.other : (options.find((option) => option.value === value)?.label ?? value),
  );
};

/** What is not ticked is not used (redflags.json, a-positions). */
const positionsIn = (entry: IntakeEntry, item: IntakeItem | undefined): SafetyCard['positions'] => {
  const { answer } = entry;
  if (answer?.kind !== 'multi') return { allowed: [], avoid: [] };
  const others = (item?.options ?? []).filter(({ value }) => !answer.values.includes(value));
  return { allowed: chosenIn(entry, item), avoid: others.map(({ label }) => label) };
};

const ofTheRoom = ['a-door', 'a-draping', 'a-chaperone', 'a-silence'];

type InRecord = Pick<Client, 'emergencyContacts'>;

/**
 * Whom to call: those of the intake, then those of the record who are not among them by name and phone. Null where nobody is known, empty
 * where the client named nobody on purpose, whoever stands in the record.
 */
export const emergencyContactsIn = (rounds: Rounds, { emergencyContacts }: InRecord): SafetyCard['emergencyContacts'] => {
  const { answer } = latest(rounds, 's-emergency-contact');
  const said = answer?.kind === 'contacts' ? answer.people : null;
  const kept = emergencyContacts.map(({ name, relation, phone }) => ({ name, role: relation, phone }));
  if (said === null) return kept.length > 0 ? kept : null;
  const readingOf = ({ name, phone }: { readonly name: string; readonly phone: string }): string =>
    `${foldForSearch(name)}\n${digitsOf(phone)}`;
  const known = new Set(said.map(readingOf));
  return said.length === 0 ? [] : [...said, ...kept.filter((one) => !known.has(readingOf(one)))];
};

export const saidInIntake = (items: readonly IntakeItem[], rounds: Rounds, record: InRecord): SaidInIntake => {
  const item = (id: string): IntakeItem | undefined => items.find((one) => one.id === id);
  return {
    howToSpeak: textIn(latest(rounds, 'a-words')),
    wouldStop: textIn(latest(rounds, 's-what-would-stop')),
    helps: chosenIn(latest(rounds, 's-what-helps'), item('s-what-helps')),
    leaveOut: lines(textIn(latest(rounds, 'a-leave-out'))),
    positions: positionsIn(latest(rounds, 'a-positions'), item('a-positions')),
    room: ofTheRoom.flatMap((id) => {
      const entry = latest(rounds, id);
      return chosenIn(entry, item(id)).map((chosen) => words.room(item(id)?.label ?? entry.asked?.label ?? id, chosen));
    }),
    emergencyContacts: emergencyContactsIn(rounds, record),
  };
};
