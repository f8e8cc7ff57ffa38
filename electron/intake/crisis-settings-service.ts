import { Temporal } from 'temporal-polyfill';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { CheckedNumbers } from '../../shared/safety.ts';
import type { CalendarDay } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { todayHere } from '../practice/today.ts';
import { nearestFirst } from './crisis-places.ts';
import { numbersFor, numbersVersion, replaceNumbers } from './crisis-settings-repository.ts';

/** The numbers somebody checked for the place the practice is in now; null until then. Older than a year they are still shown. */
export const checkedNumbers = async (practice: Practice): Promise<CheckedNumbers | null> =>
  numbersFor(practice.db, (await getProfile(practice)).place);

const areOver = (years: number, checkedOn: CalendarDay, today: CalendarDay): boolean =>
  Temporal.PlainDate.compare(today, Temporal.PlainDate.from(checkedOn).add({ years })) > 0;

/** Whether a client may be left alone with questions whose answers lead to the numbers: somebody checked them in the last two years. */
export const numbersMayBeShown = async (practice: Practice): Promise<boolean> => {
  const saved = await checkedNumbers(practice);
  return saved !== null && !areOver(2, saved.checkedOn, await todayHere(practice));
};

export const crisisSettings = async (practice: Practice, _: ParsedInputOf<'crisis.settings'>): Promise<OutputOf<'crisis.settings'>> => {
  const { place } = await getProfile(practice);
  const saved = await numbersFor(practice.db, place);
  return {
    place,
    suggested: nearestFirst(practice.content.safe.crisis_resources, place).map(({ verified, country, emergency, crisis, text, note }) => ({
      country,
      checked: verified.startsWith('yes'),
      emergency,
      crisis,
      text,
      note,
    })),
    saved,
    isDue: saved !== null && areOver(1, saved.checkedOn, await todayHere(practice)),
    version: await numbersVersion(practice.db),
  };
};

export const setCrisisNumbers = async (
  practice: Practice,
  { version, numbers, checkedOn, confirmed }: ParsedInputOf<'crisis.set'>,
): Promise<OutputOf<'crisis.set'>> => {
  if (!confirmed) throw new Refusal('not-confirmed');
  if (checkedOn > (await todayHere(practice))) throw new Refusal('day-in-future');
  const { place } = await getProfile(practice);
  const kept = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const isKept = await replaceNumbers(tx, version, { place, numbers, checkedOn }, practice.actor.id);
    const saved = await numbersFor(tx, place);
    if (!isKept || !saved) throw new Refused({ code: 'conflict', current: { version: await numbersVersion(tx), saved } });
    await recordAudit(tx, practice, {});
    return saved;
  });
  practice.changed('safety', 'handover');
  return { version: version + 1, saved: kept };
};
