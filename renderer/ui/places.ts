import type { TFunction } from 'i18next';
import { resources } from '../words.ts';

/** Countries by ISO 3166-1; their names come from the browser's own tables in the person's language. */
const countryCodes =
  'AD AE AF AG AI AL AM AO AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GT GU GW GY HK HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'.split(
    ' ',
  );

export type Choice = { readonly value: string; readonly label: string };

const names = new Intl.DisplayNames('en', { type: 'region' });
export const countryName = (code: string): string => names.of(code) ?? code;

export const countries: readonly Choice[] = countryCodes
  .map((value) => ({ value, label: countryName(value) }))
  .toSorted((one, other) => one.label.localeCompare(other.label, 'en'));

/** Where rules differ inside a country, its parts; else null. */
export const regionsOf = (country: string, t: TFunction<'places'>): readonly Choice[] | null => {
  if (country !== 'US' && country !== 'CA' && country !== 'GB') return null;
  const parts = resources.places[country];
  return Object.keys(parts).map((code) => ({ value: `${country}-${code}`, label: t(`${country}.${code}` as 'US.AL') }));
};

type PlaceWords = { readonly settings: TFunction<'settings'>; readonly places: TFunction<'places'> };

/** `Ontario, Canada` */
export const placeName = (place: string, t: PlaceWords): string => {
  const country = place.slice(0, 2);
  const region = regionsOf(country, t.places)?.find((one) => one.value === place)?.label;
  return region ? t.settings('placeOf', { region, country: countryName(country) }) : countryName(country);
};

/** Countries that print on Letter. */
export const paperOf = (country: string): 'letter' | 'a4' =>
  'US CA MX PR PH CO CL VE CR PA GT SV DO NI'.split(' ').includes(country) ? 'letter' : 'a4';

export const zones: readonly string[] = Intl.supportedValuesOf('timeZone');
