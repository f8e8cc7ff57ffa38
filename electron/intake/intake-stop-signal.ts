import type { Intake } from '../../shared/intake.ts';
import { entryOf } from '../../shared/intake-rules.ts';
import { OptionalName, shows } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { adoptStopSignal, wordAndSignalAgreedAt } from '../clients/stop-signal-service.ts';
import type { Practice, Tx } from '../practice/practice.ts';

/** As it reads in "the word “amber”, or a lifted hand". */
const withinSentence = (label: string): string => `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;

/** What an answer says in words that a stop signal can hold; null where it says none. A text longer than a name is left to be agreed by itself. */
const wordsIn = ({ answer, asked }: Intake['entries'][string]): string | null => {
  const said = answer?.kind === 'text' ? answer.text : answer?.kind === 'choice' ? withinSentence(asked?.options[0]?.label ?? '') : '';
  const fitting = OptionalName.safeParse(said);
  return fitting.success && shows(fitting.data) ? fitting.data : null;
};

/** The word and the signal answered in a round become the client's, each unless another was agreed in its place after it was answered. */
export const adoptAgreed = async (tx: Tx, practice: Practice, { clientId, entries }: Intake): Promise<void> => {
  const agreedAt = await wordAndSignalAgreedAt(tx, clientId);
  const said = (itemId: string, since: Instant | null): string | null => {
    const entry = entryOf(entries, itemId);
    return entry.answeredAt !== null && entry.answeredAt >= (since ?? '') ? wordsIn(entry) : null;
  };
  const [word, gesture] = [said('s-stop-word', agreedAt.word), said('s-stop-sign', agreedAt.gesture)];
  await adoptStopSignal(tx, practice, clientId, { ...(word === null ? {} : { word }), ...(gesture === null ? {} : { gesture }) });
};
