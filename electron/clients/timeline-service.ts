import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { TimelineEntry } from '../../shared/timeline.ts';
import type { Practice } from '../practice/practice.ts';
import { getClient } from './clients-service.ts';
import { timelineOf } from './timeline-repository.ts';

export const getTimeline = async (practice: Practice, input: ParsedInputOf<'clients.timeline'>): Promise<OutputOf<'clients.timeline'>> => {
  await getClient(practice, { id: input.clientId });
  const { entries, total } = await timelineOf(practice.db, { ...input, until: practice.now() });
  return { entries: entries.map((entry) => TimelineEntry.parse(entry)), total };
};
