import { type AftercareItem, aftercareCategories } from '../../shared/aftercare.ts';
import type { ProfileDetails } from '../../shared/profile.ts';
import type { CrisisNumbers } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import type { CalendarDay, Instant } from '../../shared/time.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { ruled } from '../documents/pdf-boxes.ts';
import { openSheet, type Row, type Sheet } from '../documents/pdf-pages.ts';
import { beside, spaceRow, textRows } from '../documents/pdf-rows.ts';
import { words } from './aftercare-words.ts';

/** What a client takes home. */
export type AftercareSheet = {
  readonly documentId: string;
  /** The day of the visit. */
  readonly day: CalendarDay;
  /** In the order of the content. */
  readonly items: readonly Pick<AftercareItem, 'category' | 'title' | 'text'>[];
  /** For this client, in the practitioner's own words. */
  readonly own: string;
  /** Phone and e-mail. */
  readonly contact: readonly string[];
  /** Empty until somebody said. */
  readonly hours: string;
  readonly numbers: CrisisNumbers;
  readonly practice: Pick<ProfileDetails, 'practiceName' | 'address' | 'paper'>;
  readonly madeAt: Instant;
  readonly appVersion: string;
};

type Said = Pick<AftercareItem, 'title' | 'text'>;

/** Nothing on it is smaller (domain.md 8.3). */
const size = 12;
const titleSize = 18;
/** How wide the titles stand, and the gap after them. */
const titles = 132;
const gap = 10;

/** So that what fits to a hair fits when it is added up in another order. */
const toSpare = 1;

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

const ruleRow = (sheet: Sheet): Row => ({
  height: 8,
  tied: false,
  space: false,
  draw: (top) => ruled(sheet, sheet.left, sheet.width, top + 3, 0.5),
});

const plain = (sheet: Sheet, text: string, weight: 400 | 600 = 400): readonly Row[] =>
  textRows(sheet, 'P', text, { size, weight, width: sheet.width, side: 'reading' }, sheet.left, sheet.root);

/** What it is about, and beside it what is said: some sentences are nothing without their title. */
const saidRows = (sheet: Sheet, list: Sheet['root'], { title, text }: Said): readonly Row[] => {
  const entry = sheet.doc.struct('LI');
  list.add(entry);
  const [left, width] = [sheet.left + titles + gap, sheet.width - titles - gap];
  return [
    ...beside(sheet, [
      textRows(sheet, 'Lbl', title, { size, weight: 600, width: titles }, sheet.left, entry),
      textRows(sheet, 'LBody', text, { size, weight: 400, width, side: 'reading' }, left, entry),
    ]),
    spaceRow(2),
  ];
};

/** What belongs together stands together. */
const partRows = (sheet: Sheet, said: readonly Said[]): readonly Row[] => {
  if (said.length === 0) return [];
  const list = sheet.doc.struct('L');
  sheet.root.add(list);
  return [...said.flatMap((one) => saidRows(sheet, list, one)), spaceRow(5)];
};

const upperPart = (sheet: Sheet, { day, items, own }: AftercareSheet): readonly Row[] => [
  ...textRows(sheet, 'H1', words.title, { size: titleSize, weight: 600, width: sheet.width }, sheet.left, sheet.root),
  ...plain(sheet, dayWords(day)),
  spaceRow(8),
  ...aftercareCategories.flatMap((part) =>
    partRows(
      sheet,
      items.filter(({ category }) => category === part),
    ),
  ),
  ...partRows(sheet, shows(own) ? [{ title: words.own, text: own }] : []),
];

const numbersWords = ({ emergency, crisis, text, note }: CrisisNumbers): string =>
  [words.emergency(emergency), words.crisis(crisis), ...(shows(text) ? [words.text(text)] : []), note].filter(shows).join(words.parted);

/** One line of them, or none where there is nothing to say. */
const said = (...parts: readonly string[]): readonly string[] => {
  const line = parts.filter(shows).join(words.parted);
  return line === '' ? [] : [line];
};

/** How the practice is reached and when, then whom to call when it is not: at the very end of the page. */
export const footPart = (
  sheet: Sheet,
  {
    practice,
    contact,
    hours,
    numbers,
  }: Pick<AftercareSheet, 'contact' | 'hours'> & {
    readonly practice: Pick<ProfileDetails, 'practiceName' | 'address'>;
    readonly numbers: CrisisNumbers | null;
  },
): readonly Row[] => [
  ruleRow(sheet),
  ...said(practice.practiceName, ...contact).flatMap((line) => plain(sheet, line)),
  ...said(practice.address, hours === '' ? '' : words.hours(hours)).flatMap((line) => plain(sheet, line)),
  ...(numbers === null ? [] : [spaceRow(4), ...plain(sheet, numbersWords(numbers), 600)]),
];

const laid = async (
  asked: AftercareSheet,
): Promise<{ readonly sheet: Sheet; readonly upper: readonly Row[]; readonly foot: readonly Row[]; readonly left: number }> => {
  const sheet = await openSheet({
    documentId: asked.documentId,
    title: words.title,
    createdAt: asked.madeAt,
    paper: asked.practice.paper,
    appVersion: asked.appVersion,
    practice: { name: '', address: '' },
    foot: null,
  });
  const [upper, foot] = [upperPart(sheet, asked), footPart(sheet, asked)];
  return { sheet, upper, foot, left: sheet.firstRoom - heightOf(upper) - heightOf(foot) - toSpare };
};

export const fitsOnPage = async (asked: AftercareSheet): Promise<boolean> => (await laid(asked)).left >= 0;

/** One page with its foot at the end of it; null where it does not fit. */
export const drawAftercare = async (asked: AftercareSheet): Promise<Uint8Array | null> => {
  const { sheet, upper, foot, left } = await laid(asked);
  return left < 0 ? null : sheet.finish([...upper, spaceRow(left), ...foot]);
};
