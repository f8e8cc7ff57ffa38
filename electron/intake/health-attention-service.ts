import { Temporal } from 'temporal-polyfill';
import type { OutputOf } from '../../shared/calls.ts';
import { limits } from '../../shared/limits.ts';
import { dayIn } from '../../shared/time.ts';
import type { Practice } from '../practice/practice.ts';
import { zoneHere } from '../practice/today.ts';
import { findingById, foldForToday } from './findings-repository.ts';
import { healthToAttend, judgedByOther } from './health-attention-repository.ts';
import { classesOf, editionOf } from './health-content.ts';

/** How many days before its day the end of a clearance is said to come up. */
const endsSoonDays = 30;

/** After an update of the content what is open is judged anew, once. */
const judgeAnew = async ({ db, content, write }: Practice): Promise<void> => {
  const others = await judgedByOther(db, editionOf(content));
  if (others.length === 0) return;
  await write(async (tx) => {
    for (const id of others) {
      const kept = await findingById(tx, content, id);
      if (kept) await foldForToday(tx, content, kept);
    }
  });
};

export const healthAttention = async (practice: Practice): Promise<OutputOf<'health.attention'>> => {
  await judgeAnew(practice);
  const zone = await zoneHere(practice);
  const today = dayIn(practice.now(), zone);
  const classes = classesOf(practice.content);
  const { rows, total } = await healthToAttend(practice.db, {
    today,
    until: Temporal.PlainDate.from(today).add({ days: endsSoonDays }).toString(),
    classes: classes.map(({ id }) => id),
    siteClasses: classes.filter(({ scope }) => scope === 'site').map(({ id }) => id),
    most: limits.page,
  });
  return {
    attention: rows.map(({ since, ...one }) => ({ ...one, day: one.kind === 'clearance-ends' ? since : dayIn(since, zone) })),
    more: total - rows.length,
  };
};
