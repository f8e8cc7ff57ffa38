import { Refused } from '../../shared/app-error.ts';
import { type ContactLevel, contactLevels, levelFrom } from '../../shared/body-areas.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { Client } from '../../shared/clients.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { dayIn, type Instant } from '../../shared/time.ts';
import { peopleInTrail } from '../audit/audit-reading-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { areasHere } from './areas-here.ts';
import { practiceWords } from './forms-in-force.ts';
import { drawMapSheet, type MapToLay, type MapToPrint } from './map-pdf.ts';
import type { PlacesToPrint } from './map-pdf-places.ts';
import { words } from './map-pdf-words.ts';
import { mapHistory } from './maps-service.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** What every sheet with places is drawn from: the chart, each place as it stands here for this client, and how firm contact is called. */
export const placesToPrint = async (practice: Practice, client: Pick<Client, 'birthDate'> | null): Promise<PlacesToPrint> => {
  const { content } = practice;
  const [profile, blanks] = [await getProfile(practice), await practiceWords(practice)];
  const underAge = isUnderAge(client?.birthDate ?? null, blanks.local_age ?? '', dayIn(practice.now(), practice.zone ?? profile.zone));
  const turnedOn = underAge ? [] : (await sensitiveAreasOf(practice.db)).since.keys();
  const labels = new Map<ContactLevel | null, string>(content.bodyAreas.contact_scale.map(({ code, label }) => [levelFrom(code), label]));
  return {
    chart: content.chart,
    areas: areasHere(content, profile.place, new Set(turnedOn)),
    levels: contactLevels.map((level) => ({ level, label: labels.get(level) ?? '' })),
  };
};

/** Names of those who kept something, by their id. */
export const namesOf = async (practice: Practice): Promise<(id: string) => string> => {
  const people = new Map((await peopleInTrail(practice.db)).map(({ id, name }) => [id, name]));
  return (id) => people.get(id) ?? id;
};

type MapAmongOthers = Pick<MapToPrint, 'map' | 'before' | 'replacedAt'>;

/** A map with the one before it and when the one after it was made. @throws Refused not-found map */
const mapOf = async (practice: Practice, { clientId, mapId }: ParsedInputOf<'consentMap.paper'>): Promise<MapAmongOthers> => {
  const maps = clientId === null ? [] : (await mapHistory(practice, { clientId })).maps;
  const at = mapId === null ? 0 : maps.findIndex(({ id }) => id === mapId);
  if (at < 0) throw new Refused({ code: 'not-found', what: 'map' });
  const name = await namesOf(practice);
  const map = maps[at];
  return {
    map: map ? { ...map, madeBy: name(map.madeBy) } : null,
    before: maps[at + 1] ?? null,
    replacedAt: maps[at - 1]?.madeAt ?? null,
  };
};

/** Every map for the paper of a whole record, the newest first. */
export const mapsForRecord = async (practice: Practice, client: Client, drawnAt: Instant): Promise<readonly MapToLay[]> => {
  const { maps } = await mapHistory(practice, { clientId: client.id });
  const [places, name] = [await placesToPrint(practice, client), await namesOf(practice)];
  const zone = practice.zone ?? (await getProfile(practice)).zone;
  return maps.map((map, at) => ({
    ...places,
    map: { ...map, madeBy: name(map.madeBy) },
    before: maps[at + 1] ?? null,
    replacedAt: maps[at - 1]?.madeAt ?? null,
    drawnAt,
    zone,
  }));
};

/** The map as a sheet, or an empty chart for whoever has none. */
export const drawMap = async (practice: Practice, input: ParsedInputOf<'consentMap.paper'>): Promise<OutputOf<'consentMap.paper'>> => {
  const profile = await getProfile(practice);
  const client = input.clientId === null ? null : await getClient(practice, { id: input.clientId });
  const among = await mapOf(practice, input);
  const places = await placesToPrint(practice, client);

  const [id, createdAt] = [practice.newId(), practice.now()];
  const bytes = await drawMapSheet({
    ...places,
    ...among,
    documentId: id,
    practice: profile,
    client,
    drawnAt: createdAt,
    zone: practice.zone ?? profile.zone,
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId: input.clientId, title: words.title, createdAt, bytes });
};
