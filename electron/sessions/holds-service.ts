import type { Hold } from '../../shared/incidents.ts';
import type { ReadinessFacts } from '../../shared/readiness-rule.ts';
import type { SessionContent } from '../../shared/session-content.ts';
import { dayIn, type Zone } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { standingHolds } from './incidents-repository.ts';
import { words } from './last-stop-words.ts';

/** What a hold comes from, for somebody who reads it and does not know the codes. */
export const holdWords = (
  content: Pick<SessionContent, 'dissociation' | 'arousal'>,
  { cause, what }: Pick<Hold, 'cause' | 'what'>,
): string => {
  if (cause === 'closed-under-rule') return words.hold['closed-under-rule'];
  const dissociation = content.dissociation.find(({ grade }) => grade === what);
  if (dissociation) return words.heldDissociation(dissociation.label.toLowerCase());
  const arousal = content.arousal.find(({ grade }) => grade === what);
  if (arousal) return words.heldArousal(arousal.label.toLowerCase());
  return what === 'P4' || what === 'P5' ? words.hold[what] : words.hold.other;
};

/** What keeps hands off until it is cleared, or set aside with a reason. */
export const holdsOf = async ({ db, content }: Practice, clientId: string, zone: Zone): Promise<ReadinessFacts['holds']> =>
  (await standingHolds(db, clientId)).map((hold) => ({ since: dayIn(hold.since, zone), words: holdWords(content.session, hold) }));
