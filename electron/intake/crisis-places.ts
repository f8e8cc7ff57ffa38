/** What the content calls a country where it is not the code of the practice's place. */
const calledHere: Readonly<Record<string, string>> = { GB: 'UK' };

const inTheUnion = new Set('AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '));

const anywhere = 'OTHER';

/** What fits a place, the nearest first: its own country, then the union it is part of. Where neither does, the entry that names no number. */
const fitting = (countries: ReadonlySet<string>, place: string): readonly string[] => {
  const [code = ''] = place.split('-');
  const near = [calledHere[code] ?? code, ...(inTheUnion.has(code) ? ['EU'] : [])].filter((country) => countries.has(country));
  return near.length > 0 ? near : [anywhere];
};

/** Numbers of the practice's place first, then those of other places in the order of the content; what is for anywhere else last. */
export const nearestFirst = <T extends { readonly country: string }>(resources: readonly T[], place: string): readonly T[] => {
  const near = fitting(new Set(resources.map(({ country }) => country)), place);
  const rank = ({ country }: T): number => {
    const at = near.indexOf(country);
    if (at >= 0) return at;
    return near.length + Number(country === anywhere);
  };
  return [...resources].sort((one, other) => rank(one) - rank(other));
};
