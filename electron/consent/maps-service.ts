import { Refusal, Refused } from '../../shared/app-error.ts';
import { type BodyArea, canBeMarked } from '../../shared/body-areas.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import type { ConsentMap, MapAreas } from '../../shared/consent-map.ts';
import { isUnderAge } from '../../shared/consent-state.ts';
import { isOpen, noLimit } from '../../shared/sayings.ts';
import { dayIn, type Instant } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice, Reader, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { areasHere, areasShown, presetsHere } from './areas-here.ts';
import { practiceWords } from './forms-in-force.ts';
import { keepTogether, takeBack } from './keep-marks.ts';
import { allMapsOf, newestMapAt, newestMapOf } from './maps-repository.ts';
import { marksThatWait } from './marks-that-wait.ts';
import { refuseWhileHandedOver } from './returned-service.ts';
import { sensitiveAreasOf } from './sensitive-areas-repository.ts';

/** Every place of the content as it is for this client: one that needs its own form is never turned on under age. */
const areasOf = async (practice: Practice, clientId: string): Promise<readonly BodyArea[]> => {
  const [client, profile] = [await getClient(practice, { id: clientId }), await getProfile(practice)];
  const [words, { since }] = [await practiceWords(practice), await sensitiveAreasOf(practice.db)];
  const today = dayIn(practice.now(), practice.zone ?? profile.zone);
  const underAge = isUnderAge(client.birthDate, words.local_age ?? '', today);
  return areasHere(practice.content, profile.place, new Set(underAge ? [] : since.keys()));
};

/** Places of the chart, and those that a map names though they are not on it any more: someone must be able to read it. */
const areasToRead = (areas: readonly BodyArea[], maps: readonly ConsentMap[]): BodyArea[] => {
  const named = new Set(maps.flatMap((map) => Object.keys(map.areas)));
  const shown = new Set(areasShown(areas));
  return areas.filter((area) => shown.has(area) || named.has(area.code));
};

export const getMap = async (practice: Practice, input: ParsedInputOf<'consentMap.get'>): Promise<OutputOf<'consentMap.get'>> => {
  const areas = await areasOf(practice, input.clientId);
  const map = await newestMapOf(practice.db, input.clientId);
  return { map, areas: areasToRead(areas, map ? [map] : []), presets: presetsHere(practice.content, areas) };
};

export const mapHistory = async (
  practice: Practice,
  input: ParsedInputOf<'consentMap.history'>,
): Promise<OutputOf<'consentMap.history'>> => {
  const areas = await areasOf(practice, input.clientId);
  const maps = await allMapsOf(practice.db, input.clientId);
  return { maps: [...maps], areas: areasToRead(areas, maps) };
};

export const mapMadeAt = (db: Reader, clientId: string): Promise<Instant | null> => newestMapAt(db, clientId);

/** Codes that cannot be marked here, save those that stand as they did: they allow nothing, and are not lost by the way. */
const notOffered = (areas: readonly BodyArea[], marked: MapAreas, before: ConsentMap | null): string[] => {
  const offered = new Set(areas.filter(canBeMarked).map(({ code }) => code));
  const stands = (code: string): boolean =>
    before?.areas[code]?.state === marked[code]?.state && before?.areas[code]?.ceiling === marked[code]?.ceiling;
  return Object.keys(marked).filter((code) => !offered.has(code) && !stands(code));
};

/** A place as firm as everywhere has no limit of its own: it follows, should everywhere become firmer. */
const withoutLimits = (marked: MapAreas, ceiling: ConsentMap['ceiling']): MapAreas =>
  Object.fromEntries(Object.entries(marked).map(([code, area]) => [code, area.ceiling >= ceiling ? { ...area, ceiling: noLimit } : area]));

/** A conflict shows the map as it stands, so it is an opening like any other; the refused change itself leaves nothing. */
const conflictWith = async (practice: Practice, clientId: string, current: ConsentMap | null): Promise<Refused> => {
  await practice.write((tx) => recordAudit(tx, practice, { clientId }, 'consent-map-opened'));
  return new Refused({ code: 'conflict', current });
};

export const setMap = async (practice: Practice, input: ParsedInputOf<'consentMap.set'>): Promise<OutputOf<'consentMap.set'>> => {
  const { clientId, ceiling, areas: marked, words } = input;
  if ((await getClient(practice, { id: clientId })).archivedAt !== null) throw new Refusal('client-archived');
  const areas = await areasOf(practice, clientId);

  const { made, newer } = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const before = await newestMapOf(tx, clientId);
    if ((before?.id ?? null) !== input.basedOn) return { made: null, newer: before };
    const foreign = notOffered(areas, marked, before);
    if (foreign.length > 0) throw new Refusal('areas-not-offered', { areas: foreign });
    const map = await keepTogether(tx, practice, { clientId, areas: withoutLimits(marked, ceiling), ceiling, words });
    await recordAudit(tx, practice, { clientId, recordId: map.id });
    return { made: map, newer: null };
  });
  if (!made) throw await conflictWith(practice, clientId, newer);
  practice.changed('maps');
  return made;
};

/** Whether nothing of this would be taken back: every place is out, and no form waits that could open one. */
const isOutAlready = async (tx: Tx, clientId: string, codes: readonly string[]): Promise<boolean> => {
  const map = await newestMapOf(tx, clientId);
  if (!map) return false;
  const waiting = await marksThatWait(tx, clientId);
  return codes.every((code) => !isOpen(map, code) && !waiting.has(code));
};

type TakenBack = { readonly clientId: string; readonly areas: readonly string[]; readonly words: string };

/** In the transaction of a session: places are out from now on, once more where they were. @throws Refusal areas-unknown */
export const takeBackInSession = async (tx: Tx, practice: Practice, { clientId, areas, words }: TakenBack): Promise<void> => {
  const known = new Set(practice.content.bodyAreas.items.map(({ code }) => code));
  const before = await newestMapOf(tx, clientId);
  const unknown = areas.filter((code) => !known.has(code) && !Object.hasOwn(before?.areas ?? {}, code));
  if (unknown.length > 0) throw new Refusal('areas-unknown', { areas: [...new Set(unknown)] });
  const taken = await takeBack(tx, practice, { clientId, areas: [...areas], words, sourceId: null });
  await recordAudit(tx, practice, { clientId, recordId: taken.id }, 'consent-map-withdrawn');
};

export const withdrawAreas = async (
  practice: Practice,
  input: ParsedInputOf<'consentMap.withdraw'>,
): Promise<OutputOf<'consentMap.withdraw'>> => {
  const { clientId, words } = input;
  const known = new Set((await areasOf(practice, clientId)).map(({ code }) => code));
  const map = await practice.write(async (tx) => {
    const before = await newestMapOf(tx, clientId);
    const unknown = input.areas.filter((code) => !known.has(code) && !Object.hasOwn(before?.areas ?? {}, code));
    if (unknown.length > 0) throw new Refusal('areas-unknown', { areas: [...new Set(unknown)] });
    if (await isOutAlready(tx, clientId, input.areas)) throw new Refusal('already-out');
    const taken = await takeBack(tx, practice, { clientId, areas: input.areas, words, sourceId: null });
    await recordAudit(tx, practice, { clientId, recordId: taken.id });
    return taken;
  });
  practice.changed('maps');
  return map;
};
