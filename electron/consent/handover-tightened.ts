import type { ConsentForm } from '../../shared/consent-form.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { fillingsOfHandover, type KeptFilling, keepFilling } from './filling-repository.ts';
import { type FormWorld, formFor, isOffered } from './form-world.ts';
import type { KeptHandover } from './handover-repository.ts';
import { keepNarrower, nextSaid } from './keep-marks.ts';
import { levelOf, placesOf } from './map-marks.ts';
import { isSaid } from './maps-repository.ts';
import { takeBackAll, takeBackPlaces } from './places-taken-back.ts';
import { isWithdrawal, placesTakenBackBy } from './signed-withdrawal.ts';

type Touched = { readonly filling: KeptFilling; readonly form: ConsentForm; readonly said: number };

/** The client's own form to stop things acts when they give it back: its words say that contact stops at once. Whether it is such a form. */
const takenBackIn = async (tx: Tx, practice: Practice, { filling, form, said }: Touched): Promise<boolean> => {
  const taken = placesTakenBackBy({ formId: form.id, title: form.title, answers: filling.answers });
  if (!taken) return false;
  const { clientId } = filling;
  const given = { words: taken.words, sourceId: filling.id, said };
  const isTaken = Array.isArray(taken.areas)
    ? await takeBackPlaces(tx, practice, clientId, { ...given, areas: taken.areas })
    : await takeBackAll(tx, practice, clientId, { ...given, places: true, noContact: taken.areas === 'waiting' });
  // Kept also where nothing was open: handed over again and left as it is, the form does not say it a second time.
  if (!isTaken) await keepNarrower(tx, practice, { clientId, marks: { areas: {} }, shown: [], ceiling: null, said, sourceId: filling.id });
  return true;
};

const narrowedIn = async (tx: Tx, practice: Practice, { filling, form, said }: Touched): Promise<void> => {
  const { clientId, answers } = filling;
  const asksPlaces = form.elements.some(({ capture }) => capture === 'map');
  const shown = asksPlaces ? form.areas.filter((area) => area.offered).map(({ code }) => code) : [];
  const level = levelOf(answers);
  if (shown.length === 0 && level === null) return;
  const marks = placesOf(answers);
  // A form of one place says of it how it is wanted, not how it is marked: only a no says something of the map.
  if (form.area !== null && marks?.areas[form.area] !== 'no') return;
  // Nothing marked yet and nothing taken away: the client has not come to the places.
  const known = marks === null && !hasSeenPlaces(filling, form) ? [] : shown;
  const given = { clientId, marks: marks ?? { areas: {} }, shown: known, ceiling: level, said, sourceId: filling.id };
  if (await keepNarrower(tx, practice, given))
    await recordAudit(tx, practice, { clientId, recordId: filling.handoverId }, 'consent-map-withdrawn');
};

const hasSeenPlaces = ({ seen }: KeptFilling, form: ConsentForm): boolean =>
  form.elements.some(({ id, capture }) => capture === 'map' && seen.includes(id));

/** Of the young person with their guardian, of who decides for the client, and what stops: beside a consent they only narrow it, whichever was filled first. */
const narrowing: readonly string[] = ['minor-consent', 'substitute-decision'];

const saidLast = async (tx: Tx, filling: KeptFilling): Promise<KeptFilling> => {
  if (!narrowing.includes(filling.formId) && !isWithdrawal(filling)) return filling;
  const last = { ...filling, said: await nextSaid(tx) };
  await keepFilling(tx, last);
  return last;
};

/**
 * A client's no never waits until someone has read their forms: what they closed or made gentler holds from the moment they give the screen
 * back. Forms in which they said nothing new say nothing now.
 */
export const tightenFromHandover = async (tx: Tx, practice: Practice, world: FormWorld, handover: KeptHandover): Promise<void> => {
  const fillings = (await fillingsOfHandover(tx, handover.id)).filter((one) => isOffered(world, one));
  for (const kept of fillings) {
    if (kept.said === null || (await isSaid(tx, handover.clientId, kept.said))) continue;
    const filling = await saidLast(tx, kept);
    const touched = { filling, form: formFor(practice, world, filling), said: filling.said ?? kept.said };
    if (!(await takenBackIn(tx, practice, touched))) await narrowedIn(tx, practice, touched);
  }
};
