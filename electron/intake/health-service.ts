import type { OutputOf, ParsedInputOf } from '../../shared/calls.ts';
import { byCare, findingOn } from '../../shared/finding-rules.ts';
import { dayIn } from '../../shared/time.ts';
import { getClient } from '../clients/clients-service.ts';
import type { Practice } from '../practice/practice.ts';
import { getProfile } from '../practice/profile-service.ts';
import { clearancesOf } from './clearance-repository.ts';
import { findingsOf } from './findings-repository.ts';
import { changesOf } from './health-changes-repository.ts';
import { newestScreenOf, openScreenOf, screenHeadsOf } from './health-screens-repository.ts';
import { medicinesOf } from './medicines-repository.ts';
import { suitabilityAnswersOf } from './suitability-repository.ts';

/** @throws Refused not-found client */
export const healthOf = async (
  practice: Practice,
  { clientId }: ParsedInputOf<'health.findings'>,
): Promise<OutputOf<'health.findings'>> => {
  await getClient(practice, { id: clientId });
  const { db, content } = practice;
  const today = dayIn(practice.now(), practice.zone ?? (await getProfile(practice)).zone);
  return {
    screens: [...(await screenHeadsOf(db, clientId))],
    open: await openScreenOf(db, clientId),
    newest: await newestScreenOf(db, clientId),
    findings: (await findingsOf(db, content, clientId)).map((kept) => findingOn(kept, today)).sort(byCare),
    medicines: [...(await medicinesOf(db, clientId))],
    suitability: [...(await suitabilityAnswersOf(db, clientId))],
    clearances: [...(await clearancesOf(db, clientId))],
    changes: [...(await changesOf(db, clientId))],
  };
};
