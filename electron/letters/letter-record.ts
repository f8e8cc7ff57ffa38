import { Refused } from '../../shared/app-error.ts';
import type { Release } from '../../shared/releases.ts';
import { shows } from '../../shared/text.ts';
import { type CalendarDay, dayIn, type Zone } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import { dayWords } from '../consent/consent-pdf-words.ts';
import { healthOf } from '../intake/health-service.ts';
import type { Practice } from '../practice/practice.ts';
import { practiceWords } from '../sessions/aftercare-blanks.ts';
import { incidentsOf } from '../sessions/incidents-service.ts';
import { getSession, sessionDays } from '../sessions/sessions-service.ts';
import { clientReference } from './client-reference.ts';
import { periodWords } from './letter-when.ts';
import type { KeptLetter } from './letters-repository.ts';
import { incidentWords } from './record-of-incident.ts';
import { type Visit, visitsWords, visitWords, type Words } from './record-of-visits.ts';

/** Of a letter, what its blanks are filled by. */
export type Subject = Pick<KeptLetter, 'clientId' | 'kindId' | 'recipient' | 'from' | 'period' | 'sendBy' | 'replyBy'> & {
  readonly clientNamed: KeptLetter['body']['clientNamed'];
};

const notFound = (what: 'session' | 'incident' | 'finding'): Refused => new Refused({ code: 'not-found', what });

/** Closed ones of these days, oldest first. */
const visitsIn = async (
  practice: Practice,
  { clientId, period }: Pick<Subject, 'clientId' | 'period'>,
  zone: Zone,
): Promise<readonly Visit[]> => {
  const visits: Visit[] = [];
  for (const { id, startedAt, endedAt } of await sessionDays(practice, clientId)) {
    const day = dayIn(startedAt, zone);
    if (endedAt !== null && day >= period.from && day <= period.to) visits.push(await getSession(practice, { sessionId: id }));
  }
  return visits;
};

export const sessionOfClient = async (practice: Practice, clientId: string, sessionId: string): Promise<Visit> => {
  const visit = await getSession(practice, { sessionId });
  if (visit.clientId !== clientId) throw notFound('session');
  return visit;
};

export const incidentOfClient = async (practice: Practice, clientId: string, id: string) => {
  const incident = (await incidentsOf(practice, { clientId })).incidents.find((one) => one.id === id);
  if (!incident) throw notFound('incident');
  return incident;
};

export const findingOfClient = async (practice: Practice, clientId: string, id: string) => {
  const finding = (await healthOf(practice, { clientId })).findings.find((one) => one.id === id);
  if (!finding) throw notFound('finding');
  return finding;
};

/** Answers about a private matter never go into letters (domain.md 2.5). */
const findingWords = async (practice: Practice, clientId: string, id: string, zone: Zone): Promise<Words> => {
  const { item, since } = await findingOfClient(practice, clientId, id);
  return item.private ? {} : { condition_plain: item.condition, report_date: dayWords(dayIn(since, zone)) };
};

const sourceWords = async (practice: Practice, { clientId, from, period }: Subject, zone: Zone): Promise<Words> => {
  const { content } = practice;
  if (from?.kind === 'session') return visitWords(content, await sessionOfClient(practice, clientId, from.id), zone);
  if (from?.kind === 'incident') {
    const incident = await incidentOfClient(practice, clientId, from.id);
    return incidentWords(content, incident, await sessionOfClient(practice, clientId, incident.sessionId), zone);
  }
  const visits = visitsWords(content, await visitsIn(practice, { clientId, period }, zone), zone);
  return from === null ? visits : { ...visits, ...(await findingWords(practice, clientId, from.id, zone)) };
};

const day = (one: CalendarDay | null): string => (one === null ? '' : dayWords(one));

/** About the letter and the practice: these follow what they are filled from until the letter is final. */
export const plainWords = async (practice: Practice, subject: Subject, release: Release | null, zone: Zone): Promise<Words> => {
  const client = await getClient(practice, { id: subject.clientId });
  const ours = await practiceWords(practice);
  return {
    client_display: clientReference(client, subject.clientNamed),
    client_first: client.chosenName.split(/\s+/u)[0] ?? client.chosenName,
    client_contact_way: client.contactWishes,
    recipient_name: subject.recipient.name,
    practice_phone: ours.blanks.phone ?? '',
    practice_email: ours.blanks.practice_email ?? '',
    phone_hours: shows(ours.blanks.phone_hours ?? '') ? (ours.blanks.phone_hours ?? '') : ours.hours,
    release_date: release?.signedAt ? dayWords(dayIn(release.signedAt, zone)) : '',
    release_end: release ? day(release.endsOn) || release.endEvent : '',
    reply_by: day(subject.replyBy),
    handover_date: day(subject.sendBy),
    followup_date: '',
  };
};

/** All that the record fills, by placeholder; what is not there stays a blank. */
export const recordWords = async (practice: Practice, subject: Subject, release: Release | null, zone: Zone): Promise<Words> => ({
  ...(await sourceWords(practice, subject, zone)),
  ...(await plainWords(practice, subject, release, zone)),
  period: periodWords(subject.period.from, subject.period.to),
});
