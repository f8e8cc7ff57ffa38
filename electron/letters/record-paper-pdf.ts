import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayIn } from '../../shared/time.ts';
import { dayWords, momentWords } from '../consent/consent-pdf-words.ts';
import { type Frame, openFrame } from '../documents/pdf-frame.ts';
import { drawIntakes, drawMaps } from './record-paper-asked.ts';
import { drawDays, drawTasks } from './record-paper-days.ts';
import { drawClearances, drawHealth, drawSuitability } from './record-paper-health.ts';
import { drawLeft, drawPapers, drawReleases } from './record-paper-left.ts';
import { drawCareTeam, drawConsents, drawPerson } from './record-paper-person.ts';
import { clientName, type RecordToPrint } from './record-paper-shared.ts';
import { drawIncidents, drawNotes, drawSessions } from './record-paper-visits.ts';
import { words } from './record-paper-words.ts';

const drawTop = (frame: Frame, record: RecordToPrint): void => {
  frame.heading(1, words.title);
  frame.lead(words.lead(clientName(record)));
  frame.facts(
    [
      [words.made, momentWords(record.madeAt, record.zone)],
      [words.by, record.madeBy],
    ],
    'body',
  );
  frame.paragraph(words.what);
  frame.paragraph(words.whatNot);
  frame.heading(2, words.contents);
  frame.contents(Object.values(words.chapters));
};

type Draw = (frame: Frame, record: RecordToPrint) => void | Promise<void>;

/** In the order of the words. */
const chapters: Readonly<Record<keyof typeof words.chapters, Draw>> = {
  person: drawPerson,
  careTeam: drawCareTeam,
  intake: drawIntakes,
  consents: drawConsents,
  map: drawMaps,
  health: drawHealth,
  suitability: drawSuitability,
  clearances: drawClearances,
  sessions: drawSessions,
  notes: drawNotes,
  incidents: drawIncidents,
  releases: drawReleases,
  letters: drawLeft,
  appointments: drawDays,
  tasks: drawTasks,
  papers: drawPapers,
};

/** The record in one PDF: contents and bookmarks, then chapter by chapter, so that other calls are let in between. */
export const drawRecordSheet = async (record: RecordToPrint): Promise<Uint8Array> => {
  const { practice } = record;
  const frame = await openFrame({
    documentId: record.documentId,
    title: words.title,
    createdAt: record.madeAt,
    paper: practice.paper,
    appVersion: record.appVersion,
    practice: { name: practice.practiceName, address: practice.address, logo: record.logo },
    foot: { name: clientName(record), day: dayWords(dayIn(record.madeAt, record.zone)), page: words.page },
  });
  drawTop(frame, record);
  for (const [id, title] of Object.entries(words.chapters)) {
    frame.marked('chapter', title);
    await chapters[id as keyof typeof words.chapters](frame, record);
    await nextTurn();
  }
  return frame.finish();
};
