import type { Intake, IntakeEntry, InWriting } from '../../shared/intake.ts';

/** What the intake says on paper beside the words of its items. */
export const words = {
  title: 'Intake',
  round: (number: number) => (number === 1 ? 'First intake' : `Review, round ${number}`),
  begun: 'Begun',
  reviewed: 'Gone through',
  stillOpen: 'Still open: not gone through to its end yet',
  by: (moment: string, who: string) => `${moment}, by ${who}`,
  next: 'Look again by',
  printedOn: (day: string) => `Printed ${day}`,
  part: (letter: string, word: string) => `${letter} – ${word}`,
  older: 'Items of an older edition',
  from: {
    client: 'Answered by the client on the screen',
    practitioner: 'Written down by the practitioner',
    paper: 'Answered by the client on paper',
  } satisfies Record<NonNullable<IntakeEntry['from']>, string>,
  onScreenBefore: 'Answered by the client on the screen before',
  on: (what: string, day: string) => `${what}, ${day}`,
  noAnswer: 'No answer',
  talk: 'I’d rather talk about it',
  map: (out: number, ask: number, yes: number) =>
    `Marked: ${yes} in, ${ask} ask me each time, ${out} out. Every other place is out. The body map stands at the end.`,
  discussed: (moment: string) => `Gone through ${moment}`,
  left: (day: string) => `Left for another time, ${day}`,
  notYet: 'Not gone through',
  onPaper: (day: string) => `In writing on paper, ${day}`,
  inRecord: {
    form: (day: string) => `In the record: a signed form of ${day}`,
    map: (day: string) => `In the record: the body map of ${day}`,
    'stop-signal': (day: string) => `In the record: the stop signal of ${day}`,
  } satisfies Record<InWriting['by'], (day: string) => string>,
  notInWriting: 'Not in writing yet',
  note: 'Note of the practitioner',
  changed: (number: Intake['number']) => `Changed since round ${number}; before`,
  mapTitle: 'Body map of this round',
  ceiling: 'Firmest contact',
  parted: ' · ',
  blank: {
    howTo:
      'Please take your time. Leave open what you like, and skip what you would rather not answer. Write “talk” beside a question you would rather talk about.',
    date: 'Date',
    one: 'Please tick one.',
    any: 'Tick as many as you like.',
    number: 'Please ring or tick one number.',
    person: 'Name, phone number, and who they are to you',
    nobody: 'Nobody',
    chart: 'The chart and the list of places stand on the last pages.',
    inList:
      'In the list, tick one box for each place: Out, Ask (ask me each time, before this very place) or In. A place without a tick is out. You may draw on the figure too; what is ticked in the list counts.',
    edition: (version: string) => `Questions of edition ${version}`,
  },
};
