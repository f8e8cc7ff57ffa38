import { asTheyStood, type GateNow, type GateRelease, gate, releaseStateOf, type Sharing } from '../../shared/release-gate.ts';
import { informationKinds, sharingDirections, sharingPurposes } from '../../shared/releases.ts';
import type { Chance } from './chance.ts';
import { counts, dayThere, type Held } from './release-reference.ts';
import { wrongVerdict } from './release-told.ts';

const people = ['okafor', 'okafor-elsewhere', 'lee'] as const;
const measures = ['suds', 'phq-9', 'pcl-5'] as const;
const zones = ['America/Toronto', 'Pacific/Auckland', 'Asia/Kolkata', 'America/Los_Angeles', 'Europe/London'] as const;
const places = ['CA-ON', 'CA-ON', 'CA-QC', 'US-MA', 'GB'] as const;
const day = 86_400_000;
const first = Date.UTC(2026, 0, 1);

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** Of a list some, rather most of it. */
const most = <T>(chance: Chance, from: readonly T[]): T[] => from.filter(() => chance.below(8) > 0);
const few = <T>(chance: Chance, from: readonly T[], at: number): T[] =>
  Array.from({ length: chance.below(at + 1) }, () => chance.pick(from));
const seldom = <T>(chance: Chance, one: () => T): T | null => (chance.below(14) === 0 ? one() : null);

/** About the day something would end: on it, before or after it, or any day. */
const dayNear = (chance: Chance, { signedAt, endsOn }: GateRelease): string => {
  const signed = Date.parse(signedAt ?? new Date(first).toISOString());
  const later = new Date(signed);
  const near = (at: number): string => dayOf(at + (chance.below(5) - 2) * day);
  switch (chance.below(5)) {
    case 0:
      return near(endsOn === null ? signed : Date.parse(endsOn));
    case 1:
      return near(Date.UTC(later.getUTCFullYear(), later.getUTCMonth() + 6, later.getUTCDate()));
    case 2:
      return near(Date.UTC(later.getUTCFullYear() + 1, later.getUTCMonth(), later.getUTCDate()));
    default:
      return dayOf(signed + chance.below(200) * day);
  }
};

const someRelease = (chance: Chance, at: number): GateRelease => {
  const signed = first + chance.below(900) * day + chance.pick([0, 1, 3, 5, 12, 19, 23]) * 3_600_000 + chance.below(60) * 60_000;
  const moment = (): string => new Date(signed + chance.below(300) * day).toISOString();
  return {
    id: `r${at}`,
    formId: chance.below(4) === 0 ? 'part2-consent' : 'release-of-information',
    standingId: chance.below(4) === 0 ? chance.pick(people) : 'okafor',
    direction: chance.pick(sharingDirections),
    kinds: most(chance, informationKinds),
    measures: most(chance, measures),
    purposes: most(chance, sharingPurposes),
    signedAt: seldom(chance, () => '') === '' ? null : new Date(signed).toISOString(),
    endsOn: chance.below(2) === 0 ? null : dayOf(signed + (1 + chance.below(366)) * day),
    eventOn: seldom(chance, () => dayOf(signed + day)),
    revokedAt: seldom(chance, moment),
    replacedBy: seldom(chance, () => `r${at + 1}`),
  };
};

const heldFrom = (release: GateRelease): Held => ({
  id: release.id,
  who: release.standingId,
  ways: release.direction === 'both' ? ['to', 'from'] : [release.direction],
  kinds: release.kinds,
  measures: release.measures,
  purposes: release.purposes,
  isPart2: release.formId === 'part2-consent',
  signed: release.signedAt,
  ends: release.endsOn,
  isOver: [release.revokedAt, release.eventOn, release.replacedBy].some((one) => one !== null),
});

/** The same at a moment that is over. */
const heldThen = (all: readonly GateRelease[], then: number, zone: string): Held[] => {
  const was = (moment: string | null | undefined): boolean => typeof moment === 'string' && Date.parse(moment) <= then;
  return all.map((release) => {
    const by = release.replacedBy === null ? null : (all.find(({ id }) => id === release.replacedBy)?.signedAt ?? '1970-01-01');
    const came = release.eventOn !== null && release.eventOn <= dayThere(new Date(then).toISOString(), zone);
    return {
      ...heldFrom(release),
      signed: was(release.signedAt) ? release.signedAt : null,
      isOver: was(release.revokedAt) || came || was(by),
    };
  });
};

/** What had gone at a moment before anything came that ended it. */
const wrongThen = (chance: Chance, releases: readonly GateRelease[], asked: Sharing, now: GateNow): readonly string[] => {
  const moments = releases.flatMap(({ signedAt, revokedAt, eventOn }) => [signedAt, revokedAt, eventOn].flatMap((one) => one ?? []));
  const about = moments.length > 0 ? Date.parse(chance.pick(moments)) : Date.parse(now.day);
  const then = about + chance.pick([-day, -1, 0, 1, 3_600_000, day, 40 * day]);
  const at = new Date(then).toISOString();
  const there = { ...now, day: dayThere(at, now.zone) };
  const wanted = { ...asked, who: asked.standingId, way: asked.direction };
  return wrongVerdict(gate(asTheyStood(releases, at, now.zone), asked, there), heldThen(releases, then, now.zone), wanted, there);
};

/** One case for the gate: a few permissions and something about to go, rather near to what they cover. */
export const tryCase = (chance: Chance): { readonly permitted: boolean; readonly wrong: readonly string[]; readonly seen: unknown } => {
  const releases = Array.from({ length: chance.below(4) }, (_, at) => someRelease(chance, at));
  const asked: Sharing = {
    standingId: chance.below(5) === 0 ? chance.pick(people) : 'okafor',
    direction: chance.below(3) === 0 ? 'from' : 'to',
    kinds: few(chance, informationKinds, 3),
    measures: few(chance, measures, 1),
    purpose: chance.pick(sharingPurposes),
    part2: chance.below(4) === 0,
  };
  const about = releases.length > 0 ? chance.pick(releases) : someRelease(chance, 9);
  const now: GateNow = { day: dayNear(chance, about), zone: chance.pick(zones), place: chance.pick(places) };
  const held = releases.map(heldFrom);
  const verdict = gate(releases, asked, now);
  const wrong = [
    ...wrongVerdict(verdict, held, { ...asked, who: asked.standingId, way: asked.direction }, now),
    ...wrongThen(chance, releases, asked, now).map((one) => `then: ${one}`),
    ...releases.flatMap((release, at) =>
      (releaseStateOf(release, now) === 'active') === counts(held[at]!, now) ? [] : [`${release.id} is ${releaseStateOf(release, now)}`],
    ),
  ];
  return { permitted: verdict.permitted, wrong, seen: { releases, asked, now, verdict } };
};
