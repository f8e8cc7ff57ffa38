import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PaperDeed } from '../../shared/attachments.ts';
import type { BodyArea } from '../../shared/body-areas.ts';
import type { OutputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import type { CareTeamMember } from '../../shared/contacts.ts';
import type { CustomField } from '../../shared/custom-fields.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { Release } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import { dayIn, type Instant, type Zone } from '../../shared/time.ts';
import type { SignalHistory } from '../clients/stop-signal-service.ts';
import { dayWords, momentWords } from '../consent/consent-pdf-words.ts';
import type { ClinicalContent } from '../consent/form-content.ts';
import type { MapToLay } from '../consent/map-pdf.ts';
import type { Paper } from '../documents/attachments-service.ts';
import type { Frame } from '../documents/pdf-frame.ts';
import type { Logo } from '../documents/pdf-logo.ts';
import type { HealthInRecord } from '../intake/health-for-record.ts';
import type { IntakeToLay } from '../intake/intake-pdf.ts';
import { labelsOf } from '../intake/safety-card-places.ts';
import type { DaysInRecord } from '../schedule/days-for-record.ts';
import type { NoteInRecord } from '../sessions/notes-for-record.ts';
import type { LetterInRecord } from './letters-for-record.ts';
import { words } from './record-paper-words.ts';

/** All of one record, newest first as the services give it; intakes, health questions and notes oldest first. */
export type RecordToPrint = {
  readonly documentId: string;
  readonly client: Client;
  readonly merges: readonly { readonly at: string; readonly byName: string; readonly reason: string; readonly name: string }[];
  /** That the record was entered in error, and that this was taken back. */
  readonly marks: readonly { readonly inError: boolean; readonly at: string; readonly byName: string; readonly reason: string }[];
  readonly signals: SignalHistory;
  readonly careTeam: readonly CareTeamMember[];
  readonly intakes: readonly IntakeToLay[];
  readonly consents: Pick<OutputOf<'consent.ofClient'>, 'consents' | 'forms'>;
  readonly maps: readonly MapToLay[];
  readonly health: HealthInRecord;
  readonly sessions: OutputOf<'sessions.ofClient'>['sessions'];
  readonly notes: readonly NoteInRecord[];
  readonly incidents: Pick<OutputOf<'incidents.ofClient'>, 'incidents' | 'holds'>;
  readonly releases: readonly Release[];
  readonly letters: readonly LetterInRecord[];
  readonly disclosures: OutputOf<'disclosures.ofClient'>['disclosures'];
  readonly days: DaysInRecord;
  readonly papers: readonly Paper[];
  /** Papers of somebody else that lay with this client for a time. */
  readonly movedAway: readonly PaperDeed[];
  /** What the practice asks of its own accord, in its order. */
  readonly customFields: readonly CustomField[];
  readonly content: ClinicalContent;
  /** Every place as it is here. */
  readonly areas: readonly BodyArea[];
  /** Of a person, by the id they kept something under. */
  readonly nameOf: (id: string) => string;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly logo: Logo | null;
  readonly zone: Zone;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly appVersion: string;
  /** Told after each note, which take nearly all of the time. */
  readonly came: (done: number, total: number) => void;
};

export type Facts = readonly (readonly [string, string])[];

export const there = (facts: Facts): Facts => facts.filter(([, value]) => shows(value));

/** One under the other, in one line, or in one line where labels hold commas. */
export const joined = (...parts: readonly string[]): string => parts.filter(shows).join('\n');
export const inLine = (...parts: readonly string[]): string => parts.filter(shows).join(', ');
export const apart = (parts: readonly string[]): string => parts.filter(shows).join('; ');

export const clientName = ({ client }: Pick<RecordToPrint, 'client'>): string => client.legalName || client.chosenName;

type There = Pick<RecordToPrint, 'zone'>;
export const dayAt = ({ zone }: There, instant: Instant): string => dayWords(dayIn(instant, zone));
export const momentAt = ({ zone }: There, instant: Instant): string => momentWords(instant, zone);

/** Names of places as they stand on a map: left and right as one. */
export const placesIn = ({ areas }: Pick<RecordToPrint, 'areas'>, codes: readonly string[]): string => apart(labelsOf(areas, codes));

export const nothing = (frame: Frame): void => frame.paragraph(words.none);

/** A table, or a line that says there is nothing. */
export const drawTable = (frame: Frame, columns: readonly (readonly [string, number])[], rows: readonly (readonly string[])[]): void => {
  if (rows.length === 0) {
    nothing(frame);
    return;
  }
  const row = frame.table(
    columns.map(([title, width]) => ({ title, width })),
    true,
  );
  for (const cells of rows) row(cells);
  frame.space(6);
};

/** Rows laid down before other calls are let in. */
const rowsAtATime = 25;

/** A table of what there may be a lot of: one row for each, and other calls in between. */
export const drawLongTable = async <T>(
  frame: Frame,
  columns: readonly (readonly [string, number])[],
  all: readonly T[],
  cellsOf: (one: T) => readonly string[],
): Promise<void> => {
  if (all.length === 0) return;
  const row = frame.table(
    columns.map(([title, width]) => ({ title, width })),
    true,
  );
  for (const [index, one] of all.entries()) {
    row(cellsOf(one));
    if (index % rowsAtATime === rowsAtATime - 1) await nextTurn();
  }
  frame.space(6);
};

/** The same under a heading of its own, and left out whole where there is nothing. */
export const drawPart = (
  frame: Frame,
  title: string,
  columns: readonly (readonly [string, number])[],
  rows: readonly (readonly string[])[],
): void => {
  if (rows.length === 0) return;
  frame.heading(2, title);
  drawTable(frame, columns, rows);
};
