import type { Place } from './profile.ts';

/** Of the countries the practice may choose; Ireland stands for those with the euro. */
const currencies: Readonly<Record<string, string>> = { US: 'USD', CA: 'CAD', GB: 'GBP', IE: 'EUR', EU: 'EUR', AU: 'AUD', NZ: 'NZD' };

/** The money a practice at this place takes, as ISO 4217. */
export const currencyOf = (place: Place): string => currencies[place.slice(0, 2)] ?? 'USD';
