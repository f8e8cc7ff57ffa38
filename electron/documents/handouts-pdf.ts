import type { ProfileDetails } from '../../shared/profile.ts';
import type { CrisisNumbers } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { footPart } from '../sessions/aftercare-pdf.ts';
import { words } from './handouts-words.ts';
import { ruled } from './pdf-boxes.ts';
import { headRows } from './pdf-head.ts';
import type { Logo } from './pdf-logo.ts';
import { type DocumentHeadWords, openSheet, type Row, type Sheet } from './pdf-pages.ts';
import { beside, spaceRow, textRows } from './pdf-rows.ts';

export type HandoutSection = { readonly h: string; readonly p: string };

/** A step of the grounding card; `caution` empty where there is none. */
export type HandoutStep = { readonly title: string; readonly what: string; readonly seconds: number; readonly caution: string };

/** A sheet for a hand: what it is about in sections, or in steps. */
export type Handout = {
  readonly documentId: string;
  readonly title: string;
  readonly day: CalendarDay;
  readonly body: { readonly sections: readonly HandoutSection[] } | { readonly steps: readonly HandoutStep[] };
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly logo: Logo | null;
  /** Phone and e-mail. */
  readonly contact: readonly string[];
  readonly hours: string;
  /** Null where they were not checked, on a sheet that does not need them. */
  readonly numbers: CrisisNumbers | null;
  readonly madeAt: Instant;
  readonly appVersion: string;
};

/** Nothing on a client’s sheet is smaller than its words (domain.md 8.3); the steps are the practitioner’s. */
const sizes = { title: 21, section: 13, words: 12, step: 9.5, stepTitle: 10.5 } as const;

/** Air after a section, as much as the page leaves and no less than parts two. */
const air = { least: 2, most: 16 } as const;
const toSpare = 1;

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

const tied = (rows: readonly Row[]): readonly Row[] => rows.map((row, index) => ({ ...row, tied: index < rows.length - 1 }));

const topRows = (sheet: Sheet, head: DocumentHeadWords, { title, day }: Handout): readonly Row[] => {
  const { left, width, root } = sheet;
  const line: Row = { height: 8, tied: true, space: false, draw: (top) => ruled(sheet, left, width, top + 4, 0.5, '#595959') };
  return [
    ...headRows(sheet, head),
    line,
    spaceRow(14, true),
    ...textRows(sheet, 'H1', title, { size: sizes.title, weight: 600, width }, left, root, true),
    ...textRows(sheet, 'P', dayWords(day), { size: sizes.words, weight: 400, width }, left, root, true),
    spaceRow(10, true),
  ];
};

const sectionRows = (sheet: Sheet, { h, p }: HandoutSection): readonly Row[] => {
  const { left, width, root } = sheet;
  return tied([
    ...textRows(sheet, 'H2', h, { size: sizes.section, weight: 600, width }, left, root, true),
    spaceRow(1, true),
    ...textRows(sheet, 'P', p, { size: sizes.words, weight: 400, width, side: 'reading' }, left, root),
  ]);
};

/** Where the number, the words and the time of a step stand. */
const step = { number: 28, seconds: 46, gap: 8 } as const;

const stepRows = (sheet: Sheet, list: Sheet['root'], { title, what, seconds, caution }: HandoutStep, index: number): readonly Row[] => {
  const entry = sheet.doc.struct('LI');
  list.add(entry);
  const [left, width] = [sheet.left + step.number, sheet.width - step.number - step.seconds - step.gap];
  const style = { size: sizes.step, weight: 400, width, side: 'reading' } as const;
  const time = { size: sizes.step, weight: 400, width: step.seconds, side: 'right' } as const;
  return beside(sheet, [
    textRows(sheet, 'Lbl', String(index + 1), { size: sizes.section, weight: 600, width: step.number }, sheet.left, entry),
    [
      ...textRows(sheet, 'LBody', title, { size: sizes.stepTitle, weight: 600, width }, left, entry),
      ...textRows(sheet, 'LBody', what, style, left, entry),
      ...(shows(caution) ? textRows(sheet, 'LBody', [{ text: caution, weight: 600 }], style, left, entry) : []),
    ],
    seconds === 0 ? [] : textRows(sheet, 'LBody', words.seconds(seconds), time, sheet.left + sheet.width - step.seconds, entry),
  ]);
};

const partsOf = (sheet: Sheet, { body }: Handout): readonly (readonly Row[])[] => {
  if ('sections' in body) return body.sections.map((section) => sectionRows(sheet, section));
  const list = sheet.doc.struct('L');
  sheet.root.add(list);
  return body.steps.map((one, index) => stepRows(sheet, list, one, index));
};

/** On one page with its foot at the end of it wherever it fits; else the foot ends the last one. */
export const drawHandoutSheet = async (handout: Handout): Promise<Uint8Array> => {
  const { practice, logo } = handout;
  const head: DocumentHeadWords = {
    documentId: handout.documentId,
    title: handout.title,
    createdAt: handout.madeAt,
    paper: practice.paper,
    appVersion: handout.appVersion,
    practice: { name: practice.practiceName, address: '', logo },
    foot: null,
  };
  const sheet = await openSheet(head);
  const [top, parts, foot] = [topRows(sheet, head, handout), partsOf(sheet, handout), tied(footPart(sheet, handout))];
  const left = sheet.firstRoom - heightOf(top) - heightOf(parts.flat()) - heightOf(foot) - toSpare;
  const between = Math.min(air.most, Math.max(air.least, left / Math.max(1, parts.length)));
  const rest = left - between * parts.length;
  return sheet.finish([...top, ...parts.flatMap((rows) => [...rows, spaceRow(between)]), ...(rest > 0 ? [spaceRow(rest)] : []), ...foot]);
};
