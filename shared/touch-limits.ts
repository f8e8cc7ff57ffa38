import type { AllowedReason, Reason, TouchLimits } from './allowed.ts';
import type { ContactLevel } from './body-areas.ts';
import type { Finding } from './finding.ts';
import { clearedScope, closedPlaces, isOpen } from './finding-rules.ts';
import type { Readiness, ReadinessCode, ReadinessReason } from './readiness.ts';
import type { TakenMedicine } from './readiness-rule.ts';
import type { CalendarDay } from './time.ts';

/** Nothing is taken away. */
export const noLimits: TouchLimits = { general: [], closed: [], within: [], caps: [] };

const because = (code: AllowedReason, about: string | null, day: CalendarDay | null = null): Reason =>
  about === null ? { code, day } : { code, day, about };

const closesAll = ({ state, code, about, day }: ReadinessReason): readonly Reason[] => {
  // Forms and caps are told where they are looked at.
  if (code === 'guardian-missing' || code === 'medicine-none') return [];
  // However many were not answered, it is one thing to do.
  if (code === 'not-answered') return [because(state === 'not-now' ? 'not-now' : 'needs-clearance', null)];
  if (state === 'not-now') return [because('not-now', about, day)];
  if (state === 'needs-clearance') return [because('needs-clearance', about, day)];
  if (code === 'change-open') return [because('change-open', null)];
  if (code === 'no-health-screen' || code === 'health-screen-open') return [because('no-health-screen', null)];
  return code === 'no-intake' ? [because('no-intake', null)] : [];
};

/** The firmest contact there is limits nothing. */
const capAt = (ceiling: ContactLevel | null, codes: readonly string[] | null, reason: Reason): TouchLimits['caps'] =>
  ceiling === null || ceiling === 4 ? [] : [{ codes, ceiling, reason }];

const ofFinding = (finding: Finding): Pick<TouchLimits, 'closed' | 'within' | 'caps'> => {
  const about = finding.item.condition;
  const scope = clearedScope(finding);
  const closed = closedPlaces(finding);
  return {
    closed: closed.length > 0 ? [{ codes: closed, reason: because('finding', about) }] : [],
    within: scope?.areas ? [{ codes: scope.areas, reason: because('outside-clearance', about) }] : [],
    caps: [
      ...capAt(finding.item.ceiling, null, because('finding-cap', about)),
      ...capAt(scope?.ceiling ?? null, null, because('clearance-cap', about)),
    ],
  };
};

const ofMedicine = ({ medicine, of }: TakenMedicine): TouchLimits['caps'] =>
  // A site that is not marked yet closes everything by readiness.
  of ? capAt(of.ceiling, of.scope === 'site' ? (medicine.areas ?? []) : null, because('medicine-cap', medicine.name)) : [];

const toldOnce = (reasons: readonly Reason[]): readonly Reason[] => [
  ...new Map(reasons.map((reason) => [`${reason.code} ${reason.about ?? ''} ${reason.day ?? ''}`, reason])).values(),
];

/** C2, light: what contact stays at while a medicine may be anything: not told, not listed, or not looked at (redflags.json, s-medicines). */
const light = 2;
const unknownMedicine: readonly ReadinessCode[] = ['medicines-not-told', 'medicine-to-list', 'medicine-to-match'];

/** What findings, medicines, and what was not asked or gone through yet take away from what the client allows. */
export const touchLimits = (facts: {
  readonly findings: readonly Finding[];
  readonly medicines: readonly TakenMedicine[];
  readonly readiness: Readiness;
}): TouchLimits => {
  const found = facts.findings.filter(isOpen).map(ofFinding);
  const isUnknown = facts.readiness.reasons.some(({ code }) => unknownMedicine.includes(code));
  return {
    general: toldOnce(facts.readiness.reasons.flatMap(closesAll)),
    closed: found.flatMap(({ closed }) => closed),
    within: found.flatMap(({ within }) => within),
    caps: [
      ...found.flatMap(({ caps }) => caps),
      ...facts.medicines.flatMap(ofMedicine),
      ...(isUnknown ? capAt(light, null, because('medicine-cap', null)) : []),
    ],
  };
};
