import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Disclosure } from '../../shared/disclosures.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import { dayWords, momentWords } from '../consent/consent-pdf-words.ts';
import { openFrame } from '../documents/pdf-frame.ts';
import { words } from './disclosures-pdf-words.ts';

/** Everything that stands on the sheet, so that the same input gives the same bytes. */
export type Accounting = {
  readonly documentId: string;
  readonly client: { readonly legalName: string; readonly chosenName: string; readonly birthDate: string | null };
  /** Newest first. */
  readonly disclosures: readonly Disclosure[];
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly zone: Zone;
  readonly madeAt: Instant;
  readonly appVersion: string;
};

const columns = [
  { title: words.columns.day, width: 84 },
  { title: words.columns.to, width: 116 },
  { title: words.columns.what, width: 132 },
  { title: words.columns.why, width: 0 },
] as const;

/** Rows laid down before other calls are let in. */
const rowsAtATime = 50;

const lines = (...all: readonly string[]): string => all.filter(shows).join('\n');

const recordedIn = ({ on, recordedAt, recordedBy }: Disclosure, zone: Zone): string => {
  const day = dayIn(recordedAt, zone);
  return day === on ? words.recordedBy(recordedBy) : words.recordedLater(dayWords(day), recordedBy);
};

const cellsOf = (left: Disclosure, zone: Zone): readonly string[] => [
  lines(dayWords(left.on), recordedIn(left, zone)),
  lines(left.toName, left.way),
  lines(left.what, left.kinds.map((kind) => words.kinds[kind]).join(', ')),
  lines(
    left.purpose === null ? '' : words.purposes[left.purpose],
    left.why,
    words.bases[left.basis],
    left.basisWords,
    left.releaseId === null ? '' : words.release(left.releaseId),
  ),
];

/** For the client who asks, as they have a right to (HIPAA 45 CFR 164.528 and its like): what of theirs left the practice. */
export const drawAccounting = async (sheet: Accounting): Promise<Uint8Array> => {
  const { client, disclosures, practice, zone } = sheet;
  const name = client.legalName || client.chosenName;
  const frame = await openFrame({
    documentId: sheet.documentId,
    title: words.title,
    createdAt: sheet.madeAt,
    paper: practice.paper,
    appVersion: sheet.appVersion,
    practice: { name: practice.practiceName, address: practice.address },
    foot: { name, day: dayWords(dayIn(sheet.madeAt, zone)), page: words.page },
  });
  frame.heading(1, words.title);
  const facts: readonly (readonly [string, string])[] = [
    [words.name, name],
    [words.called, client.chosenName === name ? '' : client.chosenName],
    [words.born, client.birthDate ? dayWords(client.birthDate) : ''],
    [words.made, momentWords(sheet.madeAt, zone)],
    [words.entries, String(disclosures.length)],
  ];
  frame.facts(
    facts.filter(([, value]) => value !== ''),
    'body',
  );
  frame.paragraph(disclosures.length === 0 ? words.none : words.what);
  if (disclosures.length > 0) {
    frame.space(6);
    const row = frame.table(columns, true);
    for (const [index, left] of disclosures.entries()) {
      row(cellsOf(left, zone));
      if (index % rowsAtATime === rowsAtATime - 1) await nextTurn();
    }
  }
  return frame.finish();
};
