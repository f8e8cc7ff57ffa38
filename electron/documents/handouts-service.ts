import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { shows } from '../../shared/text.ts';
import { getClient } from '../clients/clients-service.ts';
import { logoForPaper } from '../practice/logo-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { todayHere } from '../practice/today.ts';
import { type PracticeWords, practiceWords } from '../sessions/aftercare-blanks.ts';
import { drawHandoutSheet, type Handout } from './handouts-pdf.ts';
import { words } from './handouts-words.ts';
import { holdSheet } from './hold-sheet.ts';

const groundingCard = 'grounding-card';

type Known = OutputOf<'paper.handouts'>['handouts'][number] & { readonly body: Handout['body'] };

/** What is named beside something else and the practice has no words for is left out; what stands alone is left to be written by hand. */
const filled = (text: string, blanks: PracticeWords['blanks']): string =>
  text
    .replace(/ or \{\{(\w+)\}\}/g, (named, blank: string) => (shows(blanks[blank] ?? '') ? named : ''))
    .replace(/\{\{(\w+)\}\}/g, (_, blank: string) => (shows(blanks[blank] ?? '') ? (blanks[blank] ?? '') : words.blank));

/** The sheets of the content, and the steps of its grounding protocol as one. */
const known = ({ content }: Practice, blanks: PracticeWords['blanks']): readonly Known[] => [
  ...content.aftercare.handouts.map(
    ({ id, title, audience, sections }): Known => ({
      id,
      title: words.titles[id] ?? title,
      audience,
      body: { sections: sections.map(({ h, p }) => ({ h: filled(h, blanks), p: filled(p, blanks) })) },
    }),
  ),
  {
    id: groundingCard,
    title: words.grounding,
    audience: words.groundingFor,
    body: {
      steps: content.session.grounding.map(({ title, do: what, seconds, caution }) => ({ title, what, seconds, caution })),
    },
  },
];

export const listHandouts = async (practice: Practice, _: ParsedInputOf<'paper.handouts'>): Promise<OutputOf<'paper.handouts'>> => ({
  handouts: known(practice, {}).map(({ id, title, audience }) => ({ id, title, audience })),
});

/** It is not kept, and names no client: others at home may see it. */
export const drawHandout = async (
  practice: Practice,
  { handoutId, clientId }: ParsedInputOf<'paper.handout'>,
): Promise<OutputOf<'paper.handout'>> => {
  if (clientId !== null) await getClient(practice, { id: clientId });
  const { blanks, contact, hours, numbers } = await practiceWords(practice);
  const handout = known(practice, blanks).find(({ id }) => id === handoutId);
  if (!handout) throw new Refusal('content-unknown', { items: [handoutId] });
  if (handout.audience === 'client' && numbers === null) throw new Refusal('crisis-numbers-unchecked');
  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawHandoutSheet({
    documentId: id,
    title: handout.title,
    day: await todayHere(practice),
    body: handout.body,
    practice: await getProfile(practice),
    logo: await logoForPaper(practice),
    contact,
    hours,
    numbers,
    madeAt: createdAt,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId, title: handout.title, createdAt, bytes });
};
