import { levelFrom } from '../../shared/body-areas.ts';
import { signsForClient } from '../../shared/signatures.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import type { NewConsent } from './consent-repository.ts';
import { keepMarks } from './keep-marks.ts';

/** The form whose places and contact level are the client's map. */
const bodyConsent = 'informed-consent';

/** Places marked in a signed consent are the client's map, as of the moment they signed. Without a contact level there is no contact. */
export const keepSignedMarks = async (tx: Tx, practice: Practice, consent: NewConsent): Promise<void> => {
  const { areas: marks, 'contact-level': level } = consent.answers;
  if (consent.formId !== bodyConsent || marks?.kind !== 'map') return;
  await keepMarks(tx, practice, {
    clientId: consent.clientId,
    marks,
    ceiling: (level?.kind === 'choice' ? levelFrom(level.value) : null) ?? 0,
    markedAt: consent.signatures.find(({ signer }) => signsForClient(signer))?.signedAt ?? consent.signedAt,
    source: 'consent',
    sourceId: consent.id,
    contentVersion: practice.content.bodyAreas.content_version,
  });
};
