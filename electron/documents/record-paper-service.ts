import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { getClient } from '../clients/clients-service.ts';
import { customFields } from '../clients/custom-fields-service.ts';
import { consentsOfClient } from '../consent/consents-service.ts';
import { healthOf } from '../intake/health-service.ts';
import { lettersOf } from '../letters/letters-service.ts';
import { logoForPaper } from '../practice/logo-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { disclosuresOf } from '../releases/disclosures-service.ts';
import { incidentsOf } from '../sessions/incidents-service.ts';
import { notesForRecord } from '../sessions/notes-for-record.ts';
import { sessionsOf } from '../sessions/sessions-service.ts';
import { documentsOfClient } from './documents-service.ts';
import { holdSheet } from './hold-sheet.ts';
import { drawRecordSheet } from './record-paper-pdf.ts';
import { words } from './record-paper-words.ts';

/** Everything of one client on one paper, as far as who asks may read it. Reflections are asked for nowhere here. */
export const drawRecord = async (practice: Practice, { clientId }: ParsedInputOf<'paper.record'>): Promise<OutputOf<'paper.record'>> => {
  const client = await getClient(practice, { id: clientId });
  const profile = await getProfile(practice);
  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawRecordSheet({
    documentId: id,
    client,
    fields: await customFields(practice),
    consents: (await consentsOfClient(practice, { clientId })).consents,
    health: await healthOf(practice, { clientId }),
    sessions: (await sessionsOf(practice, { clientId, limit: Number.MAX_SAFE_INTEGER })).sessions,
    notes: await notesForRecord(practice, clientId),
    incidents: (await incidentsOf(practice, { clientId })).incidents,
    letters: (await lettersOf(practice, { clientId })).letters,
    disclosures: (await disclosuresOf(practice, { clientId })).disclosures,
    papers: (await documentsOfClient(practice, { clientId })).documents,
    practice: profile,
    logo: await logoForPaper(practice),
    zone: practice.zone ?? profile.zone,
    madeAt: createdAt,
    madeBy: practice.actor.name,
    appVersion: practice.appVersion,
    came: (done, total) => practice.progress({ of: 'record', done, total }),
  });
  return holdSheet(practice, { id, clientId, title: words.title, createdAt, bytes });
};
