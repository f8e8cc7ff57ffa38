import { Temporal } from 'temporal-polyfill';
import type { Finding } from './finding.ts';
import { callsForHelp, moreCareful, standingOf } from './finding-rules.ts';
import type { CalendarDay } from './time.ts';

/** Where no touch at all, or help at once, was called for, a client’s word that a clinician cleared it is not enough: it needs the paper. */
export const needsPaper = (findings: readonly Pick<Finding, 'item' | 'events'>[]): boolean =>
  findings.some(({ item, events }) => {
    const { raised } = standingOf(item, events);
    const kind = raised ? moreCareful(raised, item.kind) : item.kind;
    return callsForHelp(item.action) || kind === 'emergency' || kind === 'absolute';
  });

/** A clearance is looked at again within two years of the day it came. */
export const latestEnd = (receivedOn: CalendarDay): CalendarDay => Temporal.PlainDate.from(receivedOn).add({ years: 2 }).toString();
