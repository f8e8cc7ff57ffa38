import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { incidentsToAttend } from './incidents-attention-repository.ts';

export const incidentsToFollowUp = async (practice: Practice): Promise<OutputOf<'incidents.attention'>> => {
  const zone = await zoneHere(practice);
  const { rows, total } = await incidentsToAttend(practice.db, limits.page);
  return { attention: rows.map(({ since, ...one }) => ({ ...one, day: dayIn(since, zone) })), more: total - rows.length };
};
