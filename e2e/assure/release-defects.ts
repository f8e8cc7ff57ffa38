import type { Defect } from './goal.ts';

const gate = 'shared/release-gate.ts';
const rows = 'electron/releases/releases-repository.ts';
const grant = 'electron/releases/grant-service.ts';

const inGate = (name: string, find: string, put: string): Defect => ({
  name,
  trials: 6_000,
  edits: [{ file: gate, find, put }],
});

/** What the cases and the walks through permissions must find. */
export const releaseDefects: readonly Defect[] = [
  inGate('expiry off by a day', 'release.endsOn <= now.day', 'release.endsOn < now.day'),
  inGate('expiry a day early', 'release.endsOn <= now.day', 'Date.parse(release.endsOn) <= Date.parse(now.day) + 86_400_000'),
  inGate('scope ignored', "if (kinds.length > 0) return { reason: 'kinds'", "if (kinds.length > 99) return { reason: 'kinds'"),
  inGate('questionnaires ignored', 'return measures.length > 0 ?', 'return measures.length > 99 ?'),
  inGate('revoked still valid', "if (release.revokedAt !== null) return 'revoked';", ''),
  inGate('valid after the event', "if (release.eventOn !== null) return 'event-came';", ''),
  inGate('valid beside the one that replaced it', "if (release.replacedBy !== null) return 'replaced';", ''),
  inGate('any recipient', 'if (release.standingId !== asked.standingId) return', 'if (release.standingId === asked.purpose) return'),
  inGate(
    'either way',
    "release.direction !== 'both' && release.direction !== asked.direction) return",
    'release.direction === asked.purpose) return',
  ),
  inGate('any purpose', 'if (!release.purposes.includes(asked.purpose))', 'if (release.purposes.length === 0)'),
  inGate('thirteen months', 'const longestMonths = 12;', 'const longestMonths = 13;'),
  inGate('a year in Ontario', "{ 'CA-ON': 6 }", "{ 'CA-ON': 12 }"),
  inGate('five months in Ontario', "{ 'CA-ON': 6 }", "{ 'CA-ON': 5 }"),
  inGate('months short of a day', '.add({ months }), day) < 0', '.add({ months }), day) <= 0'),
  inGate('signed by the day in Greenwich', 'dayIn(release.signedAt, zone)', "dayIn(release.signedAt, zone === '' ? zone : 'UTC')"),
  inGate('Part 2 forgotten', 'if (!asked.part2) return', 'if (asked.part2 || !asked.part2) return'),
  inGate('a Part 2 permission for anything', "if (release.formId === 'part2-consent') continue;", ''),
  inGate('a Part 2 permission for anybody', '      release.standingId === asked.standingId &&\n', ''),
  inGate('the first permission alone is looked at', 'for (const release of releases) {', 'for (const release of releases.slice(0, 1)) {'),
  inGate('what left before the word is refused', 'release.revokedAt !== null && release.revokedAt > then', 'release.revokedAt === then'),
  inGate('what left after the word is taken', 'release.revokedAt !== null && release.revokedAt > then', 'release.revokedAt !== then'),
  inGate('a permission signed after it left', 'signedAt !== null && signedAt <= then', 'signedAt !== null'),
  inGate('an event counted by the day in Greenwich', 'dayIn(then, zone)', 'then.slice(0, 10)'),
  inGate('replaced before the other was signed', 'signedLater(release.replacedBy) ? null : release.replacedBy', 'release.replacedBy'),
  {
    name: 'the recipient compared by name',
    trials: 20_000,
    edits: [{ file: rows, find: 'coalesce(contacts.merged_into, contacts.id)', put: 'contacts.name' }],
  },
  {
    name: 'who was merged is lost',
    trials: 20_000,
    edits: [{ file: rows, find: 'coalesce(contacts.merged_into, contacts.id)', put: 'contacts.id' }],
  },
  {
    name: 'a word taken back unheard',
    trials: 20_000,
    edits: [
      {
        file: rows,
        find: '(select withdrawn_at from consent_withdrawals where consent_id = consents.id',
        put: '(select withdrawn_at from consent_withdrawals where consent_id = consents.client_id',
      },
    ],
  },
  {
    name: 'counted from when the form was finished',
    trials: 40_000,
    edits: [
      {
        file: rows,
        find: "coalesce((select min(json_extract(value, '$.signedAt')) from json_each(consents.signatures)), consents.signed_at)",
        put: 'consents.signed_at',
      },
    ],
  },
  {
    name: 'another client’s permission',
    trials: 20_000,
    edits: [{ file: rows, find: ".where('releases.client_id', '=', clientId)", put: ".where('releases.client_id', '!=', '')" }],
  },
  {
    name: 'the day of the computer',
    trials: 40_000,
    edits: [
      { file: 'electron/releases/gate-service.ts', find: 'day: dayIn(practice.now(), zone)', put: 'day: practice.now().slice(0, 10)' },
    ],
  },
  {
    name: 'more than the client chose',
    trials: 20_000,
    edits: [{ file: grant, find: 'direction: directionOf(draft, answers),', put: 'direction: draft.direction,' }],
  },
  {
    name: 'signed for one, kept for another',
    trials: 20_000,
    edits: [{ file: grant, find: "if (!saysWhatIsReady(draft, blanks)) throw new Refusal('form-changed');", put: '' }],
  },
  {
    name: 'kinds nobody ticked',
    trials: 20_000,
    edits: [{ file: grant, find: "kinds: among(informationKinds, values(answers, 'desc')),", put: 'kinds: [...informationKinds],' }],
  },
];
