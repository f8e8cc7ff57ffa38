import type { AllowedReason } from '../../shared/allowed.ts';

/** What the safety card says beside the words of the record and of the content. */
export const words = {
  /** What closes one place and not every other. */
  closed: {
    finding: 'A finding',
    'outside-clearance': 'Outside what was cleared',
    'medicine-none': 'A medicine',
    'not-offered': 'Not offered by this practice',
    'sensitive-off': 'Not turned on in this practice',
    'under-age': 'Not offered under age',
    'area-form-missing': 'Its own form is not signed',
    'area-form-ended': 'Its own form has ended',
    'unknown-area': 'A place of an older chart',
    // Readiness is of every day; that touch is over is of this one.
    'touch-over': 'Touch is over for today',
  } satisfies Partial<Record<AllowedReason, string>>,
  leftOutByOthers: 'Left out in the form that is signed beside theirs',
  about: (why: string, about: string) => `${why}: ${about}`,
  capped: {
    'finding-cap': 'A finding',
    'clearance-cap': 'What was cleared',
    'medicine-cap': 'A medicine',
  } satisfies Partial<Record<AllowedReason, string>>,
  medicinesNotTold: 'Medicines are not told',
  byClient: 'As the client allows',
  byClientThere: 'As the client allows in the places that are open',
  notAnswered: 'Not answered.',
  askAgain: 'Not answered. Ask again, in person and in private.',
  askToday: 'Not answered. Ask about it before contact.',
  notSure: 'Not sure, which counts as yes.',
  markPlaces: 'Its places are not marked yet.',
  notCleared: (from: string) => `Not cleared by ${from}.`,
  cleared: (from: string) => `Cleared by ${from}.`,
  /** Its last day is over, or it was overtaken: it opens nothing, and what it limits stays. */
  limitsStay: (from: string) => `Within what ${from} cleared before.`,
  atMost: (label: string) => `${label} at most.`,
  onlyPlaces: (labels: string) => `Only: ${labels}.`,
  answeredBy: (from: string, said: string) => `${from}: ${said}`,
  noted: (said: string) => `Noted: ${said}`,
  urgentIf: (signs: string) => `Urgent: ${signs}`,
  minutes: (count: number) => `At most ${count} minutes.`,
  decided: (reason: string) => `Decided: ${reason}`,
  toMatch: 'Not matched to a kind of medicine yet.',
  askAbout: (question: string) => `Ask: ${question}`,
  room: (what: string, chosen: string) => `${what}: ${chosen}`,
};
