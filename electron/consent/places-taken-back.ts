import { isOpen } from '../../shared/sayings.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import type { KeptConsent } from './consent-repository.ts';
import { takeBack } from './keep-marks.ts';
import { isLevelPart } from './map-marks.ts';
import { newestMapOf } from './maps-repository.ts';
import { contactWaits, marksThatWait } from './marks-that-wait.ts';

/** `said`: when, where it was said in a form before now. */
type Words = { readonly words: string; readonly sourceId: string; readonly said?: number };

/** What of the map goes: every place, with those that a form still waiting would open; the level of contact; or both. */
type All = { readonly places: boolean; readonly noContact: boolean };

/** Whether anything was open. The level alone leaves the marks as they are: nothing is touched until a level is said again. */
export const takeBackAll = async (tx: Tx, practice: Practice, clientId: string, given: Words & All): Promise<boolean> => {
  const map = await newestMapOf(tx, clientId);
  const open = Object.keys(map?.areas ?? {}).filter((code) => isOpen(map, code));
  const areas = given.places || map === null ? [...new Set([...open, ...(await marksThatWait(tx, clientId))])] : [];
  const hasContact = given.noContact && ((map?.ceiling ?? 0) > 0 || (await contactWaits(tx, clientId)));
  if (areas.length === 0 && !hasContact) return false;
  await takeBack(tx, practice, { ...given, clientId, areas });
  await recordAudit(tx, practice, { clientId, recordId: given.sourceId }, 'consent-map-withdrawn');
  return true;
};

/** These places, of the client's map and of marks that still wait to be kept. Whether any was open. */
export const takeBackPlaces = async (
  tx: Tx,
  practice: Practice,
  clientId: string,
  given: Words & { readonly areas: readonly string[] },
): Promise<boolean> => {
  const map = await newestMapOf(tx, clientId);
  const waiting = await marksThatWait(tx, clientId);
  if (!given.areas.some((code) => isOpen(map, code) || waiting.has(code))) return false;
  await takeBack(tx, practice, { ...given, clientId });
  await recordAudit(tx, practice, { clientId, recordId: given.sourceId }, 'consent-map-withdrawn');
  return true;
};

/** Places that a form filled before would open once it is finished; of one place alone where `area` names it. */
export const takeBackWaiting = async (
  tx: Tx,
  practice: Practice,
  clientId: string,
  given: Words & { readonly area: string | null },
): Promise<boolean> => {
  const waiting = await marksThatWait(tx, clientId);
  const areas = [...waiting].filter((code) => given.area === null || code === given.area);
  return takeBackPlaces(tx, practice, clientId, { words: given.words, sourceId: given.sourceId, areas });
};

/**
 * The client's map follows when parts of a signed form are taken back: its places, or the level of contact. The part of a form of one place
 * closes that one. The form as a whole closes everything by itself; only marks that still wait are taken back with it, so that a form
 * filled before and finished later does not open them. Whether anything was open: the same word closes again what was opened since it was
 * first said.
 */
export const takeBackWithParts = async (
  tx: Tx,
  practice: Practice,
  consent: Pick<KeptConsent, 'id' | 'clientId' | 'area' | 'answers'>,
  given: { readonly parts: readonly string[]; readonly words: string },
): Promise<boolean> => {
  const { clientId, id: sourceId, area } = consent;
  const isWhole = given.parts.length === 0;
  const hasPlaces = (isWhole ? Object.keys(consent.answers) : given.parts).some((part) => consent.answers[part]?.kind === 'map');
  const noContact = given.parts.some(isLevelPart);
  if (!hasPlaces && !noContact) return false;
  if (isWhole) return takeBackWaiting(tx, practice, clientId, { words: given.words, sourceId, area });
  if (area !== null) return takeBackPlaces(tx, practice, clientId, { words: given.words, sourceId, areas: [area] });
  return takeBackAll(tx, practice, clientId, { words: given.words, sourceId, places: hasPlaces, noContact });
};
