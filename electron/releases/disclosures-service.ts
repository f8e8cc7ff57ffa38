import { Refusal } from '../../shared/app-error.ts';
import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { shows } from '../../shared/text.ts';
import { recordAudit } from '../audit/audit-repository.ts';
import { contactNotFound } from '../clients/change-contact.ts';
import { getClient } from '../clients/clients-service.ts';
import { getContact } from '../clients/contacts-service.ts';
import { refuseWhileHandedOver } from '../consent/returned-service.ts';
import { holdSheet } from '../documents/hold-sheet.ts';
import type { Practice, Tx } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { drawAccounting } from './disclosures-pdf.ts';
import { words } from './disclosures-pdf-words.ts';
import { disclosuresOfClient } from './disclosures-repository.ts';
import { gateNow, verdictIn } from './gate-service.ts';
import { keepDisclosure } from './keep-disclosure.ts';

type Asked = ParsedInputOf<'disclosures.record'>;

/** Which release it stands on; null where it stands on something else, which is then said. @throws Refusal letter-not-permitted, basis-unsaid */
const releaseUnder = async (tx: Tx, asked: Asked, now: Awaited<ReturnType<typeof gateNow>>): Promise<string | null> => {
  const { clientId, contactId, kinds, purpose, basis } = asked;
  if (basis !== 'release') {
    if (!shows(asked.basisWords)) throw new Refusal('basis-unsaid');
    return null;
  }
  const verdict =
    contactId === null || purpose === null
      ? { permitted: false as const, reason: 'no-release' as const, releaseId: null, missing: [] }
      : await verdictIn(tx, now, { clientId, contactId, direction: 'to', kinds, measures: [], purpose, part2: false });
  if (!verdict.permitted) throw new Refusal('letter-not-permitted', { verdict });
  return verdict.releaseId;
};

export const recordDisclosure = async (practice: Practice, asked: Asked): Promise<OutputOf<'disclosures.record'>> => {
  await getClient(practice, { id: asked.clientId });
  if (asked.contactId !== null) await getContact(practice, { id: asked.contactId }).catch(() => Promise.reject(contactNotFound()));
  const now = await gateNow(practice);
  if (asked.on > now.day) throw new Refusal('day-in-future');
  const left = await practice.write(async (tx) => {
    await refuseWhileHandedOver(tx);
    const releaseId = await releaseUnder(tx, asked, now);
    const kept = await keepDisclosure(tx, practice, { ...asked, releaseId, letterId: null });
    await recordAudit(tx, practice, { clientId: asked.clientId, recordId: kept.id });
    return kept;
  });
  practice.changed('releases', 'letters');
  return left;
};

export const disclosuresOf = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'disclosures.ofClient'>,
): Promise<OutputOf<'disclosures.ofClient'>> => {
  await getClient(practice, { id: clientId });
  return { disclosures: await disclosuresOfClient(practice.db, clientId) };
};

export const drawDisclosures = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'disclosures.paper'>,
): Promise<OutputOf<'disclosures.paper'>> => {
  const client = await getClient(practice, { id: clientId });
  const profile = await getProfile(practice);
  const id = practice.newId();
  const bytes = await drawAccounting({
    documentId: id,
    client,
    disclosures: await disclosuresOfClient(practice.db, clientId),
    practice: profile,
    zone: practice.zone ?? profile.zone,
    madeAt: practice.now(),
    appVersion: practice.appVersion,
  });
  return holdSheet(practice, { id, clientId, title: words.title, createdAt: practice.now(), bytes });
};
