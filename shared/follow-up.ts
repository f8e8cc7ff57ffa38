import { addDays } from './schedule-time.ts';
import type { SessionContent } from './session-content.ts';
import type { SessionState } from './session-state.ts';
import type { SessionEnd } from './sessions.ts';
import type { CalendarDay } from './time.ts';

type Seen = Pick<SessionState, 'sightings' | 'checkIns' | 'pauses' | 'episodes'>;

/** The higher of the two grades that was seen, as a number: 2 for D2 or H2. A number of 7 or more is H2, two more than the last one H1. */
const highestGrade = ({ sightings, checkIns, pauses }: Seen, strong: number): number => {
  const grades = sightings.flatMap(({ dissociation, arousal }) => [dissociation, arousal]).map((grade) => Number(grade?.slice(1) ?? 0));
  const isStrong = checkIns.some(({ distress }) => typeof distress === 'number' && distress >= strong);
  const hasRisen = pauses.some(({ reason }) => reason === 'check-in');
  return Math.max(0, ...grades, isStrong ? 2 : 0, hasRisen ? 1 : 0);
};

const distressRule = ({ resumeRule }: Pick<SessionContent, 'resumeRule'>): number => resumeRule.distressAtLeast;

export type Aftercare = SessionContent['aftercare'][number];
export type OfferedAftercare = {
  readonly item: Aftercare;
  readonly isTicked: boolean;
  /** What a person has to decide, in the words of the content; null where nothing has to be. */
  readonly when: string | null;
};

const always = 'always';
const afterSigns = 'any D1+ or H1+ in session';

/** What to give along (aftercare.json, show_when): what is about this session is told from it, what is about the person is for a person to tick. */
export const aftercareFor = (content: Pick<SessionContent, 'aftercare' | 'resumeRule'>, state: Seen): readonly OfferedAftercare[] =>
  content.aftercare.flatMap((item): OfferedAftercare[] => {
    if (item.showWhen === always) return [{ item, isTicked: item.defaultOn, when: null }];
    if (item.showWhen !== afterSigns) return [{ item, isTicked: false, when: item.showWhen }];
    return highestGrade(state, distressRule(content)) >= 1 ? [{ item, isTicked: item.defaultOn, when: null }] : [];
  });

/** After D3 or H3, or more, it is advised strongly not to drive (redflags.json, grounding 11). */
export const isDrivingAdvisedAgainst = (content: Pick<SessionContent, 'resumeRule'>, state: Seen): boolean =>
  highestGrade(state, distressRule(content)) >= 3;

export type FollowUpKind = SessionEnd['tasks'][number]['what'];
export type OfferedFollowUp = { readonly what: FollowUpKind; readonly dueOn: CalendarDay; readonly isTicked: boolean };

/** P3 or more, graded or not: touch was over, or waited for the resume rule. */
const isGrave = ({ episodes }: Seen): boolean => episodes.some(({ weight }) => weight !== null && weight !== 'ask');

type About = { readonly today: CalendarDay; readonly hasTherapist: boolean };

/**
 * What is done afterwards, and when (redflags.json, follow_up). What a flag asks for is ticked; the rest is offered. A message goes out only
 * where the client allows it, which a person reads and ticks.
 */
export const followUpFor = (
  content: Pick<SessionContent, 'resumeRule'>,
  state: Seen,
  { today, hasTherapist }: About,
): readonly OfferedFollowUp[] => {
  const isFlagged = state.episodes.length > 0;
  const offered = (what: FollowUpKind, days: number, isTicked: boolean): OfferedFollowUp => ({
    what,
    dueOn: addDays(today, days),
    isTicked,
  });
  return [
    ...(isGrave(state) || highestGrade(state, distressRule(content)) >= 2 ? [offered('home-safe', 0, true)] : []),
    offered('message', 2, false),
    ...(hasTherapist ? [offered('therapist', 7, isFlagged)] : []),
    offered('review', 14, isFlagged),
  ];
};
