import type { Finding, FindingEvent } from '../../shared/finding.ts';
import { findingOn } from '../../shared/finding-rules.ts';
import type { TestWorld } from '../practice/practice.test-world.ts';
import { practiceFor } from '../practice/practice.ts';
import { appendEvents, findingAbout, findingById } from './findings-repository.ts';
import { findingItems } from './health-content.ts';

type Answer = Extract<FindingEvent, { what: 'said' }>['answer'];

/** More that happened to a finding, now. */
export const happens = async (
  world: TestWorld,
  findingId: string,
  event: (common: { at: string; by: string }) => FindingEvent,
): Promise<void> => {
  const practice = practiceFor(world.open, null);
  await practice.write((tx) => appendEvents(tx, practice.content, findingId, [event({ at: practice.now(), by: practice.actor.id })]));
};

/** A finding of this client about this item, said now in a health screen. */
export const saidOf = async (world: TestWorld, clientId: string, itemId: string, answer: Answer = 'yes'): Promise<string> => {
  const practice = practiceFor(world.open, null);
  const item = findingItems(practice.content).find((one) => one.id === itemId);
  if (!item) throw new Error(`no condition ${itemId}`);
  const about = { id: practice.newId(), clientId, item, madeAt: practice.now() };
  const id = await practice.write((tx) => findingAbout(tx, practice.content, about));
  await happens(world, id, (common) => ({ what: 'said', ...common, answer, source: 'health-screen', sourceId: 's', words: '' }));
  return id;
};

/** How it stands on a day. */
export const standsOn = async (world: TestWorld, findingId: string, day: string): Promise<Finding> => {
  const kept = await findingById(world.open.database, world.open.content, findingId);
  if (!kept) throw new Error('no such finding');
  return findingOn(kept, day);
};
