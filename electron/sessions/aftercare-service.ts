import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { CrisisNumbers } from '../../shared/safety.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { todayHere, zoneHere } from '../practice/today.ts';
import { itemsWith, type PracticeWords, practiceWords } from './aftercare-blanks.ts';
import { type AftercareSheet, drawAftercare, fitsOnPage } from './aftercare-pdf.ts';
import { words } from './aftercare-words.ts';
import { sessionNotFound } from './kept-session.ts';
import { sessionById } from './sessions-repository.ts';

export const aftercareContent = async (
  practice: Practice,
  _: ParsedInputOf<'aftercare.content'>,
): Promise<OutputOf<'aftercare.content'>> => {
  const ours = await practiceWords(practice);
  const missing = [
    ...(ours.contact.length === 0 ? (['contact'] as const) : []),
    ...(ours.hours === '' ? (['hours'] as const) : []),
    ...(ours.numbers === null ? (['numbers'] as const) : []),
  ];
  return { items: [...itemsWith(practice, ours)], missing };
};

/** Those that were chosen, in the order of the content. @throws Refusal content-unknown, aftercare-unfilled */
const chosenOf = (practice: Practice, ours: PracticeWords, ids: readonly string[]): AftercareSheet['items'] => {
  const all = itemsWith(practice, ours);
  const unknown = ids.filter((id) => !all.some((item) => item.id === id));
  if (unknown.length > 0) throw new Refusal('content-unknown', { items: unknown });
  const chosen = all.filter(({ id }) => ids.includes(id));
  const unfilled = chosen.filter(({ missing }) => missing.length > 0).map(({ id }) => id);
  if (unfilled.length > 0) throw new Refusal('aftercare-unfilled', { items: unfilled });
  return chosen;
};

/** Until numbers are checked there is no sheet; whether the rest fits is looked at with numbers as long as most are. */
const someNumbers: CrisisNumbers = { emergency: '000', crisis: '000 000 000 (call or text)', text: '000', note: '' };

type Asked = Pick<ParsedInputOf<'aftercare.compose'>, 'items' | 'words'>;

const sheetOf = async (
  practice: Practice,
  ours: PracticeWords,
  { items, words: own }: Asked,
  day: CalendarDay,
): Promise<AftercareSheet> => ({
  documentId: practice.newId(),
  day,
  items: chosenOf(practice, ours, items),
  own: own.trim(),
  contact: ours.contact,
  hours: ours.hours,
  numbers: ours.numbers ?? someNumbers,
  practice: await getProfile(practice),
  madeAt: practice.now(),
  appVersion: practice.appVersion,
});

export const aftercareFits = async (practice: Practice, asked: ParsedInputOf<'aftercare.fits'>): Promise<OutputOf<'aftercare.fits'>> => ({
  fits: await fitsOnPage(await sheetOf(practice, await practiceWords(practice), asked, await todayHere(practice))),
});

const dayOfVisit = async (practice: Practice, { clientId, sessionId }: ParsedInputOf<'aftercare.compose'>): Promise<CalendarDay> => {
  if (sessionId === null) return todayHere(practice);
  const session = await sessionById(practice.db, sessionId);
  if (session?.clientId !== clientId) throw sessionNotFound();
  return dayIn(session.startedAt, await zoneHere(practice));
};

/** The sheet a client takes home, on one page; it is not kept. */
export const composeAftercare = async (
  practice: Practice,
  asked: ParsedInputOf<'aftercare.compose'>,
): Promise<OutputOf<'aftercare.compose'>> => {
  await getClient(practice, { id: asked.clientId });
  const day = await dayOfVisit(practice, asked);
  const ours = await practiceWords(practice);
  const sheet = await sheetOf(practice, ours, asked, day);
  if (sheet.items.length === 0 && !shows(sheet.own)) throw new Refusal('aftercare-empty');
  if (ours.numbers === null) throw new Refusal('crisis-numbers-unchecked');

  const bytes = await drawAftercare(sheet);
  if (bytes === null) throw new Refusal('sheet-too-long');
  return holdSheet(practice, { id: sheet.documentId, clientId: asked.clientId, title: words.title, createdAt: sheet.madeAt, bytes });
};
