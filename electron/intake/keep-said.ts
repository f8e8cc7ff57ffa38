import type { FindingEvent, FindingItem } from '../../shared/finding.ts';
import { callsForHelp, findingOn, type KeptFinding, moreCareful, standingOf } from '../../shared/finding-rules.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { openCrisis } from './crises-repository.ts';
import { appendEvents, findingAbout, findingsOf } from './findings-repository.ts';
import { findingItems } from './health-content.ts';

type SaidEvent = Extract<FindingEvent, { what: 'said' }>;

/**
 * Something said about one item, somewhere. `asBefore`: an answer given once, gone through again and left as it stood. `takenBack`: a no
 * was there, and is a blank again. `onceAPlace`: no news where anything was said at that place before, not even once it was resolved.
 */
export type Said = Pick<SaidEvent, 'answer' | 'source' | 'sourceId' | 'words'> & {
  readonly itemId: string;
  readonly asBefore?: boolean;
  readonly takenBack?: boolean;
  readonly onceAPlace?: boolean;
};

/** What was said last at that place, since somebody resolved it. */
const saidLast = ({ events }: KeptFinding, { source, sourceId }: Said): SaidEvent['answer'] | null => {
  const since = events.slice(events.findLastIndex(({ what }) => what === 'resolved') + 1);
  const last = since.findLast((event) => event.what === 'said' && event.source === source && event.sourceId === sourceId);
  return last?.what === 'said' ? last.answer : null;
};

const isSaidAt = ({ events }: KeptFinding, { source, sourceId }: Said): boolean =>
  events.some((event) => event.what === 'said' && event.source === source && event.sourceId === sourceId);

/** Yes, seen, or not sure. */
const isCareful = (answer: SaidEvent['answer']): boolean => answer !== 'no' && answer !== 'not-answered';

/** What keeps hands off whatever a clinician said is said anew each time: help at once, or no touch at all (shared/finding-rules.ts). */
const stopsTouch = ({ item, events }: KeptFinding): boolean => {
  const { raised } = standingOf(item, events);
  const kind = raised ? moreCareful(raised, item.kind) : item.kind;
  return callsForHelp(item.action) || kind === 'emergency' || kind === 'absolute';
};

/**
 * Whether it is news: a no where nothing is found is none, nor is what was said last at the same place, nor an answer left as it was where the
 * finding holds it. A no is news where it settles a blank.
 */
const isNews = (kept: KeptFinding | undefined, said: Said): boolean => {
  if (!kept) return said.answer !== 'no';
  if (said.onceAPlace && isSaidAt(kept, said)) return false;
  const { open, saysNo, lowered } = standingOf(kept.item, kept.events);
  const causes = [...open.values()];
  const isRepeated = said.words === '' && saidLast(kept, said) === said.answer;
  if (said.answer === 'no') return causes.includes('not-answered') || (causes.length > 0 && !isRepeated && !(said.asBefore && saysNo));
  if (isCareful(said.answer) && stopsTouch(kept)) return true;
  if (said.takenBack && causes.length === 0) return true;
  // What was decided by word alone was decided about what had been said by then.
  return !isRepeated && !(said.asBefore && lowered === null && causes.includes(said.answer));
};

/** No clearance counts on it; what asks for help overtakes any. */
const lastDay = '9999-12-31';

/** A blank opens no card (contraindications.json, ask-again-in-person). */
const needsCard = (kept: KeptFinding, answer: SaidEvent['answer']): boolean =>
  isCareful(answer) && callsForHelp(findingOn(kept, lastDay).action);

/** Whether a yes to it, said now, opens a card: raised, it may ask for more than its item does. */
export const wouldOpenCard = (kept: KeptFinding): boolean => {
  const yes = { what: 'said', answer: 'yes', source: 'health-screen', sourceId: null, words: '', at: kept.madeAt, by: '' } as const;
  return needsCard({ ...kept, events: [...kept.events, yes] }, 'yes');
};

/**
 * Puts what was said into the findings, in the transaction that keeps the answers: both or neither. Gives back the crisis card that must
 * be read before anything else, where something calls for one.
 */
export const keepSaid = async (tx: Tx, practice: Practice, clientId: string, all: readonly Said[]): Promise<string | null> => {
  const { content } = practice;
  const [now, by] = [practice.now(), practice.actor.id];
  const found = new Map((await findingsOf(tx, content, clientId)).map((kept) => [kept.item.id, kept]));
  const items = new Map<string, FindingItem>(findingItems(content).map((item) => [item.id, item]));
  const calling: string[] = [];
  for (const said of all) {
    const item = found.get(said.itemId)?.item ?? items.get(said.itemId);
    if (!item || !isNews(found.get(said.itemId), said)) continue;
    const findingId = await findingAbout(tx, content, { id: practice.newId(), clientId, item, madeAt: now });
    const { answer, source, sourceId, words } = said;
    const after = await appendEvents(tx, content, findingId, [{ what: 'said', at: now, by, answer, source, sourceId, words }]);
    found.set(item.id, after);
    if (needsCard(after, said.answer)) calling.push(findingId);
  }
  return calling.length > 0 ? openCrisis(tx, { id: practice.newId(), clientId, openedAt: now, findingIds: calling }) : null;
};
