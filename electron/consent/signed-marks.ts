import type { Practice, Tx } from '../practice/practice.ts';
import type { NewConsent } from './consent-repository.ts';
import { keepMarks } from './keep-marks.ts';
import { levelOf } from './map-marks.ts';
import { nextSaid } from './maps-repository.ts';

/** The form whose places and contact level are the client's map. What others mark only closes, and did when the screen was given back. */
const bodyConsent = 'informed-consent';

export const isBodyConsent = ({ formId }: Pick<NewConsent, 'formId'>): boolean => formId === bodyConsent;

/** Places marked in a signed consent are the client's map, as of when they said it. Without a contact level there is no contact. */
export const keepSignedMarks = async (tx: Tx, practice: Practice, consent: NewConsent, said: number | null): Promise<void> => {
  const { areas: marks } = consent.answers;
  if (!isBodyConsent(consent) || marks?.kind !== 'map') return;
  await keepMarks(tx, practice, {
    clientId: consent.clientId,
    marks,
    ceiling: levelOf(consent.answers) ?? 0,
    said: said ?? (await nextSaid(tx)),
    source: 'consent',
    sourceId: consent.id,
  });
};
