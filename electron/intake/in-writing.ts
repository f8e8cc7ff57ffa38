import type { IntakeItem, InWriting } from '../../shared/intake.ts';
import { shows } from '../../shared/text.ts';
import { getClient } from '../clients/clients-service.ts';
import { stopSignalAgreedAt } from '../clients/stop-signal-service.ts';
import { consentsOfClient } from '../consent/consents-service.ts';
import { mapMadeAt } from '../consent/maps-service.ts';
import type { Practice } from '../practice/practice.ts';

type FoundIn = Readonly<Record<string, InWriting | undefined>>;

/** Forms that count now, by form, with the moment they were signed. */
const formsThatCount = async (practice: Practice, clientId: string): Promise<FoundIn> => {
  const { consents, forms } = await consentsOfClient(practice, { clientId });
  return Object.fromEntries(
    forms
      .filter(({ state }) => state === 'in-force' || state === 'ends-soon')
      .flatMap(({ formId, consentId }) => {
        const signed = consents.find(({ id }) => id === consentId);
        return signed ? [[formId, { by: 'form', at: signed.signedAt }]] : [];
      }),
  );
};

/** Items the record itself holds in writing: a signed form that counts, the map, the word and the signal. */
export const inWritingOf = async (
  practice: Practice,
  clientId: string,
  items: readonly IntakeItem[],
): Promise<Record<string, InWriting>> => {
  const forms = await formsThatCount(practice, clientId);
  const { stopWord, stopGesture, updatedAt } = await getClient(practice, { id: clientId });
  const agreedAt = (await stopSignalAgreedAt(practice.db, clientId)) ?? updatedAt;
  const mapAt = await mapMadeAt(practice.db, clientId);
  const found: FoundIn = {
    ...forms,
    ...(mapAt ? { 'consent-map': { by: 'map', at: mapAt } } : {}),
    ...(shows(stopWord) && shows(stopGesture) ? { 'stop-signal': { by: 'stop-signal', at: agreedAt } } : {}),
  };
  return Object.fromEntries(
    items.flatMap(({ id, needsWriting, linksTo }) => {
      const written = needsWriting && linksTo !== null ? found[linksTo] : undefined;
      return written ? [[id, written]] : [];
    }),
  );
};
