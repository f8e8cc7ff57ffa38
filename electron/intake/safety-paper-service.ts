import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { cardOf } from './safety-card.ts';
import { drawCardSheet } from './safety-pdf.ts';
import { words } from './safety-pdf-words.ts';

/** The card as it is now, on one page. @throws Refused not-found client */
export const drawSafetyCard = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'safety.paper'>,
): Promise<OutputOf<'safety.paper'>> => {
  const profile = await getProfile(practice);
  const [id, asOf] = [practice.newId(), practice.now()];
  const bytes = await drawCardSheet({
    documentId: id,
    practice: profile,
    card: await cardOf(practice, clientId),
    levels: practice.content.bodyAreas.contact_scale.map(({ label }) => label),
    asOf,
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId, title: words.title, createdAt: asOf, bytes });
};
