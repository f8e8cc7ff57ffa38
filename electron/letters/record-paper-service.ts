import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { careTeamOf } from '../clients/care-team-service.ts';
import { getClient } from '../clients/clients-service.ts';
import { customFields } from '../clients/custom-fields-service.ts';
import { marksOf } from '../clients/mark-error-service.ts';
import { mergesOf } from '../clients/merge-standing.ts';
import { signalHistory } from '../clients/stop-signal-service.ts';
import { consentsOfClient } from '../consent/consents-service.ts';
import { mapsForRecord, namesOf, placesToPrint } from '../consent/map-paper-service.ts';
import { movedAwayFrom } from '../documents/attachments-repository.ts';
import { papersWithFiling } from '../documents/attachments-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import { healthForRecord } from '../intake/health-for-record.ts';
import { intakesForRecord } from '../intake/intake-paper-service.ts';
import { logoForPaper } from '../practice/logo-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { disclosuresOf } from '../releases/disclosures-service.ts';
import { releasesOf } from '../releases/releases-service.ts';
import { daysForRecord } from '../schedule/days-for-record.ts';
import { incidentsOf } from '../sessions/incidents-service.ts';
import { notesForRecord } from '../sessions/notes-for-record.ts';
import { sessionsOf } from '../sessions/sessions-service.ts';
import { lettersForRecord } from './letters-for-record.ts';
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
    marks: await marksOf(practice.db, clientId),
    merges: await mergesOf(practice.db, clientId),
    signals: await signalHistory(practice.db, clientId),
    careTeam: (await careTeamOf(practice, { clientId })).members,
    intakes: await intakesForRecord(practice, client),
    consents: await consentsOfClient(practice, { clientId }),
    maps: await mapsForRecord(practice, client, createdAt),
    health: await healthForRecord(practice, clientId),
    sessions: (await sessionsOf(practice, { clientId, limit: Number.MAX_SAFE_INTEGER })).sessions,
    notes: await notesForRecord(practice, clientId),
    incidents: await incidentsOf(practice, { clientId }),
    releases: (await releasesOf(practice, { clientId })).releases,
    letters: await lettersForRecord(practice, clientId),
    disclosures: (await disclosuresOf(practice, { clientId })).disclosures,
    days: await daysForRecord(practice, clientId),
    papers: await papersWithFiling(practice.db, clientId),
    movedAway: await movedAwayFrom(practice.db, clientId),
    customFields: await customFields(practice),
    content: practice.content,
    areas: (await placesToPrint(practice, client)).areas,
    nameOf: await namesOf(practice),
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
