import type { FindingEvent, FindingItem } from '../../shared/finding.ts';
import { callsForHelp, findingOn, type KeptFinding, standingOf } from '../../shared/finding-rules.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { profileOf } from '../practice/profile-repository.ts';
import { openCrisis } from './crises-repository.ts';
import { appendEvents, findingAbout, findingsOf } from './findings-repository.ts';
import { findingItems } from './health-content.ts';

type SaidEvent = Extract<FindingEvent, { what: 'said' }>;

/** Something said about one item, somewhere. */
export type Said = Pick<SaidEvent, 'answer' | 'source' | 'sourceId' | 'words'> & { readonly itemId: string };

/** Whether it is news: a no where nothing was ever found is none, nor is what stands already as it was said there. */
const isNews = (kept: KeptFinding | undefined, { answer, source, sourceId, words }: Said): boolean => {
  if (!kept) return answer !== 'no';
  const { open } = standingOf(kept.item, kept.events);
  if (answer === 'no') return open.size > 0;
  return open.get(`${source} ${sourceId ?? ''}`) !== answer || words !== '';
};

/** Yes, seen, or not sure, about what asks for help at once. A blank opens no card (contraindications.json, ask-again-in-person). */
const needsCard = (kept: KeptFinding, answer: SaidEvent['answer'], today: string): boolean =>
  answer !== 'no' && answer !== 'not-answered' && callsForHelp(findingOn(kept, today).action);

/**
 * Puts what was said into the findings, in the transaction that keeps the answers: both or neither. Gives back the crisis card that must
 * be read before anything else, where something calls for one.
 */
export const keepSaid = async (tx: Tx, practice: Practice, clientId: string, all: readonly Said[]): Promise<string | null> => {
  const { content } = practice;
  const [now, by] = [practice.now(), practice.actor.id];
  const today = dayIn(now, practice.zone ?? (await profileOf(tx)).zone);
  const found = new Map((await findingsOf(tx, content, clientId)).map((kept) => [kept.item.id, kept]));
  const items = new Map<string, FindingItem>(findingItems(content).map((item) => [item.id, item]));
  const calling: string[] = [];
  for (const said of all) {
    const item = found.get(said.itemId)?.item ?? items.get(said.itemId);
    if (!item || !isNews(found.get(said.itemId), said)) continue;
    const findingId = await findingAbout(tx, content, { id: practice.newId(), clientId, item, madeAt: now });
    const { itemId: _, ...event } = said;
    const after = await appendEvents(tx, content, findingId, [{ what: 'said', at: now, by, ...event }]);
    found.set(item.id, after);
    if (needsCard(after, said.answer, today)) calling.push(findingId);
  }
  return calling.length > 0 ? openCrisis(tx, { id: practice.newId(), clientId, openedAt: now, findingIds: calling }) : null;
};
