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
  birthYear: (initials: string, year: string): string => `${initials}, born ${year}`,
  shortPlace: (place: string, side: string): string => `${place} (${side})`,
} as const;
