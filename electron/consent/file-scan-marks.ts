import type { ConsentForm } from '../../shared/consent-form.ts';
import { type CalendarDay, startOfDay, type Zone } from '../../shared/time.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import type { NewConsent } from './consent-repository.ts';
import { keepMarks, keepNarrower, nextSaid } from './keep-marks.ts';
import { levelOf, placesOf } from './map-marks.ts';
import { isSaidSince } from './maps-repository.ts';
import { isBodyConsent } from './signed-marks.ts';

/**
 * Places marked on a paper are the client's map as on a screen, while nothing was said of touch on the day of the paper or after it. Else
 * nobody knows which was the last word: then the paper only closes, and opens nothing. Forms of others beside the client's own only ever close.
 */
export const keepPaperMarks = async (
  tx: Tx,
  practice: Practice,
  given: { readonly form: ConsentForm; readonly consent: NewConsent; readonly signedOn: CalendarDay; readonly zone: Zone },
): Promise<void> => {
  const { form, consent } = given;
  const marks = placesOf(consent.answers);
  // A form of one place says of it how it is wanted, not how it is marked.
  if (!marks || form.area !== null) return;
  const { clientId, id: sourceId } = consent;
  const said = await nextSaid(tx);
  const isLast = !(await isSaidSince(tx, clientId, startOfDay(given.signedOn, given.zone)));
  if (isBodyConsent(consent) && isLast) {
    await keepMarks(tx, practice, { clientId, marks, ceiling: levelOf(consent.answers) ?? 0, said, source: 'consent', sourceId });
    return;
  }
  const shown = form.areas.filter(({ offered }) => offered).map(({ code }) => code);
  const narrower = { clientId, marks, shown, ceiling: levelOf(consent.answers), said, source: 'consent', sourceId } as const;
  if (await keepNarrower(tx, practice, narrower))
    await recordAudit(tx, practice, { clientId, recordId: sourceId }, 'consent-map-withdrawn');
};
