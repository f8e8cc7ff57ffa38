import type { TFunction } from 'i18next';
import type { AllowedArea, AllowedReason, Reason } from '../../shared/allowed.ts';
import type { ConsentMap } from '../../shared/consent-map.ts';
import { dayIn } from '../../shared/time.ts';
import { dayWords, here } from '../dates.ts';

const datedReasons = [
  'consent-ended',
  'consent-withdrawn',
  'guardian-missing',
  'decision-maker-missing',
  'area-form-ended',
  'marked-out',
] as const satisfies readonly AllowedReason[];
const isDated = (code: AllowedReason): code is (typeof datedReasons)[number] => datedReasons.some((one) => one === code);

const namedReasons = [
  'not-now',
  'needs-clearance',
  'finding',
  'outside-clearance',
  'medicine-none',
  'finding-cap',
  'clearance-cap',
  'medicine-cap',
] as const satisfies readonly AllowedReason[];
const isNamed = (code: AllowedReason): code is (typeof namedReasons)[number] => namedReasons.some((one) => one === code);

/** Why a place is closed, asked for, or takes only so much. A reason without words does not compile. */
export const reasonWords = (t: TFunction<'maps'>, { code, day, about }: Reason): string => {
  if (about !== undefined && isNamed(code)) return t(`reasonAbout.${code}`, { about });
  return day !== null && isDated(code) ? t(`reasonOn.${code}`, { day: dayWords(day) }) : t(`reason.${code}`);
};

/** So many of what one reason comes from are named. */
const few = 3;

/** Each reason once, with the first of what it comes from: twenty findings would hide the one line about a form. */
export const reasonsOnce = (t: TFunction<'maps'>, reasons: readonly Reason[]): readonly string[] =>
  [...Map.groupBy(reasons, ({ code }) => code).values()].flatMap((alike) => {
    const names = [...new Set(alike.flatMap(({ about }) => about ?? []))];
    const [first] = alike;
    if (!first || names.length < 2) return alike.slice(0, 1).map((reason) => reasonWords(t, reason));
    const more = names.length > few + 1 ? names.length - few : 0;
    const list = names.slice(0, names.length - more).join('; ');
    return [reasonWords(t, { ...first, about: more > 0 ? t('place.names', { names: list, count: more }) : list })];
  });

/** How a place that is open is held. Beside what closes a place they would only confuse. */
const howOpen: readonly AllowedReason[] = [
  'marked-ask',
  'stopped-today',
  'tier-ask',
  'tier-written',
  'ceiling',
  'today-ceiling',
  'area-ceiling',
  'finding-cap',
  'clearance-cap',
  'medicine-cap',
];

/** Why a place is as it is: of a closed one what closes it, with the day of the map where it was the client's own mark. */
export const reasonsOf = (
  t: TFunction<'maps'>,
  { holds, reasons }: Pick<AllowedArea, 'holds' | 'reasons'>,
  map: ConsentMap | null,
): readonly string[] =>
  reasonsOnce(
    t,
    reasons
      .filter(({ code }) => holds !== 'no' || !howOpen.includes(code))
      .map((reason) =>
        reason.code === 'marked-out' && map && reason.day === null ? { ...reason, day: dayIn(map.madeAt, here().zone) } : reason,
      ),
  );
