/** What the sheet to take home says beside its sentences. Others at home may see it: it names no person, and nothing that was done. */
export const words = {
  title: 'Your visit',
  own: 'For you',
  hours: (week: string) => `Hours: ${week}`,
  emergency: (number: string) => `In an emergency: ${number}`,
  crisis: (number: string) => `Crisis line: ${number}`,
  text: (number: string) => `By text: ${number}`,
  parted: ' · ',
  days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  to: (from: string, until: string) => `${from} to ${until}`,
  onDays: (days: string, spans: string) => `${days}, ${spans}`,
  and: ' and ',
} as const;
