import { Temporal } from 'temporal-polyfill';
import type { GateReason, InformationKind, Release, ReleaseState, SharingDirection, SharingPurpose, Verdict } from './releases.ts';
import { type CalendarDay, dayIn, type Instant, type Zone } from './time.ts';

/** Of a release, what the gate looks at. */
export type GateRelease = Pick<
  Release,
  | 'id'
  | 'formId'
  | 'standingId'
  | 'direction'
  | 'kinds'
  | 'measures'
  | 'purposes'
  | 'signedAt'
  | 'endsOn'
  | 'eventOn'
  | 'revokedAt'
  | 'replacedBy'
>;

/** What is about to go, and to whom. */
export type Sharing = {
  /** Who that is in the directory now, never a name. */
  readonly standingId: string;
  readonly direction: 'to' | 'from';
  readonly kinds: readonly InformationKind[];
  readonly measures: readonly string[];
  readonly purpose: SharingPurpose;
  /** Something in it is protected by 42 CFR Part 2. */
  readonly part2: boolean;
};

/** `day` and `zone` are the practice's: a permission ends with the day there, wherever the computer is. */
export type GateNow = { readonly day: CalendarDay; readonly zone: Zone; readonly place: string };

/** domain.md 5.3: no permission counts longer than twelve months; in Ontario it is not older than six when something goes [S45]. Part 2 alone may have no end (5.2). */
const longestMonths = 12;
const freshMonths: Readonly<Record<string, number>> = { 'CA-ON': 6 };

const signedOn = (release: GateRelease, { zone }: GateNow): CalendarDay | null =>
  release.signedAt === null ? null : dayIn(release.signedAt, zone);

const isOlderThan = (months: number, signed: CalendarDay, day: CalendarDay): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(signed).add({ months }), day) < 0;

/** Why it does not stand today; null where it does. */
export const fallen = (release: GateRelease, now: GateNow): GateReason | null => {
  const signed = signedOn(release, now);
  if (signed === null) return 'not-signed';
  if (release.revokedAt !== null) return 'revoked';
  if (release.eventOn !== null) return 'event-came';
  if (release.endsOn !== null && release.endsOn <= now.day) return 'expired';
  const isPart2 = release.formId === 'part2-consent';
  if (!isPart2 && isOlderThan(longestMonths, signed, now.day)) return 'expired';
  const fresh = freshMonths[now.place];
  if (!isPart2 && fresh !== undefined && isOlderThan(fresh, signed, now.day)) return 'too-old';
  if (release.replacedBy !== null) return 'replaced';
  return null;
};

/** Where it stands today (domain.md 5.3). */
export const releaseStateOf = (release: GateRelease, now: GateNow): ReleaseState => {
  const why = fallen(release, now);
  if (why === null) return 'active';
  if (why === 'not-signed') return 'draft';
  return why === 'revoked' || why === 'replaced' ? why : 'expired';
};

/** What was made ready and what the client chose of it: the narrower of both; null where they have nothing in common. */
export const narrowerOf = (one: SharingDirection, other: SharingDirection): SharingDirection | null => {
  if (one === 'both') return other;
  return other === 'both' || other === one ? one : null;
};

const missingFrom = <T extends string>(held: readonly T[], asked: readonly T[]): readonly T[] => {
  const covered = new Set(held);
  return [...new Set(asked)].filter((one) => !covered.has(one));
};

type Judged = { readonly reason: GateReason; readonly missing: readonly string[] };

/** Why this one does not cover it; null where it does. */
const judged = (release: GateRelease, asked: Sharing, now: GateNow): Judged | null => {
  if (release.standingId !== asked.standingId) return { reason: 'other-recipient', missing: [] };
  const fell = fallen(release, now);
  if (fell !== null) return { reason: fell, missing: [] };
  if (release.direction !== 'both' && release.direction !== asked.direction) return { reason: 'direction', missing: [] };
  if (!release.purposes.includes(asked.purpose)) return { reason: 'purpose', missing: [] };
  const kinds = missingFrom(release.kinds, asked.kinds);
  if (kinds.length > 0) return { reason: 'kinds', missing: kinds };
  const measures = missingFrom(release.measures, asked.measures);
  return measures.length > 0 ? { reason: 'measures', missing: measures } : null;
};

/** The later in this order, the nearer it came: what is said is what is left to be asked of the client. */
const nearness: readonly GateReason[] = [
  'no-release',
  'other-recipient',
  'not-signed',
  'replaced',
  'revoked',
  'event-came',
  'expired',
  'too-old',
  'direction',
  'purpose',
  'kinds',
  'measures',
];

type Nearest = Judged & { readonly releaseId: string | null };

const nearer = (one: Nearest, other: Nearest): Nearest => {
  const byReason = nearness.indexOf(other.reason) - nearness.indexOf(one.reason);
  if (byReason !== 0) return byReason > 0 ? other : one;
  return other.missing.length < one.missing.length ? other : one;
};

/** A Part 2 permission names its recipients and purpose in words; who it was made ready for, and that it stands, is what can be held against it. */
const part2For = (releases: readonly GateRelease[], asked: Sharing, now: GateNow): GateRelease | undefined =>
  releases.find(
    (release) =>
      release.formId === 'part2-consent' &&
      release.standingId === asked.standingId &&
      fallen(release, now) === null &&
      (release.direction === 'both' || release.direction === asked.direction),
  );

/**
 * Whether something may go to somebody outside, on one signed permission that covers recipient, way, purpose and every kind of
 * information together; two that each cover half are none. The one gate for letters, prints, exports and what is told on the phone.
 */
export const gate = (releases: readonly GateRelease[], asked: Sharing, now: GateNow): Verdict => {
  let nearest: Nearest = { reason: 'no-release', missing: [], releaseId: null };
  for (const release of releases) {
    if (release.formId === 'part2-consent') continue;
    const why = judged(release, asked, now);
    if (why !== null) {
      nearest = nearer(nearest, { ...why, releaseId: why.reason === 'other-recipient' ? null : release.id });
      continue;
    }
    if (!asked.part2) return { permitted: true, releaseId: release.id, part2ReleaseId: null };
    const part2 = part2For(releases, asked, now);
    if (part2) return { permitted: true, releaseId: release.id, part2ReleaseId: part2.id };
    return { permitted: false, reason: 'part2', releaseId: release.id, missing: [] };
  }
  return { permitted: false, reason: nearest.reason, releaseId: nearest.releaseId, missing: [...nearest.missing] };
};

/** The permissions of a moment that is over: those signed by then, without what was only taken back, ended or replaced later. */
export const asTheyStood = (releases: readonly GateRelease[], then: Instant, zone: Zone): readonly GateRelease[] => {
  const signedLater = (id: string | null): boolean => (releases.find((one) => one.id === id)?.signedAt ?? '') > then;
  return releases
    .filter(({ signedAt }) => signedAt !== null && signedAt <= then)
    .map((release) => ({
      ...release,
      revokedAt: release.revokedAt !== null && release.revokedAt > then ? null : release.revokedAt,
      eventOn: release.eventOn !== null && release.eventOn > dayIn(then, zone) ? null : release.eventOn,
      replacedBy: signedLater(release.replacedBy) ? null : release.replacedBy,
    }));
};

/** What may stand in the place of a release (security.md): recorded as what it is. */
export const releaseExceptions = ['to_client', 'legal_duty', 'emergency'] as const;
export type ReleaseException = (typeof releaseExceptions)[number];
