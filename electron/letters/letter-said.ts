/** Words a letter is filled with from the record, as they stand in the middle of a sentence. */

export const said = {
  and: ' and ',
  to: (from: string, to: string): string => `${from} to ${to}`,
  onDay: (day: string, times: string): string => `${day}, ${times}`,
  covers: { clothed: 'clothed', draped: 'covered with a drape', uncovered: 'with the place uncovered' },
  declined: 'declined',
  pattern: {
    lower: 'lower on leaving than on arrival',
    same: 'the same on leaving as on arrival',
    higher: 'higher on leaving than on arrival',
    mostly: (pattern: string): string => `mostly ${pattern}`,
    mixed: 'sometimes lower and sometimes higher on leaving than on arrival',
  },
  noStop: 'it was not needed',
  handsOff: (seconds: string): string => `hands off within ${seconds} seconds each time`,
  handsOffOnce: (seconds: string): string => `hands off within ${seconds} seconds`,
  noFlags: 'none',
  flags: (count: number, days: string): string => `${count} (${days})`,
  noEvents: 'There was no flag in this session',
  toldAt: (who: string, time: string): string => `${who} at ${time}`,
  ends: {
    'go-on-gently': 'the session went on gently',
    end: 'the session was ended',
    'refer-now': 'the session was ended for a referral the same day',
    emergency: 'the session was ended as an emergency',
  },
  leftAt: (time: string): string => `At ${time}.`,
  birthYear: (initials: string, year: string): string => `${initials}, born ${year}`,
  shortPlace: (place: string, side: string): string => `${place} (${side})`,
} as const;

/** Sentences around the words of a letter, as they stand on its paper. */
export const paper = {
  phone: (number: string): string => `Phone ${number}`,
  release: (signed: string): string => `With the client’s signed permission dated ${signed}`,
  until: (basis: string, day: string): string => `${basis}, which counts until ${day}.`,
  untilEvent: (basis: string, event: string): string => `${basis}, which ends with this: ${event}`,
  open: (basis: string): string => `${basis}.`,
  toClient: 'It is handed to the client themselves.',
  legalDuty: (words: string): string => `Because of a legal duty or order: ${words}`,
  emergency: (words: string): string => `In an emergency: ${words}`,
  corrects: (title: string, day: string, id: string): string =>
    `This letter takes the place of “${title}” of ${day} (document ${id}), which should not be used any more.`,
  limits: 'This letter tells of supportive bodywork only. It is no diagnosis, no assessment and no opinion on treatment.',
  limitsOfAttendance: 'This letter confirms dates and times and nothing else.',
  read: 'The client has read this letter and has a copy.',
  notRead: 'The client had not read this letter when it was signed, and will be shown it.',
  own: 'This is the client’s own copy.',
  confidential: 'If this letter reached you by mistake, please tell us at once, and destroy it without reading or copying it.',
  part2: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  answers: {
    introduction: ['This is a reasonable time to begin', 'Please leave out the following', 'Please wait'],
    request_clearance: ['The plan is acceptable', 'Acceptable with these limits', 'Please wait'],
    client_copy: ['This is a good time', 'Please leave out the following', 'Please call this person first'],
  } as Readonly<Record<string, readonly string[]>>,
} as const;

export const tasks = {
  checkIn: (name: string): string => `Ask how it goes on: ${name}`,
} as const;
