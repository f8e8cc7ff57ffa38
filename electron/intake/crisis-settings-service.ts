import { Temporal } from 'temporal-polyfill';
import { Refusal, Refused } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { CheckedNumbers } from '../../shared/safety.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { profileOf } from '../practice/profile-repository.ts';
import { nearestFirst } from './crisis-places.ts';
import { numbersFor, numbersVersion, replaceNumbers } from './crisis-settings-repository.ts';

/** The numbers somebody checked for the place the practice is in now; null until then. Older than a year they are still shown. */
export const checkedNumbers = async (practice: Practice): Promise<CheckedNumbers | null> =>
  numbersFor(practice.db, (await profileOf(practice.db)).place);

const yearIsOver = (checkedOn: CalendarDay, today: CalendarDay): boolean =>
  Temporal.PlainDate.compare(today, Temporal.PlainDate.from(checkedOn).add({ years: 1 })) > 0;

export const crisisSettings = async (practice: Practice, _: ParsedInputOf<'crisis.settings'>): Promise<OutputOf<'crisis.settings'>> => {
  const { place, zone } = await profileOf(practice.db);
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
    isDue: saved !== null && yearIsOver(saved.checkedOn, dayIn(practice.now(), practice.zone ?? zone)),
    version: await numbersVersion(practice.db),
  };
};

const refuseTomorrow = (practice: Practice, checkedOn: CalendarDay, zone: string): void => {
  if (checkedOn > dayIn(practice.now(), practice.zone ?? zone)) throw new Refusal('day-in-future');
};

const keep = async (tx: Tx, practice: Practice, input: ParsedInputOf<'crisis.set'>): Promise<CheckedNumbers> => {
  const { place, zone } = await profileOf(tx);
  refuseTomorrow(practice, input.checkedOn, zone);
  const kept = await replaceNumbers(tx, input.version, { place, numbers: input.numbers, checkedOn: input.checkedOn }, practice.actor.id);
  const saved = await numbersFor(tx, place);
  if (!kept || !saved) throw new Refused({ code: 'conflict', current: { version: await numbersVersion(tx), saved } });
  return saved;
};

export const setCrisisNumbers = async (practice: Practice, input: ParsedInputOf<'crisis.set'>): Promise<OutputOf<'crisis.set'>> => {
  if (!input.confirmed) throw new Refusal('not-confirmed');
  const saved = await practice.write(async (tx) => {
    const kept = await keep(tx, practice, input);
    await recordAudit(tx, practice, {});
    return kept;
  });
  practice.changed('safety', 'handover');
  return { version: input.version + 1, saved };
};
