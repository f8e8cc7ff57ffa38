import { levelFrom } from '../../shared/body-areas.ts';
import { signsForClient } from '../../shared/signatures.ts';
import type { Instant } from '../../shared/time.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { consentsOfForms, type NewConsent } from './consent-repository.ts';
import { keepMarks, keepTightened } from './keep-marks.ts';
import { type Marks, safer } from './map-marks.ts';

/** The form whose places and contact level are the client's map. */
const bodyConsent = 'informed-consent';

/** Forms that mark places and no level: of the young person with their guardian, and of who decides for the client. They only narrow the map. */
const narrowing: readonly string[] = ['minor-consent', 'substitute-decision'];

const marksIn = ({ answers: { areas } }: Pick<NewConsent, 'answers'>): Marks | null => (areas?.kind === 'map' ? areas : null);

/** What both forms mark; a place one of them leaves out is out. */
const inBoth = (marks: Marks, other: Marks): Marks => ({
  ...marks,
  areas: Object.fromEntries(Object.entries(marks.areas).map(([code, state]) => [code, safer(state, other.areas[code] ?? 'no')])),
});

/** Signed in the same sitting or later, the narrower of the forms holds, whichever of them is finished first. */
const narrowed = async (tx: Tx, clientId: string, marks: Marks, markedAt: Instant): Promise<Marks> => {
  const others = (await consentsOfForms(tx, clientId, narrowing)).filter(
    (one, index, all) => one.signedAt >= markedAt && all.findIndex(({ formId }) => formId === one.formId) === index,
  );
  return others.flatMap((one) => marksIn(one) ?? []).reduce(inBoth, marks);
};

/** Places marked in a signed consent are the client's map, as of the moment they signed. Without a contact level there is no contact. */
export const keepSignedMarks = async (tx: Tx, practice: Practice, consent: NewConsent): Promise<void> => {
  const marks = marksIn(consent);
  const { clientId, id: sourceId } = consent;
  if (marks && narrowing.includes(consent.formId))
    await keepTightened(tx, practice, { clientId, marks, shown: 'every', ceiling: null, source: 'consent', sourceId });
  if (!marks || consent.formId !== bodyConsent) return;

  const { 'contact-level': level } = consent.answers;
  const markedAt = consent.signatures.find(({ signer }) => signsForClient(signer))?.signedAt ?? consent.signedAt;
  await keepMarks(tx, practice, {
    clientId,
    marks: await narrowed(tx, clientId, marks, markedAt),
    ceiling: (level?.kind === 'choice' ? levelFrom(level.value) : null) ?? 0,
    markedAt,
    source: 'consent',
    sourceId,
    contentVersion: practice.content.bodyAreas.content_version,
  });
};
