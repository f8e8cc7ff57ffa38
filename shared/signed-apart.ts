const apart: ReadonlySet<string> = new Set(['release-of-information', 'part2-consent', 'photo-consent', 'students-observers']);

/** Forms signed once for each recipient, picture or visit: each of their signatures stands by itself, and a newer one takes the place of none. */
export const isSignedApart = (formId: string): boolean => apart.has(formId);

/** The same, to look for in the database. */
export const signedApart: readonly string[] = [...apart];
