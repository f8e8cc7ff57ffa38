import type { EmergencyContact, Guardian } from '../../shared/clients.ts';
import type { CareTeamMember } from '../../shared/contacts.ts';
import { type CustomFieldKind, customValuesOf } from '../../shared/custom-fields.ts';
import { shows } from '../../shared/text.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { stopWords } from '../consent/map-pdf-words.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import { clientName, dayAt, drawPart, inLine, joined, momentAt, nothing, type RecordToPrint, there } from './record-paper-shared.ts';
import { words } from './record-paper-words.ts';

const { person: own, careTeam: team } = words;

type Signal = RecordToPrint['signals']['agreed'][number];

const signalWords = ({ word: stopWord, gesture: stopGesture }: Signal): string => stopWords({ stopWord, stopGesture });

/** Every word and signal with the days on which it was tried: it is tried at each visit. */
const drawSignals = (frame: Frame, record: RecordToPrint): void => {
  const { agreed, tried } = record.signals;
  drawPart(
    frame,
    own.signals,
    [
      [own.agreed, 92],
      [own.signal, 0],
    ],
    agreed.map((one) => [joined(dayAt(record, one.at), record.nameOf(one.by)), signalWords(one)]),
  );
  for (const [signal, times] of Map.groupBy(tried, signalWords))
    frame.facts([[own.tried, joined(signal, inLine(...new Set(times.map(({ at }) => dayAt(record, at)))))]], 'list');
};

const reached = ({ name, relation, phone, email }: EmergencyContact & Partial<Guardian>): string =>
  inLine(name, relation, phone, email ?? '');

const customWords = (kind: CustomFieldKind, value: string): string => {
  if (kind === 'date') return dayWords(value);
  return kind === 'yes-no' ? (value === 'yes' ? own.yesNo.yes : own.yesNo.no) : value;
};

export const drawPerson = (frame: Frame, record: RecordToPrint): void => {
  const { client } = record;
  const name = clientName(record);
  frame.facts(
    there([
      [own.name, name],
      [own.called, client.chosenName === name ? '' : client.chosenName],
      [own.pronouns, client.pronouns],
      [own.born, client.birthDate ? dayWords(client.birthDate) : ''],
      [own.phone, client.phone],
      [own.email, client.email],
      [own.wishes, client.contactWishes],
      [own.voicemail, own.voicemails[client.voicemail]],
      [own.discreet, client.discreetWords],
      [own.language, client.language],
      [own.emergency, joined(...client.emergencyContacts.map(reached))],
      [own.guardian, client.guardian ? reached(client.guardian) : ''],
      [own.tags, inLine(...client.tags)],
      ...customValuesOf(record.customFields, client).map(({ field, value }) => [field.label, customWords(field.kind, value)] as const),
      [own.stop, [client.stopWord, client.stopGesture].filter(shows).join(', ')],
      [own.since, dayAt(record, client.createdAt)],
      [own.archived, client.archivedAt ? dayAt(record, client.archivedAt) : ''],
      [
        own.merged,
        joined(...record.merges.map(({ at, name: of, byName, reason }) => own.mergedWith(dayAt(record, at), of, byName, reason))),
      ],
      [
        own.inError,
        joined(
          ...record.marks.map(({ inError, at, byName, reason }) =>
            (inError ? own.marked : own.unmarked)(dayAt(record, at), byName, reason),
          ),
        ),
      ],
    ]),
    'body',
  );
  drawSignals(frame, record);
};

/** How they are reached, and what they are to this client. What the directory notes about them is of no client, and stays there. */
const memberFacts = ({ contact, role, note, since, endedOn }: CareTeamMember) =>
  there([
    [team.role, inLine(team.roles[role], contact.profession)],
    [team.place, contact.organisation],
    [own.phone, contact.phone],
    [own.email, contact.email],
    [team.address, contact.address],
    [team.note, note],
    [team.since, endedOn ? team.untilDay(dayWords(since), dayWords(endedOn)) : dayWords(since)],
  ]);

export const drawCareTeam = (frame: Frame, { careTeam }: RecordToPrint): void => {
  if (careTeam.length === 0) nothing(frame);
  for (const member of careTeam) {
    frame.marked('entry', member.contact.name);
    frame.facts(memberFacts(member), 'list');
  }
};

const waits = (record: RecordToPrint): readonly (readonly string[])[] =>
  record.consents.forms.filter(({ state }) => state === 'to-review').map(({ title }) => ['', title, words.waits]);

export const drawConsents = (frame: Frame, record: RecordToPrint): void => {
  const rows = record.consents.consents.map(({ signedAt, title, endsOn, withdrawals, documentId, paper }) => [
    dayAt(record, signedAt),
    title,
    joined(
      paper ? words.onPaper(dayWords(paper.signedOn), paper.seenName) : '',
      endsOn ? words.endsBefore(dayWords(endsOn)) : words.noEnd,
      ...withdrawals.flatMap(({ withdrawnAt, parts, words: said }) => [
        (parts.length > 0 ? words.partTakenBack : words.takenBack)(momentAt(record, withdrawnAt)),
        said,
      ]),
      documentId,
    ),
  ]);
  if (rows.length + waits(record).length === 0) nothing(frame);
  else
    drawPart(
      frame,
      words.signed,
      [
        [words.columns.day, 92],
        [words.columns.what, 190],
        [words.columns.until, 0],
      ],
      [...waits(record), ...rows],
    );
};
