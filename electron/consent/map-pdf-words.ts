import type { ContactLevel } from '../../shared/body-areas.ts';
import type { MapSource } from '../../shared/consent-map.ts';
import type { ChartSign } from '../documents/pdf-chart-signs.ts';
import { words as printed } from './consent-pdf-words.ts';

/** What a body map says on paper beside the names of its places. */
export const words = {
  title: 'Body map',
  blankLead: 'Mark where contact is welcome, and where it is not',
  made: 'Made',
  how: 'How',
  source: {
    together: (by: string) => `Made together with ${by}`,
    intake: (by: string) => `Marked by the client in the intake, gone through with ${by}`,
    consent: (by: string) => `Marked by the client in a signed consent, completed with ${by}`,
    handover: (by: string) => `Closed by the client on the screen, before it was read through with ${by}`,
    withdrawal: (by: string) => `Places taken back, written down by ${by}`,
  } satisfies Record<MapSource, (by: string) => string>,
  standing: 'Counts',
  inForce: (day: string) => `In force on ${day}, when this was printed`,
  replaced: (day: string) => `No more: a newer map was made on ${day}`,
  ceiling: 'Firmest contact',
  stop: 'Stop signal',
  noStop: 'Not agreed yet',
  stopWord: (word: string) => `The word “${word}”`,
  stopGesture: (gesture: string) => `the signal: ${gesture}`,
  stopGestureAlone: (gesture: string) => `The signal: ${gesture}`,
  captions: { front: 'Front', back: 'Back', 'inset-head': 'Side of the head', 'inset-soles': 'Soles of the feet' },
  letters: { left: 'L', right: 'R' },
  sides: 'L and R are the person’s own left and right.',
  signs: {
    in: printed.areas.yes,
    ask: printed.areas.ask,
    out: printed.areas.no,
    none: 'Not marked, so out',
    'not-offered': 'Not offered',
  } satisfies Record<ChartSign, string>,
  regions: {
    head: 'Head',
    neck: 'Neck',
    shoulder: 'Shoulders',
    arm: 'Arms',
    hand: 'Hands',
    chest: 'Chest',
    back: 'Back',
    abdomen: 'Belly',
    trunk: 'Trunk',
    pelvis: 'Hips and pelvis',
    leg: 'Legs',
    foot: 'Feet',
  },
  otherRegion: 'Other',
  places: 'Place by place',
  states: { yes: printed.areas.yes, ask: printed.areas.ask, no: 'Out, as marked' },
  atMost: (label: string) => `${label.toLowerCase()} at most`,
  /** The firmest that is allowed there is none. */
  nothingAtAll: (label: string) => label.toLowerCase(),
  withCeiling: (place: string, ceiling: string) => `${place} (${ceiling})`,
  nothingMarked: 'No place is marked. Every place is out.',
  unlistedOut: 'A place that is not listed is out.',
  notOffered: 'Not offered by this practice, and out',
  offNow: 'Marked, but not offered here now, and out',
  unknown: 'Marked under a name that is not used any more, and out',
  changes: 'What changed since the map before',
  changesOf: (moment: string) => `The map before was made on ${moment}.`,
  now: { yes: 'Now in', ask: 'Now ask me each time', no: 'Now out' },
  was: { yes: 'was in', ask: 'was ask me each time', no: 'was out' },
  nowAtMost: (limit: string) => `now ${limit}`,
  ceilingChanged: (before: string, now: string) => `${now}; it was ${before.toLowerCase()}`,
  said: 'In their words',
  promise:
    'Nothing begins without a spoken yes on the day, wherever it is. All of this can be changed at any time, and taken back at once.',
  alt: (parts: readonly string[]) => ['Body chart, front and back.', ...parts].join(' '),
  altPart: (title: string, places: readonly string[]) => `${title}: ${places.join('; ')}.`,
  altRest: 'Every other place is out.',
  altBlank: 'Body chart, front and back, to mark by hand.',
  called: (legal: string, chosen: string) => `${legal}, called ${chosen}`,
  both: (place: string) => `${place}, left and right`,
  /** How the name of a place ends that has another on the other side. */
  ends: { left: ', left', right: ', right' },
  howTo:
    'Please take your time. In the list, tick one box for each place: Out, Ask (ask me each time, before this very place) or In. A place without a tick is out. You may draw on the figure too; what is ticked in the list counts.',
  boxes: ['Out', 'Ask', 'In'],
  sheets: [
    { title: 'Front, and side of the head', views: ['front', 'side'] },
    { title: 'Back', views: ['back'] },
  ],
  firmest: 'The firmest contact I allow anywhere (please tick one)',
  day: 'Date',
  printedOn: (day: string) => `Printed ${day}`,
};

export const regionWords = (region: string): string =>
  Object.entries(words.regions).find(([key]) => key === region)?.[1] ?? words.otherRegion;

/** From head to foot. */
export const regionOrder: readonly string[] = [...Object.values(words.regions), words.otherRegion];

/** The words of the contact scale, by level. */
export type LevelWords = readonly { readonly level: ContactLevel; readonly label: string }[];

export const levelWords = (levels: LevelWords, level: ContactLevel): string => levels.find((one) => one.level === level)?.label ?? '';

/** Word and signal as they are agreed. */
export const stopWords = ({ stopWord, stopGesture }: { readonly stopWord: string; readonly stopGesture: string }): string => {
  if (stopWord === '') return stopGesture === '' ? words.noStop : words.stopGestureAlone(stopGesture);
  return stopGesture === '' ? words.stopWord(stopWord) : `${words.stopWord(stopWord)}, ${words.stopGesture(stopGesture)}`;
};
